import { fromLiterature } from '../../catalogue/index.js';
import { exponentialMisuseRisk, measuredMisuseRisk } from '../../statistics/index.js';
import type { Calculator, TableRow } from '../calculator.js';
import { nonNegative, number, positive, probability } from '../parameter.js';
import { calculatorOf, example, type Numbers, quantityFunction } from '../rows.js';

const source = fromLiterature(
  'uplift R(with) − R(without), R = a·D·∫ p(t) f(t) dt',
  'Clymer et al. 2025, arXiv 2505.18003; its parameter values were not to be had, and the exponential case is worked out here',
);
const attempts = number('attempts', nonNegative, 'attempts per year');
const damage = number('damage', nonNegative, 'damage of a success, in any one unit');
const risk = ({ attempts: a, damage: d, mu }: Numbers, lambda: number) =>
  exponentialMisuseRisk({ attempts: a!, damage: d! }, lambda, mu!);

const closedForm = calculatorOf({
  name: 'uplift',
  title: 'How much a system adds to the harm of misuse, with success and giving up at constant rates',
  topic: 'inability',
  parameters: [
    attempts,
    damage,
    number('lambdaWithout', nonNegative, 'successes per unit of time without the system'),
    number('lambdaWith', nonNegative, 'successes per unit of time with it'),
    number('mu', positive, 'how often an actor gives up, per the same unit of time'),
  ],
  formula: ['risk = attempts · damage · lambda/(lambda + mu)', 'uplift = risk with − risk without'],
  source,
  cautions: ['Who misuses the system, and how hard he tries, is taken to be the same with it and without it.'],
  rows: [
    { name: 'without', text: 'Harm per year without the system.', value: (of) => risk(of, of.lambdaWithout!) },
    { name: 'with', text: 'Harm per year with it.', value: (of) => risk(of, of.lambdaWith!) },
    { name: 'uplift', text: 'The difference.', value: (of) => risk(of, of.lambdaWith!) - risk(of, of.lambdaWithout!) },
    {
      name: 'ratio',
      text: 'The harm with the system over that without it.',
      value: (of) => risk(of, of.lambdaWith!) / risk(of, of.lambdaWithout!),
    },
  ],
  examples: [
    example(
      { attempts: 100, damage: 1e5, lambdaWithout: 0.01, lambdaWith: 0.012, mu: 0.5 },
      { without: '196078.43', with: '234375.00', uplift: '38296.57' },
      'closed form, worked by hand',
    ),
  ],
});

export const uplift: Calculator = {
  ...closedForm,
  functions: [
    quantityFunction(
      'successWithinEffort',
      'lambda / (lambda + mu): an attempt succeeds before its actor gives up, both at constant rates (the integral ∫ p f).',
      [
        number('lambda', nonNegative, 'successes per unit of time'),
        number('mu', positive, 'giving up per the same unit'),
      ],
      { unit: 'ratio', rises: ['lambda'], falls: ['mu'], example: [[0.012, 0.5], 0.0234375] },
      (lambda, mu) => exponentialMisuseRisk({ attempts: 1, damage: 1 }, lambda!, mu!),
    ),
  ],
};

/** Every point is looked up along the other curves. */
const mostPoints = 3000;

const curve = (share: string) => [
  { name: 'time', text: 'time, in one unit for all', range: nonNegative },
  { name: 'share', text: share, range: probability },
];

export const upliftCurves: Calculator = {
  name: 'uplift-curves',
  title: 'The same from measured curves: success against the time that red teamers took, and how long actors try',
  topic: 'inability',
  parameters: [
    attempts,
    damage,
    {
      kind: 'table',
      most: mostPoints,
      name: 'without',
      text: 'success without the system',
      columns: curve('success by then'),
    },
    { kind: 'table', most: mostPoints, name: 'with', text: 'success with it', columns: curve('success by then') },
    { kind: 'table', most: mostPoints, name: 'stopped', text: 'actors who gave up', columns: curve('gave up by then') },
  ],
  formula: ['Straight between the points, 0 at time 0, level after the last one: ∫ p f is then exact.'],
  source,
  cautions: [
    'An actor who tries longer than the curve is long counts with its last share, which is too low where success would still rise.',
  ],
  functions: [],
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
  compute: (inputs) => {
    const of = (name: string) =>
      (inputs[name] as readonly TableRow[]).map(({ time, share }) => ({
        time: time as number,
        share: share as number,
      }));
    const misuse = { attempts: inputs.attempts as number, damage: inputs.damage as number };
    const risks = ['without', 'with'].map((name) => measuredMisuseRisk(misuse, of(name), of('stopped')));
    const [before, after] = risks as [number, number];
    const bad = ['without', 'with', 'stopped'].find((name) => !rises(of(name)));
    if (bad !== undefined) return { message: 'a curve has times that do not rise or shares that fall', parameter: bad };
    const left = 1 - of('stopped').at(-1)!.share;
    return {
      rows: [
        { name: 'without', value: before, text: 'Harm per year without the system.' },
        { name: 'with', value: after, text: 'Harm per year with it.' },
        { name: 'uplift', value: after - before, text: 'The difference.' },
      ],
      warnings:
        left > 0.01
          ? [`${(100 * left).toPrecision(2)} % of the actors try longer than the curve of giving up is long.`]
          : [],
    };
  },
};

function rises(points: readonly { readonly time: number; readonly share: number }[]): boolean {
  return points.every(({ time, share }, i) => i === 0 || (time > points[i - 1]!.time && share >= points[i - 1]!.share));
}
