import {
  betaQuantile,
  betaQuantileUpper,
  betaSurvival,
  binomialCdf,
  exp,
  log,
  log1p,
  log1pMinus,
} from '@surety/numerics';

/*
 * The mean of values of which only the range is known, brought to [0, 1]. All of it rests on independence and on the
 * range, on no distribution: Hoeffding 1963 (Probability inequalities for sums of bounded random variables, theorem 1 in
 * its form with relative entropy), Bentkus 2004 (On Hoeffding's inequalities: the tail of such a sum is at most e times
 * that of the binomial), joined as in Bates, Angelopoulos, Lei, Malik & Jordan 2021 (Distribution-free, risk-controlling
 * prediction sets) and Angelopoulos, Bates, Candès, Jordan & Lei 2021 (Learn then test). The values need not be of one
 * distribution: the bound is then on the mean of their means.
 */

/** The relative entropy of a Bernoulli of mean r to one of mean x, r·ln(r/x) + (1−r)·ln((1−r)/(1−x)); r in [0, x]. */
function relativeEntropy(r: number, x: number): number {
  if (x >= 1) return r >= 1 ? 0 : Infinity;
  if (r <= 0) return -log1p(-x);
  if (r < x / 2) return r * log(r / x) + (1 - r) * (log1p(-r) - log1p(-x));
  // Near x the terms of first order cancel; without them: ln(1 + t) = t + (ln(1 + t) − t).
  const d = r - x;
  const upper = r >= 1 ? 0 : (1 - r) * log1pMinus(-d / (1 - x), (1 - r) / (1 - x));
  return (d * d) / (x * (1 - x)) + r * log1pMinus(d / x, r / x) + upper;
}

/** Hoeffding's bound on P(sum of n ≤ `sum`) where the mean is x or more: e^(−n·h(sum/n, x)), 1 from n·x on. */
export function hoeffdingTail(sum: number, n: number, x: number): number {
  if (!valid(sum, n) || Number.isNaN(x)) return Number.NaN;
  if (n === 0 || sum >= n * x) return 1;
  return x > 1 ? 0 : exp(-n * relativeEntropy(sum / n, x));
}

/** Bentkus' bound on P(sum of n ≤ `sum`) where the mean is x or more: e·P(Binomial(n, x) ≤ ⌈sum⌉), at most 1. */
export function bentkusTail(sum: number, n: number, x: number): number {
  if (!valid(sum, n) || Number.isNaN(x)) return Number.NaN;
  if (n === 0 || sum >= n * x) return 1;
  return x > 1 ? 0 : Math.min(1, Math.E * binomialCdf(roundedUp(sum, n), n, x));
}

/**
 * The tail at which a sum of n independent values in [0, 1] still shows their mean to be at most x: the lesser of
 * `hoeffdingTail` and `bentkusTail`. Where all values are 0 or 1 it is at least the exact binomial tail, as Chernoff's
 * bound and e times the tail are; it is never replaced by that tail because the values *seen* are 0 or 1, which would be a
 * choice made after the look. A measure of successes is a rate, and has the exact bound.
 *
 * @param sum of the values, 0 … n, else `NaN`. @param n how many; without any the tail is 1.
 * @param x what the mean must not exceed; 1 below the mean seen, 0 above 1.
 */
export function boundedMeanTail(sum: number, n: number, x: number): number {
  return Math.min(hoeffdingTail(sum, n, x), bentkusTail(sum, n, x));
}

/** The smallest x that `boundedMeanTail` holds the mean below at a tail α: an upper bound on the mean. */
export function boundedMeanUpper(sum: number, n: number, alpha: number): number {
  if (!(valid(sum, n) && alpha > 0 && alpha < 1)) return Number.NaN;
  let low = n === 0 ? 1 : sum / n;
  let high = 1;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return high;
    if (boundedMeanTail(sum, n, middle) > alpha) low = middle;
    else high = middle;
  }
}

/** The lower bound: 1 less the upper bound on the mean of 1 − value. */
export function boundedMeanLower(sum: number, n: number, alpha: number): number {
  return 1 - boundedMeanUpper(n - sum, n, alpha);
}

/** A value in [0, 1] and how often it was seen. */
export interface Weighted {
  readonly value: number;
  readonly count: number;
}

/**
 * The posterior of the mean of values in [0, 1] by the Bayesian bootstrap (Rubin 1981) with half a value more at each end
 * of the range: weights Dirichlet(counts, ½, ½). For values that are 0 or 1 that is exactly the Jeffreys posterior
 * Beta(k+½, n−k+½), and it has width where all values are equal. Its mean and its variance are computed exactly; the
 * shapes are those of the beta distribution that has the same two. The skewness is not matched: of 21 values between 0 and
 * 1 the 99 % points of the two lie apart by a tenth of the standard deviation.
 */
export function meanPosterior(values: readonly Weighted[]): { readonly a: number; readonly b: number } {
  // Half a value at 0 and half a value at 1.
  let total = 1;
  let sum = 0.5;
  for (const { value, count } of values) {
    total += count;
    sum += count * value;
  }
  const mean = sum / total;
  const spread = (value: number) => (value - mean) * (value - mean);
  const inside = values.reduce((squares, { value, count }) => squares + count * spread(value), 0);
  const variance = (inside + 0.5 * (spread(0) + spread(1))) / total;
  const weight = ((total + 1) * mean * (1 - mean)) / variance - 1;
  return { a: weight * mean, b: weight * (1 - mean) };
}

/** P(mean > x) by `meanPosterior`. Not a guarantee: for comparison, and for quantities. */
export function meanPosteriorSurvival(values: readonly Weighted[], x: number): number {
  const { a, b } = meanPosterior(values);
  return betaSurvival(x, a, b);
}

/** The central interval of `meanPosterior`, α outside it on each side. */
export function meanPosteriorInterval(values: readonly Weighted[], alpha: number): { lower: number; upper: number } {
  const { a, b } = meanPosterior(values);
  return { lower: betaQuantile(alpha, a, b), upper: betaQuantileUpper(alpha, a, b) };
}

/** ⌈sum⌉, where a sum of decimals that is whole but for the rounding of its parts (some 1e-16 each) counts as whole. */
function roundedUp(sum: number, n: number): number {
  const whole = Math.round(sum);
  return Math.abs(sum - whole) <= 1e-15 * n ? whole : Math.ceil(sum);
}

function valid(sum: number, n: number): boolean {
  return sum >= 0 && sum <= n && Number.isInteger(n);
}
