import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';

export const paretoManual = {
  pareto: {
    title: 'Protocols as points of usefulness and safety: which of them no other one beats',
    topic: 'control',
    formula: ['A protocol is beaten by one that is at least as useful and as safe, and better in one of the two.'],
    source: fromLiterature('usefulness and safety of control protocols', 'Greenblatt et al. 2024, arXiv 2312.06942'),
    cautions: ['Differences that lie within the error of the measurements decide nothing.'],
    examples: [
      example(
        { points: 'examples/control/protocols.csv' },
        {
          front: 'trusted monitoring; trusted editing 10 %; trusted editing 20 %; defer 50 %',
          leftOut: 'upfront auditing',
        },
        'T9: the points are published, the comparison is worked out',
      ),
    ],
  },
} satisfies Manuals;
