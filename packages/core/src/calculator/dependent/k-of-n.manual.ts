import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';

export const kOfNManual = {
  'k-of-n': {
    title: 'At least k of n copies misbehave, independently or hanging together',
    topic: 'failures together',
    formula: [
      'independent: the upper tail of the binomial distribution',
      'correlated: p itself is drawn for all copies from a Beta distribution with mean p and intra-class correlation rho (beta-binomial)',
    ],
    source: fromLiterature('the beta-binomial distribution', 'Skellam 1948; the numbers are worked out here'),
    cautions: ['Copies of one model see the same triggers: a correlation of 0 must be argued, not assumed.'],
    examples: [
      example(
        { k: 3, n: 1000, p: 1e-4, rho: 0.01 },
        { atLeastOf: '1.5422e-4', betaBinomialAtLeastOf: '1.0741e-2', times: '70' },
        'worked out',
      ),
    ],
  },
} satisfies Manuals;
