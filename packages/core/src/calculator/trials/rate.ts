import {
  betaPriorUpper,
  binomialLower,
  binomialUpper,
  jeffreysLower,
  jeffreysUpper,
  sequentialUpper,
  wilsonLower,
  wilsonUpper,
} from '../../statistics/index.js';
import type { Arithmetic } from '../calculator.js';
import { nonNegative, number, positive, properShare } from '../parameter.js';
import { type Call, calculatorOf, quantityFunction, type Row } from '../rows.js';

type Bound = (k: number, n: number, alpha: number) => number;
const needs = 'k at most n';

function bound(
  name: string,
  text: string,
  value: Bound,
  at: readonly [readonly number[], number],
  rises?: string[],
): Row {
  const call: Call = {
    takes: ['k', 'n', 'alpha'],
    needs,
    rises: ['k', ...(rises ?? [])],
    falls: rises === undefined ? ['n', 'alpha'] : ['n'],
    example: at,
  };
  return { name, text, value: ({ k, n, alpha }) => value(k!, n!, alpha!), call };
}

const parameters = [
  number('k', nonNegative, 'events'),
  number('n', { ...nonNegative, high: 1e15 }, 'trials'),
  number('alpha', properShare, 'tail outside the bound, on each side of an interval (0.025 for 95 %)', 0.05),
] as const;

const byCounts = calculatorOf({
  name: 'rate',
  parameters,
  refuse: ({ k, n }) => (k! > n! ? { message: 'there are more events than trials', parameter: 'k' } : undefined),
  rows: [
    { name: 'share', text: 'Events over trials.', value: ({ k, n }) => k! / n! },
    bound('binomialUpper', 'One-sided Clopper–Pearson upper bound on a rate.', binomialUpper, [
      [0, 2000, 0.05],
      0.001496744895,
    ]),
    bound(
      'binomialLower',
      'One-sided Clopper–Pearson lower bound on a rate.',
      binomialLower,
      [[1, 100, 0.025], 0.000253146033],
      ['alpha'],
    ),
    bound('jeffreysUpper', 'Upper bound of the Jeffreys posterior of a rate.', jeffreysUpper, [
      [0, 1000, 0.05],
      0.001918406712,
    ]),
    bound(
      'jeffreysLower',
      'Lower bound of the Jeffreys posterior of a rate.',
      jeffreysLower,
      [[1, 100, 0.05], 0.001762096254],
      ['alpha'],
    ),
    bound('wilsonUpper', 'Upper end of Wilson’s score interval, alpha outside on each side.', wilsonUpper, [
      [22, 48, 0.025],
      0.5970892545,
    ]),
    bound(
      'wilsonLower',
      'Lower end of Wilson’s score interval, alpha outside on each side.',
      wilsonLower,
      [[22, 48, 0.025], 0.3257524229],
      ['alpha'],
    ),
    bound('sequentialUpper', 'Upper bound on a rate that holds whenever a run is looked at.', sequentialUpper, [
      [0, 1000, 0.05],
      0.003781027378,
    ]),
  ],
});

export const rate: Arithmetic = {
  ...byCounts,
  functions: [
    ...byCounts.functions,
    quantityFunction(
      'betaPriorUpper',
      'Upper bound of the posterior of a rate from a prior Beta(a, b).',
      [
        ...parameters,
        number('a', positive, 'first shape of the prior'),
        number('b', positive, 'second shape of the prior'),
      ],
      { needs, rises: ['k', 'a'], falls: ['n', 'alpha', 'b'], example: [[0, 1000, 0.05, 1, 1], 0.002988265753] },
      (k, n, alpha, a, b) => betaPriorUpper(k!, n!, alpha!, a!, b!),
    ),
  ],
};
