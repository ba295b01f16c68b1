import { exp, log, log1p } from '@surety/numerics';

/** A run of one task: how long it takes a person, whether the system did it, and how much the run counts. */
export interface HorizonRun {
  /** Minutes, above 0. */
  readonly minutes: number;
  /** From 0 (failed) to 1 (done). */
  readonly success: number;
  /** Default 1; runs of one task family usually share one unit of weight. */
  readonly weight?: number;
}

/** P(success) = 1 / (1 + e^(−(intercept + slope · log2 minutes))). */
export interface TimeHorizon {
  readonly intercept: number;
  /** Below 0: longer tasks are done less often. */
  readonly slope: number;
  /** Minutes at which success has this probability. */
  readonly at: (probability: number) => number;
  /** Standard error of log2 of the 50 % horizon (delta method); too small where runs of one task hang together. */
  readonly log2Error: number;
}

/**
 * The time horizon of a system (Kwa et al. 2025, arXiv 2503.14499): logistic regression of success on the logarithm of
 * the time that the task takes a person, by Newton's method.
 *
 * A description of the tasks at hand: it says nothing about tasks of another kind, and beyond the longest task that was
 * run it is an extrapolation.
 *
 * @returns the fit, or what is wrong as a sentence: no runs of two lengths, or success and failure that a length separates
 * perfectly (then any steep slope fits), or success that does not fall with length.
 */
export function timeHorizon(runs: readonly HorizonRun[]): TimeHorizon | { readonly message: string } {
  const bad = runs.find(({ minutes, success }) => !(minutes > 0 && success >= 0 && success <= 1));
  if (bad !== undefined)
    return {
      message: `a run takes more than 0 minutes and succeeds from 0 to 1, not ${bad.minutes} and ${bad.success}`,
    };
  const points = runs.map(({ minutes, success, weight = 1 }) => ({
    x: log(minutes) / Math.LN2,
    y: success,
    w: weight,
  }));
  if (new Set(points.map(({ x }) => x)).size < 2) return { message: 'runs of at least two lengths are needed' };
  if (isSeparated(points))
    return { message: 'a length separates success from failure, so that no slope can be fitted; add runs near it' };
  // Centred, so that the two coefficients hardly depend on each other.
  const centre = points.reduce((sum, { x, w }) => sum + x * w, 0) / points.reduce((sum, { w }) => sum + w, 0);
  let [a, b] = [0, 0];
  for (let step = 0; step < 100; step++) {
    const { gradient, hessian } = derivatives(points, centre, a, b);
    const det = hessian[0] * hessian[2] - hessian[1] * hessian[1];
    let [da, db] = [
      (hessian[2] * gradient[0] - hessian[1] * gradient[1]) / det,
      (hessian[0] * gradient[1] - hessian[1] * gradient[0]) / det,
    ];
    // Shortened until the likelihood rises, so that it cannot overshoot.
    const before = logLikelihood(points, centre, a, b);
    for (let half = 0; half < 60 && !(logLikelihood(points, centre, a + da, b + db) >= before - 1e-12); half++) {
      [da, db] = [da / 2, db / 2];
    }
    [a, b] = [a + da, b + db];
    if (Math.abs(da) + Math.abs(db) < 1e-12 * (1 + Math.abs(a) + Math.abs(b))) break;
  }
  // A slope that is rounding noise is none.
  if (!(b < -1e-9)) return { message: 'success does not fall with the length of the task' };
  const intercept = a - b * centre;
  const { hessian } = derivatives(points, centre, a, b);
  const det = hessian[0] * hessian[2] - hessian[1] * hessian[1];
  // x50 = centre − a/b; its gradient is (−1/b, a/b²).
  const [ga, gb] = [-1 / b, a / (b * b)];
  const variance = (ga * ga * hessian[2] - 2 * ga * gb * hessian[1] + gb * gb * hessian[0]) / det;
  return {
    intercept,
    slope: b,
    at: (probability) => exp(((log(probability / (1 - probability)) - intercept) / b) * Math.LN2),
    log2Error: Math.sqrt(variance),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

function derivatives(points: readonly Point[], centre: number, a: number, b: number) {
  const gradient: [number, number] = [0, 0];
  const hessian: [number, number, number] = [0, 0, 0];
  for (const { x, y, w } of points) {
    const d = x - centre;
    const p = 1 / (1 + exp(-(a + b * d)));
    gradient[0] += w * (y - p);
    gradient[1] += w * (y - p) * d;
    const v = w * p * (1 - p);
    hessian[0] += v;
    hessian[1] += v * d;
    hessian[2] += v * d * d;
  }
  return { gradient, hessian };
}

function logLikelihood(points: readonly Point[], centre: number, a: number, b: number): number {
  // log σ(z) = −log(1 + e^−z), without overflow on either side.
  const logistic = (z: number) => (z > 0 ? -log1p(exp(-z)) : z - log1p(exp(z)));
  return points.reduce((sum, { x, y, w }) => {
    const z = a + b * (x - centre);
    return sum + w * (y * logistic(z) + (1 - y) * logistic(-z));
  }, 0);
}

/** Whether all successes lie at or below a length at or above which all failures lie (or the other way round). */
function isSeparated(points: readonly Point[]): boolean {
  const some = points.filter(({ w }) => w > 0);
  const done = some.filter(({ y }) => y > 0).map(({ x }) => x);
  const failed = some.filter(({ y }) => y < 1).map(({ x }) => x);
  if (done.length === 0 || failed.length === 0) return true;
  return most(done) <= least(failed) || most(failed) <= least(done);
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}
