import { atLeastOf, betaBinomialAtLeastOf } from '../../statistics/index.js';
import type { Arithmetic } from '../calculator.js';
import { number, probability } from '../parameter.js';
import { calculatorOf, quantityFunction } from '../rows.js';

const most = 1e8;
/** Most copies in an expression, where the sum over them is made anew in each of thousands of trials. */
const mostInTrials = 1e5;

const copies = { low: 0, high: most, whole: true };
const p = number('p', probability, 'probability that a copy misbehaves');
const rho = number('rho', { low: 0, high: 1, openHigh: true }, 'correlation between any two copies', 0.01);

const byCounts = calculatorOf({
  name: 'k-of-n',
  parameters: [number('k', copies, 'copies that it takes'), number('n', copies, 'copies'), p, rho],
  refuse: ({ k, n }) => (k! > n! ? { message: 'it takes more copies than there are', parameter: 'k' } : undefined),
  rows: [
    {
      name: 'atLeastOf',
      text: 'At least k of n independent things fail.',
      value: ({ k, n, p }) => atLeastOf(k!, n!, p!),
    },
    {
      name: 'betaBinomialAtLeastOf',
      text: 'At least k of n things fail that are correlated (intra-class correlation rho; beta-binomial).',
      value: ({ k, n, p, rho }) => betaBinomialAtLeastOf(k!, n!, p!, rho!),
    },
    {
      name: 'times',
      text: 'How many times as likely the correlation makes it.',
      value: ({ k, n, p, rho }) => betaBinomialAtLeastOf(k!, n!, p!, rho!) / atLeastOf(k!, n!, p!),
    },
  ],
  warnings: (_, { times }) =>
    times! > 10
      ? [`The correlation makes it ${times!.toPrecision(2)} times as likely: rare failures must not come together.`]
      : [],
});

/** In an expression counts may follow from exposure, and need not be whole: a part of a thing counts as one. */
const inTrials = (high: number) => [
  number('k', { low: 0, high }, 'things that it takes; a part counts as one'),
  number('n', { low: 0, high }, 'things; a part counts as one'),
];

/** What division leaves behind a whole number is no further thing that it takes: that would be the less cautious. */
const needed = (k: number) => Math.ceil(k * (1 - 1e-12));

const call = { unit: { kind: 'copies', k: 0, n: 1, p: 2 }, rises: ['n', 'p'], falls: ['k'] } as const;

export const kOfN: Arithmetic = {
  ...byCounts,
  functions: [
    quantityFunction(
      'atLeastOf',
      'At least k of n independent things fail.',
      [...inTrials(most), p],
      { ...call, example: [[3, 1000, 1e-4], 1.542234847e-4] },
      (k, n, each) => atLeastOf(needed(k!), Math.ceil(n!), each!),
    ),
    quantityFunction(
      'betaBinomialAtLeastOf',
      'At least k of n things fail that are correlated (intra-class correlation rho; beta-binomial).',
      [...inTrials(mostInTrials), p, rho],
      { ...call, example: [[3, 1000, 1e-4, 0.01], 0.0107408132] },
      (k, n, each, correlation) => betaBinomialAtLeastOf(needed(k!), Math.ceil(n!), each!, correlation!),
    ),
  ],
};
