import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';

export const attemptsManual = {
  attempts: {
    title: 'How many attempts stay undetected, and how many it takes until one is seen',
    topic: 'control',
    formula: ['allUndetected = (1 − detected)^k', 'attemptsUntilDetection = ln(alpha) / ln(1 − detected)'],
    source: fromLiterature('geometric waiting time', 'textbook'),
    cautions: ['Detections are independent. A monitor that missed an attack misses it again when it is repeated.'],
    examples: [
      example({ detected: 0.9, k: 3 }, { allUndetected: '.001' }, 'by hand: 0.1^3'),
      example({ detected: 0.338, k: 3 }, { allUndetected: '.29012' }, 'by hand: 0.662^3'),
    ],
  },
} satisfies Manuals;
