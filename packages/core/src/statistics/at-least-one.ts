import { expm1, log1p } from '@surety/numerics';

/**
 * Probability of at least one event in n uses that are independent given p: 1 − (1 − p)^n, without cancellation for a
 * tiny p.
 *
 * @param p probability per use, in [0, 1], else `NaN`.
 * @param n number of uses, at least 0 and not necessarily whole, else `NaN`.
 */
export function atLeastOne(p: number, n: number): number {
  if (!(p >= 0 && p <= 1 && n >= 0)) return Number.NaN;
  if (n === 0 || p === 0) return 0;
  return p === 1 ? 1 : -expm1(n * log1p(-p));
}

/**
 * The largest probability per use at which at least one event in n uses has no more than this probability:
 * 1 − (1 − total)^(1/n), the inverse of `atLeastOne`.
 *
 * @param total probability of at least one event, in [0, 1], else `NaN`.
 * @param n number of uses, above 0, else `NaN`.
 */
export function perUseProbability(total: number, n: number): number {
  if (!(total >= 0 && total <= 1 && n > 0)) return Number.NaN;
  return total === 1 ? 1 : -expm1(log1p(-total) / n);
}
