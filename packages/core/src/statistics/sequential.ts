import { betaCdf, exp, log, log1p, logBetaOddsDensity, logGamma } from '@surety/numerics';

/*
 * A running evaluation that is looked at again and again, and stopped when it looks good, has no fixed number of trials:
 * the Clopper–Pearson tail is then too small, without limit (Robbins 1970). What stays right is an e-process: for a claimed
 * limit x, the likelihood of the events so far under a rate below x over that under x, averaged over rates below x. Under
 * any true rate of x or more it is a supermartingale, so that it ever exceeds 1/α with probability α at most (Ville 1939).
 */

/** Shape of the Beta prior on rates below the limit that the likelihood ratio is averaged over. */
const shape = 0.5;

/**
 * The doubt that a rate is at most `limit` after k events in n trials of a run that may be looked at and stopped at any
 * time: min(1, 1/E), with E the mixture of likelihood ratios over Beta(½, ½) cut off at the limit. At most α with
 * probability α, at whatever moment, if the true rate exceeds the limit. Assumes trials that are independent given the
 * past (each has at least that rate, whatever came before). A cautious number: several times the fixed-size tail.
 * Robbins 1970; Howard, Ramdas, McAuliffe, Sekhon 2021, Time-uniform, nonparametric, nonasymptotic confidence sequences.
 *
 * @param k events, 0 … n. @param n trials, at least 0. @param limit in [0, 1]. Else `NaN`.
 */
export function sequentialDoubt(k: number, n: number, limit: number): number {
  if (!(k >= 0 && k <= n && n < Infinity && limit >= 0 && limit <= 1)) return Number.NaN;
  if (limit >= 1) return 0;
  if (limit === 0 || n === 0) return 1;
  const [a, b] = [k + shape, n - k + shape];
  // x^k (1−x)^(n−k) / B(a, b), B(½, ½) being π.
  const kernel = logBetaOddsDensity(limit, a, b) - shape * (log(limit) + log1p(-limit));
  const below = log(betaCdf(limit, shape, shape)) + logBetaHalf;
  return Math.min(1, exp(kernel + below - log(betaCdf(limit, a, b))));
}

const logBetaHalf = 2 * logGamma(shape) - logGamma(2 * shape);

/**
 * The upper end of a confidence sequence: valid for all n together with probability 1 − α, so that one may stop at any
 * time. The limit whose `sequentialDoubt` is α.
 *
 * @param alpha tail, in (0, 1), else `NaN`.
 */
export function sequentialUpper(k: number, n: number, alpha: number): number {
  if (!(k >= 0 && k <= n && n < Infinity && alpha > 0 && alpha < 1)) return Number.NaN;
  if (n === 0 || k === n) return 1;
  let low = k / n;
  let high = 1;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return high;
    if (sequentialDoubt(k, n, middle) > alpha) low = middle;
    else high = middle;
  }
}

/** Wald's sequential probability ratio test of a rate p1 against a lower one p0. */
export interface SequentialTest {
  /** Log likelihood ratio (of p1 to p0) at and above which p1 is accepted, and at and below which p0 is. */
  readonly upper: number;
  readonly lower: number;
  /** After n trials: p0 is accepted at or below `accept(n)` events, p1 at or above `reject(n)`. */
  readonly accept: (n: number) => number;
  readonly reject: (n: number) => number;
}

/**
 * Wald's boundaries (1945): upper log((1 − β)/α), lower log(β/(1 − α)). They keep the two error probabilities to α/(1 − β)
 * and β/(1 − α) at most. Its lines in the number of events are given too, not rounded.
 *
 * @param p0 acceptable rate. @param p1 unacceptable rate, 0 < p0 < p1 < 1.
 * @param alpha probability of taking p0 for p1. @param beta that of taking p1 for p0, both above 0, together below 1.
 */
export function sequentialTest(p0: number, p1: number, alpha: number, beta: number): SequentialTest {
  const valid = p0 > 0 && p1 > p0 && p1 < 1 && alpha > 0 && beta > 0 && alpha + beta < 1;
  const upper = valid ? log((1 - beta) / alpha) : Number.NaN;
  const lower = valid ? log(beta / (1 - alpha)) : Number.NaN;
  const event = log(p1 / p0);
  const none = log1p(-p1) - log1p(-p0);
  const line = (bound: number) => (n: number) => (bound - n * none) / (event - none);
  return { upper, lower, accept: line(lower), reject: line(upper) };
}
