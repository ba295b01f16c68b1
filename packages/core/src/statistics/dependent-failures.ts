import { binomialSurvival, pow } from '@surety/numerics';

/*
 * Closed forms of k equal things, each failing with probability p, that all fail. β is the probability that the common
 * cause, and not the thing itself, is behind a failure (or, for legs, that their diversity is worth nothing).
 * All of p and β lie in [0, 1] and k is at least 1, else `NaN`.
 */

/** All of k independent things fail: p^k. */
export function independentAll(p: number, k: number): number {
  return valid(p, k, 0) ? pow(p, k) : Number.NaN;
}

/**
 * The β-factor model's rare-event closed form: βp + ((1−β)p)^k (Fleming 1975). Too high for a large p (0.91 at p = 1,
 * k = 2, β = 0.1 shows that it is not a probability model there).
 */
export function betaFactorRareEvent(p: number, k: number, beta: number): number {
  return valid(p, k, beta) ? beta * p + pow((1 - beta) * p, k) : Number.NaN;
}

/** The β-factor model with its two causes combined as independent events: βp ∨ ((1−β)p)^k. */
export function betaFactorOr(p: number, k: number, beta: number): number {
  if (!valid(p, k, beta)) return Number.NaN;
  const common = beta * p;
  const own = pow((1 - beta) * p, k);
  return common + own - common * own;
}

/**
 * All members of a declared group of k leaves with equal doubts fail: βp + (1−βp)q^k with q = (p−βp)/(1−βp), which keeps
 * every member's own doubt at p (semantics, section 3). Never below `betaFactorOr`.
 */
export function groupAllFail(p: number, k: number, beta: number): number {
  if (!valid(p, k, beta)) return Number.NaN;
  const common = beta * p;
  const own = common === 1 ? 0 : (p - common) / (1 - common);
  return common + (1 - common) * pow(own, k);
}

/**
 * A strategy of k equal legs of which any suffices, with `{beta: b}` declared: no-credit form fails ∧ (B ∨ all legs
 * fail) = βp + (1−β)p^k (semantics, section 3).
 */
export function legsAllFail(p: number, k: number, beta: number): number {
  return valid(p, k, beta) ? beta * p + (1 - beta) * pow(p, k) : Number.NaN;
}

/**
 * At least k of n independent things fail: the upper tail of the binomial distribution.
 *
 * @param k whole number; 1 at or below 0. @param n whole number of at least 0. @param p probability of each, in [0, 1].
 */
export function atLeastOf(k: number, n: number, p: number): number {
  return Number.isInteger(k) ? binomialSurvival(k - 1, n, p) : Number.NaN;
}

/**
 * At least k of n exchangeable things fail when their common probability of failing is Beta distributed with mean p and
 * intra-class correlation ρ (the beta-binomial distribution): far more than `atLeastOf` in the tail.
 *
 * Time grows with n. All terms are positive, so the tail keeps its digits; it is 0 below 1e-300.
 *
 * @param k whole number; 1 at or below 0. @param n whole number, at most 1e8. @param p mean, in [0, 1].
 * @param rho correlation between any two, in [0, 1); 0 is independence.
 */
export function betaBinomialAtLeastOf(k: number, n: number, p: number, rho: number): number {
  if (!(Number.isInteger(k) && Number.isInteger(n) && n >= 0 && n <= 1e8 && valid(p, 1, rho) && rho < 1)) {
    return Number.NaN;
  }
  if (rho === 0 || p === 0 || p === 1) return atLeastOf(k, n, p);
  if (k <= 0) return 1;
  if (k > n) return 0;
  const a = p * (1 / rho - 1);
  const b = (1 - p) * (1 / rho - 1);
  // Weights relative to the one at the start, so that nothing under- or overflows near the bulk.
  const start = Math.min(n, Math.max(0, Math.round(n * p)));
  let tail = start >= k ? 1 : 0;
  let total = 1;
  for (let j = start, weight = 1; j < n && weight > 0; j++) {
    weight *= (((n - j) / (j + 1)) * (a + j)) / (b + n - j - 1);
    total += weight;
    if (j + 1 >= k) tail += weight;
  }
  for (let j = start, weight = 1; j > 0 && weight > 0; j--) {
    weight *= ((j / (n - j + 1)) * (b + n - j)) / (a + j - 1);
    total += weight;
    if (j - 1 >= k) tail += weight;
  }
  return Math.min(1, tail / total);
}

/**
 * Two channels of which B is possibly perfect: P(both fail) ≤ pfd of A × P(B is not perfect), whatever the dependence of
 * their failures (Littlewood & Rushby 2012).
 */
export function possiblyPerfect(pfdA: number, pnpB: number): number {
  return valid(pfdA, 1, pnpB) ? pfdA * pnpB : Number.NaN;
}

function valid(p: number, k: number, beta: number): boolean {
  return p >= 0 && p <= 1 && k >= 1 && beta >= 0 && beta <= 1;
}
