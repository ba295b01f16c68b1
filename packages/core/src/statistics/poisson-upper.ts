import { gammaQuantileUpper } from '@surety/numerics';

/**
 * Upper bound on the expected number of events after k were seen: the m at which k or fewer have probability α
 * (2.9957 at k = 0 and α = 0.05). Exact for a Poisson count (Garwood 1936).
 *
 * @param k events, a whole number of at least 0, else `NaN`.
 * @param alpha tail (not the level), in (0, 1), else `NaN`.
 */
export function poissonUpper(k: number, alpha: number): number {
  if (!(Number.isInteger(k) && k >= 0 && alpha > 0 && alpha < 1)) return Number.NaN;
  return gammaQuantileUpper(alpha, k + 1);
}
