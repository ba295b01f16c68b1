import { exp } from '../portable/index.js';
import { logBetaKernel, logBetaPeak } from './beta.js';
import { betaLogOdds, betaQuantile, logistic } from './beta-quantile.js';
import { normalCdf, normalDensity, normalQuantile } from './normal.js';

/** The smallest shape at which interpolation keeps its promise. */
const INTERPOLATED_FROM = 0.4;

const STEPS_PER_UNIT = 16;
const REACH = 8.5;
const NODES = 2 * REACH * STEPS_PER_UNIT + 1;

/**
 * The quantile function of Beta(a, b) for many calls: the log-odds of x as a function of z = Φ⁻¹(u) is smooth, and is
 * interpolated by quintics through exact values and two derivatives at multiples of 1/16. A value depends on a, b and u
 * only, not on earlier calls. It agrees with `betaQuantile` to a relative 1e-11 and costs some 0.1 µs once the nodes around
 * it are known. Where a or b is below 0.4 the function bends too sharply for that and is computed anew for each u.
 */
export function betaQuantileTable(a: number, b: number): (u: number) => number {
  if (a < INTERPOLATED_FROM || b < INTERPOLATED_FROM) return (u) => betaQuantile(u, a, b);
  const peak = logBetaPeak(a, b);
  const values = new Float64Array(NODES).fill(Number.NaN);
  const slopes = new Float64Array(NODES);
  const curvatures = new Float64Array(NODES);

  function fillNode(i: number): void {
    const z = i / STEPS_PER_UNIT - REACH;
    const y = z <= 0 ? betaLogOdds(normalCdf(z), a, b, peak) : -betaLogOdds(normalCdf(-z), b, a, peak);
    const x = logistic(y);
    const complement = logistic(-y);
    const slope = normalDensity(z) / exp(logBetaKernel(x, complement, a, b, peak));
    values[i] = y;
    slopes[i] = slope / STEPS_PER_UNIT;
    curvatures[i] = (slope * (-z - (a * complement - b * x) * slope)) / (2 * STEPS_PER_UNIT * STEPS_PER_UNIT);
  }

  return (u) => {
    const place = (normalQuantile(u) + REACH) * STEPS_PER_UNIT;
    if (!(place >= 0 && place < NODES - 1)) return u > 0.5 ? 1 : 0;
    const i = Math.floor(place);
    if (Number.isNaN(values[i])) fillNode(i);
    if (Number.isNaN(values[i + 1])) fillNode(i + 1);
    // Hermite's quintic in t: value, slope and half the curvature agree at t = 0 and t = 1.
    const t = place - i;
    const rise = values[i + 1] - values[i] - slopes[i] - curvatures[i];
    const bend = slopes[i + 1] - slopes[i] - 2 * curvatures[i];
    const twist = curvatures[i + 1] - curvatures[i];
    const c3 = 10 * rise - 4 * bend + twist;
    const c4 = -15 * rise + 7 * bend - 2 * twist;
    const c5 = 6 * rise - 3 * bend + twist;
    return logistic(values[i] + t * (slopes[i] + t * (curvatures[i] + t * (c3 + t * (c4 + t * c5)))));
  };
}
