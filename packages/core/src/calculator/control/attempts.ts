import { log, log1p } from '@surety/numerics';
import { fromLiterature } from '../../catalogue/index.js';
import { undetected as allUndetected } from '../../statistics/index.js';
import type { Calculator } from '../calculator.js';
import { number, probability, properShare } from '../parameter.js';
import { calculatorOf, example } from '../rows.js';

export const attempts: Calculator = calculatorOf({
  name: 'attempts',
  title: 'How many attempts stay undetected, and how many it takes until one is seen',
  topic: 'control',
  parameters: [
    number('detected', probability, 'probability that an attempt is detected'),
    number('k', { low: 0, high: 1e12 }, 'attempts'),
    number('alpha', properShare, 'probability with which all may stay unseen', 0.05),
  ],
  formula: ['allUndetected = (1 − detected)^k', 'attemptsUntilDetection = ln(alpha) / ln(1 − detected)'],
  source: fromLiterature('geometric waiting time', 'textbook'),
  cautions: ['Detections are independent. A monitor that missed an attack misses it again when it is repeated.'],
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
  examples: [
    example({ detected: 0.9, k: 3 }, { allUndetected: '.001' }, 'by hand: 0.1^3'),
    example({ detected: 0.338, k: 3 }, { allUndetected: '.29012' }, 'by hand: 0.662^3'),
  ],
});

function untilDetection(detected: number, alpha: number): number {
  return log(alpha) / log1p(-detected);
}
