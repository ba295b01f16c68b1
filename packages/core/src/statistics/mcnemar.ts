import { betaSurvival } from '@surety/numerics';

/** Tails of the exact conditional test on pairs: only those that differ say anything. */
export interface McNemar {
  /** Probability of a split at least as lopsided, either way, if both sides had the same rate: twice the smaller tail. */
  readonly twoSided: number;
  /** Probability of at least so many pairs with the event on the second side only, and of at most so many. */
  readonly more: number;
  readonly fewer: number;
}

/**
 * McNemar's test in its exact form (McNemar 1947; the binomial of the discordant pairs with probability ½). Without
 * discordant pairs every tail is 1.
 *
 * @param onlyFirst pairs with the event on the first side only, a whole number from 0, else `NaN`.
 * @param onlySecond pairs with the event on the second side only.
 */
export function mcnemar(onlyFirst: number, onlySecond: number): McNemar {
  if (!(onlyFirst >= 0 && onlySecond >= 0)) return { twoSided: Number.NaN, more: Number.NaN, fewer: Number.NaN };
  const more = atMost(onlyFirst, onlySecond);
  const fewer = atMost(onlySecond, onlyFirst);
  return { twoSided: Math.min(1, 2 * Math.min(more, fewer)), more, fewer };
}

/** P(X <= k) of a binomial with k + rest trials at ½. */
function atMost(k: number, rest: number): number {
  return rest === 0 ? 1 : betaSurvival(0.5, k + 1, rest);
}
