import { betaCdf, betaSurvival } from './beta.js';
import { gammaCdf, gammaSurvival } from './gamma.js';

/**
 * P(K <= k) for K ~ Binomial(n, p), as the upper tail of Beta(k + 1, n − k): accurate also where it is tiny.
 *
 * @param k any number, rounded down; 0 below 0, 1 from n on.
 * @param n number of trials, an integer >= 0, else `NaN`.
 * @param p probability of an event in [0, 1], else `NaN`.
 */
export function binomialCdf(k: number, n: number, p: number): number {
  if (!validBinomial(k, n, p)) return Number.NaN;
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  return whole >= n ? 1 : betaSurvival(p, whole + 1, n - whole);
}

/**
 * P(K > k) for K ~ Binomial(n, p), as the lower tail of Beta(k + 1, n − k): accurate also where it is tiny.
 *
 * @param k any number, rounded down; 1 below 0, 0 from n on.
 * @param n number of trials, an integer >= 0, else `NaN`.
 * @param p probability of an event in [0, 1], else `NaN`.
 */
export function binomialSurvival(k: number, n: number, p: number): number {
  if (!validBinomial(k, n, p)) return Number.NaN;
  const whole = Math.floor(k);
  if (whole < 0) return 1;
  return whole >= n ? 0 : betaCdf(p, whole + 1, n - whole);
}

function validBinomial(k: number, n: number, p: number): boolean {
  return !Number.isNaN(k) && Number.isInteger(n) && n >= 0 && p >= 0 && p <= 1;
}

/**
 * P(K <= k) for a Poisson count K, as the upper tail of a gamma variable of shape k + 1: accurate also where it is tiny.
 *
 * @param k any number, rounded down; 0 below 0.
 * @param mean expected count, >= 0 and finite, else `NaN`.
 */
export function poissonCdf(k: number, mean: number): number {
  if (!(mean >= 0 && mean < Infinity) || Number.isNaN(k)) return Number.NaN;
  if (k < 0) return 0;
  return k === Infinity ? 1 : gammaSurvival(mean, Math.floor(k) + 1);
}

/**
 * P(K > k) for a Poisson count K, as the lower tail of a gamma variable of shape k + 1: accurate also where it is tiny.
 *
 * @param k any number, rounded down; 1 below 0.
 * @param mean expected count, >= 0 and finite, else `NaN`.
 */
export function poissonSurvival(k: number, mean: number): number {
  if (!(mean >= 0 && mean < Infinity) || Number.isNaN(k)) return Number.NaN;
  if (k < 0) return 1;
  return k === Infinity ? 0 : gammaCdf(mean, Math.floor(k) + 1);
}
