import { fromLiterature } from '../../catalogue/index.js';
import { attackerWins, bestAttackRate, bestAttackRateApproximately } from '../../statistics/index.js';
import type { Calculator } from '../calculator.js';
import { number, probability } from '../parameter.js';
import { calculatorOf, example, type Numbers } from '../rows.js';

const game = ({ problems, auditFraction, correct }: Numbers) => ({
  problems: problems!,
  auditFraction: auditFraction!,
  correct: correct!,
});
const takes = ['problems', 'auditFraction', 'correct'] as const;
const needs = 'auditFraction below 1 and correct above 0, so that an attack can win';

/** Wins of the defender against the rate that the attacker likes best; certain where no attack can win. */
function defenderWins(of: Numbers): number {
  const { auditFraction, correct } = of;
  if (auditFraction === 1 || correct === 0) return 1;
  return 1 - attackerWins(bestAttackRate(game(of)), game(of));
}

export const upfrontAudit: Calculator = calculatorOf({
  name: 'upfront-audit',
  title: 'Upfront auditing: the attack rate that serves an attacker best, and how often he loses with it',
  topic: 'control',
  parameters: [
    number('problems', { low: 1, high: 1e12 }, 'problems in all'),
    number('auditFraction', probability, 'share that is audited, before any other is accepted'),
    number('correct', probability, 'share of the attacks that work and so do harm', 0.53),
  ],
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
  rows: [
    {
      name: 'bestAttackRate',
      text: 'The rate at which the attacker wins most often.',
      value: (of) => (of.auditFraction === 1 || of.correct === 0 ? Number.NaN : bestAttackRate(game(of))),
      call: { takes, needs, falls: ['auditFraction'], example: [[5000, 0.02, 0.53], 0.00126801835755] },
    },
    {
      name: 'approximateRate',
      text: 'The published approximation of it.',
      value: (of) => bestAttackRateApproximately(game(of)),
    },
    {
      name: 'attacks',
      text: 'Attacks to be expected at the approximate rate.',
      value: (of) => of.problems! * bestAttackRateApproximately(game(of)),
    },
    {
      name: 'defenderWins',
      text: 'The defender wins that often, whatever the rate: an audited problem was attacked, or no attack worked.',
      value: defenderWins,
      call: { takes, rises: ['auditFraction'], falls: ['correct'], example: [[5000, 0.02, 0.53], 0.151841316612] },
    },
    {
      name: 'attackerWins',
      text: 'An attacker who attacks each problem at a rate wins that often.',
      value: (of) => 1 - defenderWins(of),
    },
  ],
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
});
