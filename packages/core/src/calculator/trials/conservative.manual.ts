import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';

export const conservativeManual = {
  'conservative-bayes': {
    title: 'The least confidence that n clean demands leave, whatever else the prior says',
    topic: 'trials',
    formula: [
      'theta(1 − epsilon)^n / [theta(1 − epsilon)^n + (1 − theta)(1 − p)^n]',
      'demands for confidence c: ln[(c/(1 − c)) · ((1 − theta)/theta)] / [ln(1 − epsilon) − ln(1 − p)]',
    ],
    source: fromLiterature(
      'conservative Bayesian inference',
      'Zhao et al. 2019, arXiv 1908.06540, its case of no failure, derived here',
    ),
    cautions: ['One failure among the demands, and this formula no longer holds.'],
    examples: [
      example({ theta: 0.9, epsilon: 1e-4, p: 1e-3, n: 1000 }, { conservativePosterior: '.956799' }, 'worked out'),
      example({ theta: 0.9, epsilon: 1e-4, p: 1e-3, n: 3000 }, { conservativePosterior: '.992599' }, 'worked out'),
      example(
        { theta: 0.9, epsilon: 1e-10, p: 1.09e-8, n: 0 },
        { demands: '6.919e7' },
        'worked out; 69 million is remembered from the paper',
      ),
      example({ theta: 0.1, epsilon: 1e-10, p: 1.09e-8, n: 0 }, { demands: '4.7608e8' }, 'worked out'),
      example({ theta: 0.5, epsilon: 1e-10, p: 1.09e-8, n: 0 }, { demands: '2.7263e8' }, 'worked out'),
    ],
  },
  'conservative-failure': {
    title: 'The worst probability of failure for who doubts to x that it is at most y',
    topic: 'trials',
    formula: ['conservativeFailure = x + y − xy', 'affordableDoubt = (z − y) / (1 − y)'],
    source: fromLiterature('the conservative bound', 'Bishop, Bloomfield, Littlewood, Povyakalo & Wright 2011'),
    examples: [
      example({ x: 0.0009, y: 1e-4 }, { conservativeFailure: '.00099991', affordableDoubt: '.00090009' }, 'published'),
    ],
    cautions: [],
  },
  'uniform-prior': {
    title: 'What n clean demands say of the next m, for who began with no opinion',
    topic: 'trials',
    formula: ['mean rate 1/(n + 2)', 'all of the next m clean: (n + 1)/(n + m + 1); with m = n it tends to ½'],
    source: fromLiterature('fifty-fifty', 'Littlewood & Strigini 1993'),
    cautions: ['A uniform prior is an opinion: it gives a probability of failure of ½ before the first demand.'],
    examples: [
      example(
        { n: 1000, m: 1000 },
        { uniformPriorMean: '.000998004', uniformPriorNextClean: '.500250' },
        'published: tends to 50:50',
      ),
    ],
  },
} satisfies Manuals;
