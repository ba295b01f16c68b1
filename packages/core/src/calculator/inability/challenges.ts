import { anySuiteBelow, reachesShare } from '../../statistics/index.js';
import type { Arithmetic } from '../calculator.js';
import { count, number, probability } from '../parameter.js';
import { quantityFunction } from '../rows.js';

const fraction = number(
  'fraction',
  { ...probability, openLow: true },
  'share of a suite from which it counts as passed',
  0.8,
);
const most = 64;

export const challenges: Arithmetic = {
  name: 'challenges',
  parameters: [
    { kind: 'numbers', name: 'passed', text: 'challenges passed, a number for each suite', ...count, fewest: 1, most },
    { kind: 'numbers', name: 'total', text: 'challenges of each suite', ...count, low: 1, fewest: 1, most },
    fraction,
  ],
  functions: [
    quantityFunction(
      'reachesShare',
      '1 where passed is at least fraction · total, else 0: the suite counts as passed.',
      [
        number('passed', { low: 0, high: 1e9 }, 'challenges passed'),
        number('total', { low: 0, high: 1e9, openLow: true }, 'challenges'),
        fraction,
      ],
      { rises: ['passed'], falls: ['total', 'fraction'], example: [[9, 11, 0.8], 1] },
      (passed, total, share) => (reachesShare({ passed: passed!, total: total! }, share!) ? 1 : 0),
    ),
  ],
  compute: (inputs) => {
    const { passed, total } = inputs as Record<string, readonly number[]>;
    const share = inputs.fraction as number;
    if (passed!.length !== total!.length)
      return {
        message: `${passed!.length} suites were passed in part, and ${total!.length} are counted`,
        parameter: 'total',
      };
    const suites = passed!.map((one, at) => ({ passed: one, total: total![at]! }));
    if (suites.some((suite) => suite.passed > suite.total))
      return { message: 'more challenges were passed than there are', parameter: 'passed' };
    return {
      rows: [
        {
          name: 'holds',
          value: anySuiteBelow(suites, share) ? 1 : 0,
          text: '1 where one suite at least was not passed, so that the inability argument holds by its rule; else 0.',
        },
        ...suites.map((suite, at) => ({
          name: `suite ${at + 1}`,
          value: `${suite.passed} of ${suite.total}, ${reachesShare(suite, share) ? 'passed' : 'not passed'}`,
          text: `It is passed from ${Math.ceil(share * suite.total - 1e-9)} on.`,
        })),
      ],
      warnings: [],
    };
  },
};
