import { marginLeft, staysBelow } from '../../statistics/index.js';
import type { Arithmetic } from '../calculator.js';
import { number, positive, probability } from '../parameter.js';
import { calculatorOf } from '../rows.js';

export const elicitationMargin: Arithmetic = calculatorOf({
  name: 'elicitation-margin',
  parameters: [
    number('upper', { ...probability, openLow: true }, 'upper bound on the rate that was measured'),
    number('threshold', { ...probability, openLow: true }, 'rate from which the capability counts as there'),
    number('margin', { ...positive, low: 1, openLow: false }, 'factor that elicitation is feared to bring', 4),
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
});
