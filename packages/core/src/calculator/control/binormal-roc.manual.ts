import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';

export const binormalRocManual = {
  roc: {
    title: 'The binormal model of a monitor: what it catches at an audit budget, from its area under the ROC curve',
    topic: 'control',
    formula: ['d′ = √2 · Φ⁻¹(area)', 'detected at the false positive rate f: Φ(d′ + Φ⁻¹(f))'],
    source: fromLiterature('the binormal model', 'textbook of signal detection; the worked numbers are computed here'),
    cautions: [
      'It is a model: suspicion of real actions has heavier tails than a normal distribution, and a small budget looks at the tail only. Measure the monitor at its budget (a `detection` measure) before anything rests on it.',
    ],
    examples: [
      example({ area: 0.88, auditFraction: 0.02 }, { binormalSeparation: '1.66168', detected: '.34750' }, 'worked out'),
      example({ area: 0.88, auditFraction: 0.05 }, { detected: '.50671' }, 'worked out'),
    ],
  },
} satisfies Manuals;
