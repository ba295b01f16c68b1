import {
  affordableDoubt,
  conservativeDemands,
  conservativeDoubt,
  conservativeFailure,
  conservativePosterior,
  uniformPriorMean,
  uniformPriorNextClean,
} from '../../statistics/index.js';
import type { Arithmetic } from '../calculator.js';
import { nonNegative, number, probability, properShare } from '../parameter.js';
import { calculatorOf, quantityFunction } from '../rows.js';

const theta = number('theta', probability, 'prior confidence that the probability of failure is at most epsilon');
const epsilon = number('epsilon', { low: 0, high: 1, openHigh: true }, 'the bound that this confidence is about');
const p = number('p', { low: 0, high: 1, openHigh: true }, 'probability of failure that is claimed');
const ordered = 'epsilon at most p';

const bayes = calculatorOf({
  name: 'conservative-bayes',
  parameters: [
    theta,
    epsilon,
    p,
    number('n', { ...nonNegative, high: 1e18 }, 'demands without failure'),
    number('c', properShare, 'confidence to be reached', 0.95),
  ],
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
});

export const conservativeBayes: Arithmetic = {
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

export const conservativeFailureOf: Arithmetic = calculatorOf({
  name: 'conservative-failure',
  parameters: [
    number('x', probability, 'doubt that the bound holds'),
    number('y', probability, 'the bound'),
    number('z', probability, 'probability of failure that may be claimed', 1e-3),
  ],
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
});

export const uniformPrior: Arithmetic = calculatorOf({
  name: 'uniform-prior',
  parameters: [
    number('n', { ...nonNegative, high: 1e15 }, 'clean demands'),
    number('m', { ...nonNegative, high: 1e15 }, 'demands to come'),
  ],
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
});
