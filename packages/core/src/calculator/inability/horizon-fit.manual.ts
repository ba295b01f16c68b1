import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';

export const horizonFitManual = {
  'horizon-fit': {
    title: 'The time horizon: how long a task may take a person for the system to do it half of the time',
    topic: 'inability',
    formula: ['success = 1 / (1 + e^−(intercept + slope · log2 minutes)), fitted by maximum likelihood'],
    source: fromLiterature('success against the logarithm of task length', 'Kwa et al. 2025, arXiv 2503.14499'),
    cautions: [
      'A description of the tasks at hand. It says nothing of other kinds of tasks, and beyond the longest one that was run it is an extrapolation.',
      'Runs of one task hang together, which the error does not know.',
    ],
    examples: [
      example(
        { runs: 'examples/scheming-inability/data/runs.csv', minutes: 16 },
        { horizon50: '4', intercept: '1.0986', slope: '-.54931', foretold: '.25' },
        'by hand: 3 of 4 at 1 minute and 1 of 4 at 16, so 50 % lies in the middle of their logarithms',
      ),
    ],
  },
} satisfies Manuals;
