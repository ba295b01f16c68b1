import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';

export const upfrontAuditManual = {
  'upfront-audit': {
    title: 'Upfront auditing: the attack rate that serves an attacker best, and how often he loses with it',
    topic: 'control',
    formula: [
      'A = auditFraction · problems are audited, B = problems − A are accepted unread.',
      'attacker wins at rate p: (1 − p)^A · [1 − (1 − correct · p)^B]',
      'best rate: where the derivative of its logarithm is 0 (bisection); approximately ln(1 + correct · B/A) / (correct · B)',
    ],
    source: fromLiterature(
      'the simplest protocol, upfront auditing',
      'Greenblatt et al. 2024, arXiv 2312.06942 (15 % at a 2 % audit is the paper’s number; other audit shares are worked out)',
    ),
    cautions: ['An attack in an audited problem is taken to be seen for certain, and to end the game.'],
    examples: [
      example(
        { problems: 5000, auditFraction: 0.02, correct: 0.53 },
        { bestAttackRate: '.0012680', approximateRate: '.0012687', attacks: '6.34', defenderWins: '.1518' },
        'T7: 15 %, published',
      ),
      example(
        { problems: 5000, auditFraction: 0.005, correct: 0.53 },
        { bestAttackRate: '.0017692', approximateRate: '.0017703', attacks: '8.85', defenderWins: '.0523' },
        'T7',
      ),
      example(
        { problems: 5000, auditFraction: 0.1, correct: 0.53 },
        { bestAttackRate: '.0007346', approximateRate: '.0007349', attacks: '3.67', defenderWins: '.4275' },
        'T7',
      ),
      example(
        { problems: 5000, auditFraction: 0.3, correct: 0.53 },
        { bestAttackRate: '.0004338', approximateRate: '.0004340', attacks: '2.17', defenderWins: '.7116' },
        'T7',
      ),
    ],
  },
} satisfies Manuals;
