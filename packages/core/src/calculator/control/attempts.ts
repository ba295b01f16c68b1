import { log, log1p } from '@surety/numerics';
import { undetected as allUndetected } from '../../statistics/index.js';
import type { Arithmetic } from '../calculator.js';
import { number, probability, properShare } from '../parameter.js';
import { calculatorOf } from '../rows.js';

export const attempts: Arithmetic = calculatorOf({
  name: 'attempts',
  parameters: [
    number('detected', probability, 'probability that an attempt is detected'),
    number('k', { low: 0, high: 1e12 }, 'attempts'),
    number('alpha', properShare, 'probability with which all may stay unseen', 0.05),
  ],
  rows: [
    {
      name: 'allUndetected',
      text: 'Probability that k attempts all stay undetected.',
      value: ({ detected, k }) => allUndetected(detected!, k!),
      call: { takes: ['detected', 'k'], falls: ['detected', 'k'], example: [[0.338, 3], 0.290117528] },
    },
    {
      name: 'attemptsUntilDetection',
      text: 'Attempts after which all are still undetected with the probability alpha; not rounded.',
      value: ({ detected, alpha }) =>
        detected === 0 ? Number.NaN : detected === 1 ? 1 : untilDetection(detected!, alpha!),
      call: {
        takes: ['detected', 'alpha'],
        needs: 'detected above 0',
        falls: ['detected', 'alpha'],
        example: [[0.338, 0.05], 7.26256220746],
      },
    },
  ],
});

function untilDetection(detected: number, alpha: number): number {
  return log(alpha) / log1p(-detected);
}
