import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';

export const atScaleManual = {
  'at-scale': {
    title: 'What few events in n trials leave open about many more uses',
    topic: 'trials',
    formula: [
      'perUse: 95 % Clopper–Pearson upper bound; events = perUse · uses; atLeastOneEvent = 1 − (1 − perUse)^uses',
      'neededPerUse = 1 − (1 − target)^(1/uses); neededTrials = ln(0.05) / ln(1 − neededPerUse)',
    ],
    source: fromLiterature('binomial bounds at scale', 'textbook; the numbers are worked out here'),
    cautions: ['Uses are like the trials. Where they are not, not even this holds.'],
    examples: [
      example(
        { k: 0, n: 2000, uses: 100000 },
        {
          perUse: '.0014967',
          eventsAllowed: '149.7',
          atLeastOneEvent: '1.000',
          neededPerUse: '1.0005e-8',
          neededTrials: '2.994e8',
        },
        'worked out with SciPy',
      ),
    ],
  },
} satisfies Manuals;
