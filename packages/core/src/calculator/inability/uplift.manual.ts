import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';

const source = fromLiterature(
  'uplift R(with) − R(without), R = a·D·∫ p(t) f(t) dt',
  'Clymer et al. 2025, arXiv 2505.18003; its parameter values were not to be had, and the exponential case is worked out here',
);

export const upliftManual = {
  uplift: {
    title: 'How much a system adds to the harm of misuse, with success and giving up at constant rates',
    topic: 'inability',
    formula: ['risk = attempts · damage · lambda/(lambda + mu)', 'uplift = risk with − risk without'],
    source,
    cautions: ['Who misuses the system, and how hard he tries, is taken to be the same with it and without it.'],
    examples: [
      example(
        { attempts: 100, damage: 1e5, lambdaWithout: 0.01, lambdaWith: 0.012, mu: 0.5 },
        { without: '196078.43', with: '234375.00', uplift: '38296.57' },
        'closed form, worked by hand',
      ),
    ],
  },
  'uplift-curves': {
    title: 'The same from measured curves: success against the time that red teamers took, and how long actors try',
    topic: 'inability',
    formula: ['Straight between the points, 0 at time 0, level after the last one: ∫ p f is then exact.'],
    source,
    cautions: [
      'An actor who tries longer than the curve is long counts with its last share, which is too low where success would still rise.',
    ],
    examples: [
      example(
        {
          attempts: 100,
          damage: 1e5,
          without: 'examples/misuse-safeguards/curves/without.csv',
          with: 'examples/misuse-safeguards/curves/with.csv',
          stopped: 'examples/misuse-safeguards/curves/stopped.csv',
        },
        { without: '1.961e5', with: '2.344e5', uplift: '3.830e4' },
        'the closed form: the curves are exponentials, sampled finely',
      ),
    ],
  },
} satisfies Manuals;
