import { binomialUpper, groupHolds } from '../../statistics/index.js';
import type { Arithmetic } from '../calculator.js';
import { count, number, properShare } from '../parameter.js';
import { calculatorOf, type Numbers } from '../rows.js';

const shares = ({ questions, advisor, system, both }: Numbers) =>
  [advisor! / questions!, system! / questions!, both! / questions!] as const;

/** The β at which a group of two with these doubts fails together as often as was seen; 0 where it is seen less often. */
function betaSeen(of: Numbers): number {
  const [p, q, together] = shares(of);
  if (p === 0 || q === 0) return Number.NaN;
  const joint = (beta: number) => 1 - groupHolds([p, q], beta).any;
  if (together <= joint(0)) return 0;
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (joint(middle) < together) low = middle;
    else high = middle;
  }
  return high;
}

export const sharedErrors: Arithmetic = calculatorOf({
  name: 'shared-errors',
  parameters: [
    number('questions', { low: 1, high: 1e9, whole: true }, 'questions that both answered'),
    number('advisor', count, 'questions that the advisor got wrong'),
    number('system', count, 'questions that the system got wrong'),
    number('both', count, 'questions that both got wrong'),
    number('alpha', properShare, 'tail outside the bound', 0.05),
  ],
  refuse: ({ questions, advisor, system, both }) => {
    if (advisor! > questions!) return { message: 'more were wrong than were asked', parameter: 'advisor' };
    if (system! > questions!) return { message: 'more were wrong than were asked', parameter: 'system' };
    if (both! > Math.min(advisor!, system!))
      return { message: 'more were wrong together than apart', parameter: 'both' };
    return advisor! + system! - both! > questions!
      ? { message: 'the errors are more than the questions', parameter: 'both' }
      : undefined;
  },
  rows: [
    {
      name: 'agreement',
      text: 'Share of the rarer’s errors that the other made too.',
      value: ({ advisor, system, both }) => both! / Math.min(advisor!, system!),
    },
    { name: 'beta', text: 'The β that reproduces what was seen.', value: betaSeen },
    {
      name: 'betaUpper',
      text: 'The β to declare: an upper bound on it.',
      value: ({ advisor, system, both, alpha }) => binomialUpper(both!, Math.min(advisor!, system!), alpha!),
    },
    {
      name: 'phi',
      text: 'Correlation of the errors.',
      value: (of) => {
        const [p, q, together] = shares(of);
        return (together - p * q) / Math.sqrt(p * (1 - p) * q * (1 - q));
      },
    },
  ],
  warnings: ({ advisor, system }, { betaUpper }) =>
    Math.min(advisor!, system!) < 10
      ? [
          `Only ${Math.min(advisor!, system!)} errors of the rarer kind: β may be as high as ${betaUpper!.toPrecision(2)}.`,
        ]
      : [],
});
