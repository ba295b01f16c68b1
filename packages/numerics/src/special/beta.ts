import { exp, expm1, log, log1p, log1pMinus } from '../portable/index.js';
import { NODE_COUNT, NODES, WEIGHTS } from './gauss-legendre.js';
import { stirlingError } from './log-gamma.js';

/*
 * Everything rests on the kernel K(x) = x^a (1−x)^b / B(a, b), in Loader's saddle-point form, which keeps its digits
 * at n = 1e7; K is also the density in the log-odds of x. A tail is K times a factor of moderate size: the continued
 * fraction of Didonato & Morris (1992, TOMS 708), or Gauss–Legendre quadrature in the log-odds where the fraction
 * would need hundreds of terms.
 */

/** Above this value of min(a, b) quadrature is faster than the continued fraction. */
const QUADRATURE_FROM = 10_000;

/** log K(x) at the mean a/(a+b). Needed by `logBetaKernel`, and dear enough to be computed once per (a, b). */
export function logBetaPeak(a: number, b: number): number {
  const n = a + b;
  return 0.5 * log((a / n) * b * 0.15915494309189535) + stirlingError(n) - stirlingError(a) - stirlingError(b);
}

/**
 * log K(x) for x in (0, 1).
 *
 * @param complement 1 − x, passed apart because it may be too small to be found from x.
 * @param peak `logBetaPeak(a, b)`
 */
export function logBetaKernel(x: number, complement: number, a: number, b: number, peak: number): number {
  const n = a + b;
  const slope = a * complement - b * x;
  return peak + a * log1pMinus(-slope / a, (n * x) / a) + b * log1pMinus(slope / b, (n * complement) / b);
}

/** P(X <= x) / K(x) for X ~ Beta(a, b) and x at or below the mean. */
export function betaTailFactor(x: number, complement: number, a: number, b: number): number {
  return a > QUADRATURE_FROM && b > QUADRATURE_FROM
    ? factorByQuadrature(x, complement, a, b)
    : factorByFraction(x, complement, a, b);
}

function factorByFraction(x: number, complement: number, a: number, b: number): number {
  const slope = a * complement - b * x;
  let inverse = 1 / (a + 1);
  let f = a * (slope + 1) * inverse;
  let c = f;
  let d = 0;
  for (let m = 1; m < 100_000; m++) {
    const mx = m * (b - m) * x;
    const previous = inverse;
    inverse = 1 / (a + 2 * m + 1);
    const numerator = (a + m - 1) * (a + b + m - 1) * mx * x * previous * previous;
    const denominator = m + mx * previous + (a + m) * (slope + 1 + m * (1 + complement)) * inverse;
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    const ratio = c * d;
    f *= ratio;
    if (ratio > 1 - 3e-16 && ratio < 1 + 3e-16) break;
  }
  return 1 / f;
}

function factorByQuadrature(x: number, complement: number, a: number, b: number): number {
  const n = a + b;
  const slope = a * complement - b * x;
  let extent = 80 / (slope + Math.sqrt(slope * slope + 80 * n * x * complement));
  while (logDensityRatio(extent, x, complement, a, b) > -37) extent *= 1.2;
  let sum = 0;
  for (let i = 0; i < NODE_COUNT; i++) sum += WEIGHTS[i] * exp(logDensityRatio(extent * NODES[i], x, complement, a, b));
  return sum * extent;
}

/** log of the density of the log-odds at s below those of x, over that at x. Of two equal forms that with smaller terms. */
function logDensityRatio(s: number, x: number, complement: number, a: number, b: number): number {
  return x <= complement ? -a * s - (a + b) * log1p(x * expm1(-s)) : b * s - (a + b) * log1p(complement * expm1(s));
}

/** P(X <= x) for X ~ Beta(a, b), given x and its complement, both in (0, 1). */
export function betaLowerTail(x: number, complement: number, a: number, b: number, peak: number): number {
  const kernel = exp(logBetaKernel(x, complement, a, b, peak));
  return a * complement >= b * x
    ? kernel * betaTailFactor(x, complement, a, b)
    : 1 - kernel * betaTailFactor(complement, x, b, a);
}

/**
 * P(X <= x) for X ~ Beta(a, b): the regularised incomplete beta function I_x(a, b). Relative error below 1e-11 for
 * a + b up to 1e8, also in a lower tail as small as 1e-300.
 *
 * @param x any number; 0 at or below 0, 1 at or above 1.
 * @param a first shape, > 0 and finite, else `NaN`.
 * @param b second shape, > 0 and finite, else `NaN`.
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (!validShapes(a, b) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return betaLowerTail(x, 1 - x, a, b, logBetaPeak(a, b));
}

/**
 * P(X > x) for X ~ Beta(a, b), without the cancellation of 1 − `betaCdf`: as accurate in the upper tail as `betaCdf` is
 * in the lower.
 *
 * @param x any number; 1 at or below 0, 0 at or above 1.
 * @param a first shape, > 0 and finite, else `NaN`.
 * @param b second shape, > 0 and finite, else `NaN`.
 */
export function betaSurvival(x: number, a: number, b: number): number {
  if (!validShapes(a, b) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 1;
  if (x >= 1) return 0;
  return betaLowerTail(1 - x, x, b, a, logBetaPeak(a, b));
}

/** Both shapes are positive and finite. */
export function validShapes(a: number, b: number): boolean {
  return a > 0 && b > 0 && a < Infinity && b < Infinity;
}

/**
 * log of x^a (1−x)^b / B(a, b), which is the density of Beta(a, b) in the log-odds of x, without the cancellation of its
 * parts: the absolute error is about 1e-13 for a + b up to 1e8.
 *
 * @param x in (0, 1), else `NaN`. @param a first shape. @param b second shape, both > 0 and finite, else `NaN`.
 */
export function logBetaOddsDensity(x: number, a: number, b: number): number {
  if (!(validShapes(a, b) && x > 0 && x < 1)) return Number.NaN;
  return logBetaKernel(x, 1 - x, a, b, logBetaPeak(a, b));
}
