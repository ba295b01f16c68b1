import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';

export const rateManual = {
  rate: {
    title: 'Bounds on a rate from k events in n trials',
    topic: 'trials',
    formula: [
      'Clopper–Pearson: the quantiles of Beta(k + 1, n − k) above and Beta(k, n − k + 1) below; exact, and what a requirement counts with',
      'Jeffreys: the quantiles of Beta(k + ½, n − k + ½); what a quantity draws from',
      'Wilson: (p̂ + z²/2n ± z√(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n); for comparison with the literature',
    ],
    source: fromLiterature('bounds on a rate', 'Clopper & Pearson 1934; Wilson 1927; Jeffreys 1946'),
    cautions: [
      'Trials are independent and of one kind. Where tasks, prompts or epochs hang together, the bounds are too narrow.',
    ],
    examples: [
      example(
        { k: 22, n: 48, alpha: 0.025 },
        { share: '.458', wilsonLower: '.326', wilsonUpper: '.597' },
        'T1, published: 45.8 % [32.6, 59.7]',
      ),
      example({ k: 0, n: 59, alpha: 0.05 }, { binomialUpper: '.04951' }, 'T3'),
      example({ k: 0, n: 1000, alpha: 0.05 }, { jeffreysUpper: '.00191841' }, 'worked out with SciPy'),
    ],
  },
} satisfies Manuals;
