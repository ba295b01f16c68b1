import { betaSurvival } from '@surety/numerics';

/**
 * The smallest number of trials at which `events` events still show the rate to be at most `limit` at a tail of α: the
 * least n with P(Beta(k+1, n−k) > limit) ≤ α. Exact, for the Clopper–Pearson bound (Wilks 1941: 59 at 5 %, 95 % and no
 * events, 93 at one).
 *
 * @param limit rate, in (0, 1), else `NaN`. @param alpha tail, in (0, 1), else `NaN`.
 * @param events a whole number of at least 0, else `NaN`.
 * @returns a whole number, or `Infinity` beyond 2^53.
 */
export function trialsNeeded(limit: number, alpha: number, events = 0): number {
  if (!(limit > 0 && limit < 1 && alpha > 0 && alpha < 1 && Number.isInteger(events) && events >= 0)) {
    return Number.NaN;
  }
  const enough = (n: number) => betaSurvival(limit, events + 1, n - events) <= alpha;
  let high = events + 1;
  while (!enough(high)) {
    high *= 2;
    if (high > Number.MAX_SAFE_INTEGER) return Infinity;
  }
  // Not enough at `low`: with as many trials as events nothing is shown.
  let low = events;
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
