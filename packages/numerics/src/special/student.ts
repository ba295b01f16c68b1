import { betaCdf } from './beta.js';
import { betaQuantile, betaQuantileUpper } from './beta-quantile.js';

/**
 * P(T > t) for Student's t with `df` degrees of freedom, accurate in the upper tail.
 *
 * @param df above 0 and finite, else `NaN`.
 */
export function studentSurvival(t: number, df: number): number {
  if (!(df > 0 && df < Infinity) || Number.isNaN(t)) return Number.NaN;
  if (t < 0) return 1 - studentSurvival(-t, df);
  const square = t * t;
  return square === Infinity ? 0 : 0.5 * betaCdf(df / (df + square), df / 2, 0.5);
}

/**
 * The t with P(T > t) = q for Student's t with `df` degrees of freedom: at least 0 for q up to ½.
 *
 * @param q in (0, 1), else `NaN`. @param df above 0 and finite, else `NaN`.
 */
export function studentQuantileUpper(q: number, df: number): number {
  if (!(q > 0 && q < 1 && df > 0 && df < Infinity)) return Number.NaN;
  if (q > 0.5) return -studentQuantileUpper(1 - q, df);
  // y = t² / (df + t²), from whichever end keeps its digits.
  const y = betaQuantileUpper(2 * q, 0.5, df / 2);
  if (y < 0.5) return Math.sqrt((df * y) / (1 - y));
  const rest = betaQuantile(2 * q, df / 2, 0.5);
  return Math.sqrt((df * (1 - rest)) / rest);
}
