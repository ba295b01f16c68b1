import { exp, log } from '../portable/index.js';
import { gammaCdf, gammaSurvival, logKernel } from './gamma.js';
import { logGamma } from './log-gamma.js';
import { normalQuantile } from './normal.js';

/**
 * The x with P(X <= x) = p for a gamma variable of the given shape and scale 1, to nearly full precision for p down to
 * 1e-300.
 *
 * @param p probability in [0, 1]; 0 at 0, `Infinity` at 1, else `NaN`.
 * @param shape > 0 and finite, else `NaN`.
 */
export function gammaQuantile(p: number, shape: number): number {
  if (!(p >= 0 && p <= 1 && shape > 0 && shape < Infinity)) return Number.NaN;
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  return p <= 0.5 ? solve(p, shape, gammaCdf, 1) : solve(1 - p, shape, gammaSurvival, -1);
}

/**
 * The x with P(X > x) = q: `gammaQuantile(1 − q)` without the rounding of 1 − q, for upper bounds at a small tail q.
 *
 * @param q probability in [0, 1]; `Infinity` at 0, 0 at 1, else `NaN`.
 * @param shape > 0 and finite, else `NaN`.
 */
export function gammaQuantileUpper(q: number, shape: number): number {
  if (!(q >= 0 && q <= 1 && shape > 0 && shape < Infinity)) return Number.NaN;
  if (q === 0) return Infinity;
  if (q === 1) return 0;
  return q <= 0.5 ? solve(q, shape, gammaSurvival, -1) : solve(1 - q, shape, gammaCdf, 1);
}

/**
 * Newton's method on the logarithm of a tail over y = log x. The density of log X is log-concave, so both tails are
 * too, and the method converges from anywhere; a step is kept below 3 so that no tail underflows on the way.
 *
 * @param direction 1 for the lower tail, which rises with y; −1 for the upper one.
 */
function solve(tail: number, shape: number, tailAt: (x: number, shape: number) => number, direction: 1 | -1): number {
  const goal = log(tail);
  let y = start(tail, shape, direction);
  for (let i = 0; i < 200; i++) {
    if (y < -708) return 0;
    const x = exp(y);
    const at = tailAt(x, shape);
    const excess = log(at) - goal;
    const step = at === 0 ? direction * -1 : (direction * excess * at) / exp(logKernel(x, shape));
    const next = y - Math.min(3, Math.max(-3, step));
    if (Math.abs(next - y) <= 4e-16 * Math.max(1, Math.abs(y)) || (Math.abs(step) < 1e-9 && i > 0)) return exp(next);
    y = next;
  }
  return exp(y);
}

/** Wilson & Hilferty's cube; where it fails (small shapes, low tails) the leading term x^a / Γ(a + 1) of the lower tail. */
function start(tail: number, shape: number, direction: 1 | -1): number {
  const z = direction * normalQuantile(tail);
  const cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  const leading = (log(direction === 1 ? tail : 1 - tail) + logGamma(shape + 1)) / shape;
  return cube > 0.1 ? Math.max(log(shape) + 3 * log(cube), leading) : leading;
}
