import { fromLiterature } from '../../catalogue/index.js';
import {
  affordableDoubt,
  conservativeDemands,
  conservativeDoubt,
  conservativeFailure,
  conservativePosterior,
  uniformPriorMean,
  uniformPriorNextClean,
} from '../../statistics/index.js';
import type { Calculator } from '../calculator.js';
import { nonNegative, number, probability, properShare } from '../parameter.js';
import { calculatorOf, example, quantityFunction } from '../rows.js';

const theta = number('theta', probability, 'prior confidence that the probability of failure is at most epsilon');
const epsilon = number('epsilon', { low: 0, high: 1, openHigh: true }, 'the bound that this confidence is about');
const p = number('p', { low: 0, high: 1, openHigh: true }, 'probability of failure that is claimed');
const ordered = 'epsilon at most p';

const bayes = calculatorOf({
  name: 'conservative-bayes',
  title: 'The least confidence that n clean demands leave, whatever else the prior says',
  topic: 'trials',
  parameters: [
    theta,
    epsilon,
    p,
    number('n', { ...nonNegative, high: 1e18 }, 'demands without failure'),
    number('c', properShare, 'confidence to be reached', 0.95),
  ],
  formula: [
    'theta(1 − epsilon)^n / [theta(1 − epsilon)^n + (1 − theta)(1 − p)^n]',
    'demands for confidence c: ln[(c/(1 − c)) · ((1 − theta)/theta)] / [ln(1 − epsilon) − ln(1 − p)]',
  ],
  source: fromLiterature(
    'conservative Bayesian inference',
    'Zhao et al. 2019, arXiv 1908.06540, its case of no failure, derived here',
  ),
  cautions: ['One failure among the demands, and this formula no longer holds.'],
  refuse: (of) => (of.epsilon! > of.p! ? { message: 'epsilon lies above p', parameter: 'epsilon' } : undefined),
  rows: [
    {
      name: 'conservativePosterior',
      text: 'Least confidence in p after n clean demands, given prior confidence theta in epsilon (Zhao et al. 2019).',
      value: (of) => conservativePosterior(of.theta!, of.epsilon!, of.p!, of.n!),
      call: {
        takes: ['theta', 'epsilon', 'p', 'n'],
        needs: ordered,
        rises: ['theta', 'p', 'n'],
        falls: ['epsilon'],
        example: [[0.9, 1e-4, 1e-3, 1000], 0.9567985956],
      },
    },
    {
      name: 'conservativeDoubt',
      text: 'Its complement: the most doubt in p after n clean demands.',
      value: (of) => conservativeDoubt(of.theta!, of.epsilon!, of.p!, of.n!),
      call: {
        takes: ['theta', 'epsilon', 'p', 'n'],
        needs: ordered,
        rises: ['epsilon'],
        falls: ['theta', 'p', 'n'],
        example: [[0.9, 1e-4, 1e-3, 1000], 0.0432014044],
      },
    },
    {
      name: 'demands',
      text: 'Clean demands that reach the confidence c.',
      value: (of) => conservativeDemands(of.c!, of.theta!, of.epsilon!, of.p!),
    },
  ],
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
});

export const conservativeBayes: Calculator = {
  ...bayes,
  functions: [
    ...bayes.functions,
    quantityFunction(
      'conservativeDemands',
      'Clean demands after which conservativePosterior reaches confidence c.',
      [number('c', properShare, 'confidence to be reached'), { ...theta, openLow: true }, epsilon, p],
      {
        needs: 'epsilon below p',
        rises: ['c', 'epsilon'],
        falls: ['theta', 'p'],
        example: [[0.95, 0.9, 1e-10, 1.09e-8], 69186518.31],
      },
      (c, t, e, claimed) => conservativeDemands(c!, t!, e!, claimed!),
    ),
  ],
};

export const conservativeFailureOf: Calculator = calculatorOf({
  name: 'conservative-failure',
  title: 'The worst probability of failure for who doubts to x that it is at most y',
  topic: 'trials',
  parameters: [
    number('x', probability, 'doubt that the bound holds'),
    number('y', probability, 'the bound'),
    number('z', probability, 'probability of failure that may be claimed', 1e-3),
  ],
  formula: ['conservativeFailure = x + y − xy', 'affordableDoubt = (z − y) / (1 − y)'],
  source: fromLiterature('the conservative bound', 'Bishop, Bloomfield, Littlewood, Povyakalo & Wright 2011'),
  rows: [
    {
      name: 'conservativeFailure',
      text: 'x + y - x*y: worst-case probability of failure given a doubt x that it is at most y (Bishop et al. 2011).',
      value: ({ x, y }) => conservativeFailure(x!, y!),
      call: { takes: ['x', 'y'], rises: ['x', 'y'], example: [[0.0009, 1e-4], 0.00099991] },
    },
    {
      name: 'affordableDoubt',
      text: 'The largest doubt x at which that is still at most z.',
      value: ({ z, y }) => affordableDoubt(z!, y!),
      call: {
        takes: ['z', 'y'],
        needs: 'y at most z, and below 1',
        rises: ['z'],
        falls: ['y'],
        example: [[1e-3, 1e-4], 0.000900090009],
      },
    },
  ],
  examples: [
    example({ x: 0.0009, y: 1e-4 }, { conservativeFailure: '.00099991', affordableDoubt: '.00090009' }, 'published'),
  ],
});

export const uniformPrior: Calculator = calculatorOf({
  name: 'uniform-prior',
  title: 'What n clean demands say of the next m, for who began with no opinion',
  topic: 'trials',
  parameters: [
    number('n', { ...nonNegative, high: 1e15 }, 'clean demands'),
    number('m', { ...nonNegative, high: 1e15 }, 'demands to come'),
  ],
  formula: ['mean rate 1/(n + 2)', 'all of the next m clean: (n + 1)/(n + m + 1); with m = n it tends to ½'],
  source: fromLiterature('fifty-fifty', 'Littlewood & Strigini 1993'),
  cautions: ['A uniform prior is an opinion: it gives a probability of failure of ½ before the first demand.'],
  rows: [
    {
      name: 'uniformPriorMean',
      text: '1 / (n + 2): mean rate after n clean demands, uniform prior.',
      value: ({ n }) => uniformPriorMean(n!),
      call: { takes: ['n'], falls: ['n'], example: [[1000], 1 / 1002] },
    },
    {
      name: 'uniformPriorNextClean',
      text: '(n + 1) / (n + m + 1): probability that m demands are clean after n clean ones, uniform prior.',
      value: ({ n, m }) => uniformPriorNextClean(n!, m!),
      call: { takes: ['n', 'm'], rises: ['n'], falls: ['m'], example: [[1000, 1000], 1001 / 2001] },
    },
  ],
  examples: [
    example(
      { n: 1000, m: 1000 },
      { uniformPriorMean: '.000998004', uniformPriorNextClean: '.500250' },
      'published: tends to 50:50',
    ),
  ],
});
