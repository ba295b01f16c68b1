import { exp, expm1, log, log1p } from '@surety/numerics';

/**
 * The upfront-auditing game of Greenblatt et al. 2024 (arXiv 2312.06942, its simplest protocol): of N problems the first
 * share is audited, then all others are accepted unread. An attack in an audited problem is caught and ends the game.
 */
export interface UpfrontAudit {
  /** Problems in all, at least 1. */
  readonly problems: number;
  /** Share that is audited, in [0, 1]; audits and accepted problems need not come out whole. */
  readonly auditFraction: number;
  /** Probability that a solution with a backdoor is correct, and so does harm, in [0, 1]. */
  readonly correct: number;
}

/**
 * Probability that the attacker wins when every problem is attacked with probability p: no audited problem was attacked,
 * and at least one accepted one was, with success. (1−p)^A · [1 − (1−qp)^B].
 *
 * @param p in [0, 1], else `NaN`.
 */
export function attackerWins(p: number, game: UpfrontAudit): number {
  const { audited, accepted } = split(game);
  if (!(p >= 0 && p <= 1) || Number.isNaN(audited)) return Number.NaN;
  // 1 − p would lose what a small p says of very many problems.
  const uncaught = audited === 0 ? 1 : p === 1 ? 0 : exp(audited * log1p(-p));
  const attacked = game.correct * p;
  return uncaught * (attacked === 1 ? (accepted > 0 ? 1 : 0) : -expm1(accepted * log1p(-attacked)));
}

/** The attack rate at which the attacker wins most often: exact, by bisection of the derivative of the logarithm. */
export function bestAttackRate(game: UpfrontAudit): number {
  const { audited, accepted } = split(game);
  const { correct: q } = game;
  if (Number.isNaN(audited) || q === 0 || accepted === 0) return Number.NaN;
  if (audited === 0) return 1;
  // −A/(1−p) + Bq(1−qp)^(B−1) / (1 − (1−qp)^B): falls in p, from +∞ to below 0.
  const slope = (p: number) => {
    const kept = log1p(-q * p);
    return -audited / (1 - p) + (accepted * q * exp((accepted - 1) * kept)) / -expm1(accepted * kept);
  };
  let [low, high] = [0, 1];
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The published approximation of the best rate: ln(1 + qB/A) / (qB). */
export function bestAttackRateApproximately(game: UpfrontAudit): number {
  const { audited, accepted } = split(game);
  const chances = game.correct * accepted;
  return chances > 0 && audited > 0 ? log(1 + chances / audited) / chances : Number.NaN;
}

function split({ problems, auditFraction, correct }: UpfrontAudit): { audited: number; accepted: number } {
  const valid = problems >= 1 && auditFraction >= 0 && auditFraction <= 1 && correct >= 0 && correct <= 1;
  if (!valid) return { audited: Number.NaN, accepted: Number.NaN };
  return { audited: auditFraction * problems, accepted: (1 - auditFraction) * problems };
}
