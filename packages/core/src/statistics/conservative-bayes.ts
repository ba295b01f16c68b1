import { exp, expm1, log, log1p } from '@surety/numerics';

/**
 * Worst-case probability of failure for who is confident to 1 − x that a probability of failure on demand is at most y:
 * x + y − xy (Bishop, Bloomfield, Littlewood, Povyakalo & Wright 2011).
 *
 * @param x doubt, in [0, 1], else `NaN`. @param y claimed bound, in [0, 1], else `NaN`.
 */
export function conservativeFailure(x: number, y: number): number {
  return inUnit(x) && inUnit(y) ? x + y - x * y : Number.NaN;
}

/**
 * The largest doubt x at which `conservativeFailure(x, y)` is still at most z: (z − y) / (1 − y).
 * To claim 1e-3 with y = 1e-4, one must be 99.910 % confident.
 */
export function affordableDoubt(z: number, y: number): number {
  return inUnit(z) && inUnit(y) && y < 1 && y <= z ? (z - y) / (1 - y) : Number.NaN;
}

/**
 * Conservative Bayesian inference: the least confidence that pfd ≤ p after n failure-free demands, over all priors with
 * P(pfd ≤ ε) = θ: θ(1−ε)^n / [θ(1−ε)^n + (1−θ)(1−p)^n] (k = 0 of Zhao et al. 2019, arXiv 1908.06540).
 *
 * @param theta prior confidence, in [0, 1]. @param epsilon the bound that it is about, in [0, p].
 * @param p claimed bound, in [ε, 1). @param n demands, at least 0. Else `NaN`.
 */
export function conservativePosterior(theta: number, epsilon: number, p: number, n: number): number {
  if (!(inUnit(theta) && epsilon >= 0 && epsilon <= p && p < 1 && n >= 0)) return Number.NaN;
  if (theta === 0) return 0;
  return 1 / (1 + ((1 - theta) / theta) * exp(n * (log1p(-p) - log1p(-epsilon))));
}

/**
 * The complement of `conservativePosterior`, without its cancellation: the most doubt that pfd ≤ p after n failure-free
 * demands. Arguments as there.
 */
export function conservativeDoubt(theta: number, epsilon: number, p: number, n: number): number {
  if (!(inUnit(theta) && epsilon >= 0 && epsilon <= p && p < 1 && n >= 0)) return Number.NaN;
  if (theta === 1) return 0;
  // No confidence stays none: 0 times demands beyond the range of numbers would be no number.
  if (theta === 0) return 1;
  return 1 / (1 + (theta / (1 - theta)) * exp(n * (log1p(-epsilon) - log1p(-p))));
}

/**
 * The p that `conservativeDoubt` gives the doubt u: draws of it, at uniform u, lie above those of every prior with
 * P(pfd ≤ ε) = θ. Between ε (where the doubt is above 1 − θ) and 1.
 */
export function conservativeQuantileUpper(theta: number, epsilon: number, u: number, n: number): number {
  if (!(inUnit(theta) && inUnit(epsilon) && u > 0 && u < 1 && n >= 0)) return Number.NaN;
  if (theta === 1 || u >= 1 - theta) return epsilon;
  if (theta === 0 || n === 0) return 1;
  const odds = log1p(-u) - log(u) + log1p(-theta) - log(theta);
  return Math.min(1, Math.max(epsilon, -expm1(log1p(-epsilon) - odds / n)));
}

/**
 * Failure-free demands after which `conservativePosterior` reaches confidence c; not rounded, 0 where the prior does.
 *
 * @param c confidence to be reached, in (0, 1). Else as in `conservativePosterior`, with ε < p and θ > 0.
 */
export function conservativeDemands(c: number, theta: number, epsilon: number, p: number): number {
  if (!(c > 0 && c < 1 && theta > 0 && theta <= 1 && epsilon >= 0 && epsilon < p && p < 1)) return Number.NaN;
  if (theta === 1) return 0;
  return Math.max(0, log((c / (1 - c)) * ((1 - theta) / theta)) / (log1p(-epsilon) - log1p(-p)));
}

/** Mean of the posterior from a uniform prior after n clean demands: 1 / (n + 2) (Laplace). */
export function uniformPriorMean(n: number): number {
  return n >= 0 ? 1 / (n + 2) : Number.NaN;
}

/**
 * Probability that the next m demands are clean after n clean ones, from a uniform prior: (n+1) / (n+m+1). With m = n it
 * tends to ½: "50:50" (Littlewood & Strigini 1993).
 */
export function uniformPriorNextClean(n: number, m: number): number {
  return n >= 0 && m >= 0 ? (n + 1) / (n + m + 1) : Number.NaN;
}

function inUnit(x: number): boolean {
  return x >= 0 && x <= 1;
}
