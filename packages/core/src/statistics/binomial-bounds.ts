import { betaQuantile, betaQuantileUpper, normalQuantileUpper } from '@surety/numerics';

/** A lower and an upper bound, each with the tail that was asked for outside it. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Clopper–Pearson upper bound on a rate: exceeded with probability α at most, whatever the rate. The 1 − α quantile of
 * Beta(k+1, n−k) (Clopper & Pearson 1934).
 *
 * @param k events, 0 … n, else `NaN`.
 * @param n trials, at least 0; without any the bound is 1.
 * @param alpha tail (not the level), in (0, 1), else `NaN`.
 */
export function binomialUpper(k: number, n: number, alpha: number): number {
  if (!validCounts(k, n, alpha)) return Number.NaN;
  return k === n ? 1 : betaQuantileUpper(alpha, k + 1, n - k);
}

/** Clopper–Pearson lower bound on a rate: the α quantile of Beta(k, n−k+1). Arguments as in `binomialUpper`. */
export function binomialLower(k: number, n: number, alpha: number): number {
  if (!validCounts(k, n, alpha)) return Number.NaN;
  return k === 0 ? 0 : betaQuantile(alpha, k, n - k + 1);
}

/** Upper bound of the Jeffreys posterior: the 1 − α quantile of Beta(k+½, n−k+½). Arguments as in `binomialUpper`. */
export function jeffreysUpper(k: number, n: number, alpha: number): number {
  return validCounts(k, n, alpha) ? betaQuantileUpper(alpha, k + 0.5, n - k + 0.5) : Number.NaN;
}

/** Lower bound of the Jeffreys posterior: the α quantile of Beta(k+½, n−k+½). Arguments as in `binomialUpper`. */
export function jeffreysLower(k: number, n: number, alpha: number): number {
  return validCounts(k, n, alpha) ? betaQuantile(alpha, k + 0.5, n - k + 0.5) : Number.NaN;
}

/** Upper bound of the posterior from a uniform prior: the 1 − α quantile of Beta(k+1, n−k+1). */
export function uniformPriorUpper(k: number, n: number, alpha: number): number {
  return validCounts(k, n, alpha) ? betaQuantileUpper(alpha, k + 1, n - k + 1) : Number.NaN;
}

/**
 * Upper bound of the posterior from a prior Beta(a, b): the 1 − α quantile of Beta(k+a, n−k+b). It is as good as the prior:
 * with few trials it says what the prior says, and with a below 1 and no events it may lie far below `binomialUpper`.
 *
 * @param a first shape of the prior, above 0. @param b second shape, above 0, else `NaN`. Others as in `binomialUpper`.
 */
export function betaPriorUpper(k: number, n: number, alpha: number, a: number, b: number): number {
  return validCounts(k, n, alpha) && a > 0 && b > 0 ? betaQuantileUpper(alpha, k + a, n - k + b) : Number.NaN;
}

/** Lower bound of the posterior from a prior Beta(a, b): the α quantile. Arguments as in `betaPriorUpper`. */
export function betaPriorLower(k: number, n: number, alpha: number, a: number, b: number): number {
  return validCounts(k, n, alpha) && a > 0 && b > 0 ? betaQuantile(alpha, k + a, n - k + b) : Number.NaN;
}

/**
 * Wilson's score interval, α outside it on each side (so α = 0.025 gives the usual 95 % interval). Close to the level on
 * average, not a guarantee: for comparison with the literature, never for a doubt.
 *
 * @param k events, 0 … n. @param n trials, above 0, else `NaN`. @param alpha tail on each side, in (0, 1).
 */
export function wilson(k: number, n: number, alpha: number): Bounds {
  if (!validCounts(k, n, alpha) || n === 0) return { lower: Number.NaN, upper: Number.NaN };
  const z = normalQuantileUpper(alpha);
  const rate = k / n;
  const square = (z * z) / n;
  const centre = rate + square / 2;
  const half = z * Math.sqrt((rate * (1 - rate)) / n + (square / n) * 0.25);
  const lower = (centre - half) / (1 + square);
  const upper = (centre + half) / (1 + square);
  return { lower: k === 0 ? 0 : Math.max(0, lower), upper: k === n ? 1 : Math.min(1, upper) };
}

/** Upper end of `wilson`. */
export function wilsonUpper(k: number, n: number, alpha: number): number {
  return wilson(k, n, alpha).upper;
}

/** Lower end of `wilson`. */
export function wilsonLower(k: number, n: number, alpha: number): number {
  return wilson(k, n, alpha).lower;
}

function validCounts(k: number, n: number, alpha: number): boolean {
  return k >= 0 && k <= n && n < Infinity && alpha > 0 && alpha < 1;
}
