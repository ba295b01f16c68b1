import { attackerWins, bestAttackRate, bestAttackRateApproximately } from '../../statistics/index.js';
import type { Arithmetic } from '../calculator.js';
import { number, probability } from '../parameter.js';
import { calculatorOf, type Numbers } from '../rows.js';

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

export const upfrontAudit: Arithmetic = calculatorOf({
  name: 'upfront-audit',
  parameters: [
    number('problems', { low: 1, high: 1e12 }, 'problems in all'),
    number('auditFraction', probability, 'share that is audited, before any other is accepted'),
    number('correct', probability, 'share of the attacks that work and so do harm', 0.53),
  ],
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
});
