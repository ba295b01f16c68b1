import { exp, log, log1p } from '../portable/index.js';
import { betaTailFactor, logBetaKernel, logBetaPeak, validShapes } from './beta.js';
import { normalQuantile } from './normal.js';

/**
 * The x with P(X <= x) = p for X ~ Beta(a, b), to nearly full precision for p down to 1e-300. Below 1e-307 the result
 * is 0.
 *
 * @param p probability in [0, 1], else `NaN`.
 * @param a first shape, > 0 and finite, else `NaN`.
 * @param b second shape, > 0 and finite, else `NaN`.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1 && validShapes(a, b))) return Number.NaN;
  if (p === 0) return 0;
  if (p === 1) return 1;
  return p <= 0.5 ? logistic(betaLogOdds(p, a, b)) : logistic(-betaLogOdds(1 - p, b, a));
}

/**
 * The x with P(X > x) = q for X ~ Beta(a, b): `betaQuantile(1 − q)` without the rounding of 1 − q, for upper bounds at
 * a small tail q.
 *
 * @param q probability in [0, 1], else `NaN`.
 * @param a first shape, > 0 and finite, else `NaN`.
 * @param b second shape, > 0 and finite, else `NaN`.
 */
export function betaQuantileUpper(q: number, a: number, b: number): number {
  if (!(q >= 0 && q <= 1 && validShapes(a, b))) return Number.NaN;
  if (q === 0) return 1;
  if (q === 1) return 0;
  return q <= 0.5 ? logistic(-betaLogOdds(q, b, a)) : logistic(betaLogOdds(1 - q, a, b));
}

/** 1 / (1 + e^−y), accurate for very negative y too. */
export function logistic(y: number): number {
  if (y > 0) return 1 / (1 + exp(-y));
  const odds = exp(y);
  return odds / (1 + odds);
}

/**
 * The log-odds of the quantile of Beta(a, b) at a lower tail p in (0, 0.5].
 *
 * The density of the log-odds is log-concave, so log P(Y <= y) is concave in y: Newton's step, and Halley's a little
 * further, converges from anywhere. The tangent at −∞ gives a lower bound of the root.
 */
export function betaLogOdds(p: number, a: number, b: number, peak = logBetaPeak(a, b)): number {
  const n = a + b;
  const logP = log(p);
  const logInverseBeta = peak - a * log(a / n) - b * log(b / n);
  const floor = (logP + log(a) - logInverseBeta) / a;
  let y = floor;
  if (a > 0.6 && b > 0.6) {
    const start = log((a - 1 / 3) / (b - 1 / 3)) + normalQuantile(p) * Math.sqrt(1 / a + 1 / b);
    if (start > y) y = start;
  }
  for (let i = 0; i < 60; i++) {
    if (y < -708) return y;
    const x = logistic(y);
    const complement = logistic(-y);
    const slope = a * complement - b * x;
    const logKernel = logBetaKernel(x, complement, a, b, peak);
    let excess: number;
    let rate: number;
    if (slope >= 0) {
      const factor = betaTailFactor(x, complement, a, b);
      excess = logKernel + log(factor) - logP;
      rate = 1 / factor;
    } else {
      const kernel = exp(logKernel);
      const upper = kernel * betaTailFactor(complement, x, b, a);
      excess = log1p(-upper) - logP;
      rate = kernel / (1 - upper);
    }
    const curvature = 1 - 0.5 * excess * (slope / rate - 1);
    const step = excess / rate / Math.min(2, Math.max(0.5, curvature));
    const next = y - step;
    if (Math.abs(step) <= 1e-5 / Math.sqrt(1 + n * x * complement)) return next;
    y = Math.max(next, floor);
  }
  return y;
}
