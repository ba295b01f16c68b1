import { fromLiterature } from '../../catalogue/index.js';
import { marginLeft, staysBelow } from '../../statistics/index.js';
import type { Calculator } from '../calculator.js';
import { number, positive, probability } from '../parameter.js';
import { calculatorOf, example } from '../rows.js';

export const elicitationMargin: Calculator = calculatorOf({
  name: 'elicitation-margin',
  title: 'How much better elicitation could be before a measured capability reaches a threshold',
  topic: 'inability',
  parameters: [
    number('upper', { ...probability, openLow: true }, 'upper bound on the rate that was measured'),
    number('threshold', { ...probability, openLow: true }, 'rate from which the capability counts as there'),
    number('margin', { ...positive, low: 1, openLow: false }, 'factor that elicitation is feared to bring', 4),
  ],
  formula: ['marginLeft = threshold / upper', 'elicited = upper · margin, at most 1; it must stay below the threshold'],
  source: fromLiterature(
    'a multiplicative margin',
    'the same as `margin` of a requirement; factors of 4 and 6 of effective compute are remembered from policies of developers',
  ),
  cautions: [
    'A factor on effective compute is not a factor on a pass rate: how the one becomes the other must be argued.',
  ],
  rows: [
    {
      name: 'marginLeft',
      text: 'The largest factor that a bound leaves below a threshold; below 1 it is crossed already.',
      value: ({ upper, threshold }) => marginLeft(upper!, threshold!),
      call: { takes: ['upper', 'threshold'], rises: ['threshold'], falls: ['upper'], example: [[0.01, 0.05], 5] },
    },
    {
      name: 'elicited',
      text: 'The bound with the margin.',
      value: ({ upper, margin }) => Math.min(1, upper! * margin!),
    },
    {
      name: 'exceeds',
      text: '1 where it reaches the threshold, and the argument does not hold; else 0.',
      value: ({ upper, margin, threshold }) => (staysBelow(upper!, margin!, threshold!) ? 0 : 1),
    },
  ],
  examples: [
    example({ upper: 0.01, threshold: 0.05, margin: 4 }, { marginLeft: '5', elicited: '.04', exceeds: '0' }, 'by hand'),
    example(
      { upper: 0.0125, threshold: 0.05, margin: 4 },
      { marginLeft: '4', exceeds: '1' },
      'by hand: equal is not below',
    ),
    example(
      { upper: 0.15, threshold: 0.9, margin: 6 },
      { marginLeft: '6', exceeds: '1' },
      'by hand: equal is not below',
    ),
  ],
});
