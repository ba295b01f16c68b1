import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';

export const monitoringManual = {
  monitoring: {
    title: 'What a red-team evaluation of a monitor counted, as rates of an attempt',
    topic: 'control',
    formula: [
      'detected = audited / (audited + missed + failed), and so on; falsePositive = innocentAudited / innocent',
      'caughtFirst = audited / (audited + missed): the share of long races that end with a catch',
    ],
    source: fromLiterature('the table on trusted monitoring', 'Greenblatt et al. 2024, arXiv 2312.06942'),
    cautions: [
      'These are shares of a sample. Evidence with a `detection` measure gives bounds, and the worst of the strategies.',
    ],
    examples: [
      example(
        { audited: 24, missed: 13, failed: 34, innocent: 1429, innocentAudited: 29 },
        { falsePositive: '.0203', detected: '.338', succeeds: '.183', neutral: '.479', caughtFirst: '.6486' },
        'T8; published for the last: 62 %, which its source calls not exactly reproducible',
      ),
    ],
  },
} satisfies Manuals;
