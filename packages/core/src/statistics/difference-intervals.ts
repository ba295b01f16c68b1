import { normalQuantileUpper } from '@surety/numerics';
import type { EventCount } from '../case/index.js';
import { type Bounds, wilson } from './binomial-bounds.js';

/*
 * Intervals of a difference of two rates that are close to their level on average: for comparison with the literature, never
 * for a doubt.
 */

/**
 * Newcombe's hybrid score interval (1998, method 10), from Wilson's intervals of the two arms.
 *
 * @param alpha tail on each side, in (0, 1). Without trials in an arm, `NaN`.
 */
export function newcombe(treated: EventCount, control: EventCount, alpha: number): Bounds {
  const [p, q] = [treated.events / treated.trials, control.events / control.trials];
  const of = wilson(treated.events, treated.trials, alpha);
  const other = wilson(control.events, control.trials, alpha);
  const difference = p - q;
  return {
    lower: difference - Math.hypot(p - of.lower, other.upper - q),
    upper: difference + Math.hypot(of.upper - p, q - other.lower),
  };
}

/**
 * Miettinen & Nurminen's score interval (1985): the differences that the score test, with its variance under the difference
 * in question, does not reject.
 *
 * @param alpha tail on each side, in (0, ½). Without trials in an arm, `NaN`.
 */
export function miettinenNurminen(treated: EventCount, control: EventCount, alpha: number): Bounds {
  if (!(alpha > 0 && alpha < 0.5 && treated.trials > 0 && control.trials > 0)) {
    return { lower: Number.NaN, upper: Number.NaN };
  }
  const z = normalQuantileUpper(alpha);
  const difference = treated.events / treated.trials - control.events / control.trials;
  const end = (from: number, to: number, sign: 1 | -1): number => {
    let [inside, outside] = [from, to];
    for (let i = 0; i < 100; i++) {
      const middle = inside + (outside - inside) / 2;
      if (sign * scoreOfDifference(treated, control, middle) <= z) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  return { lower: end(difference, -1, 1), upper: end(difference, 1, -1) };
}

/** The score statistic of p − q = delta: standard normal for large numbers if that is true, falling with delta. */
export function scoreOfDifference(treated: EventCount, control: EventCount, delta: number): number {
  const [m, n] = [treated.trials, control.trials];
  const q = restrictedRate(treated, control, delta);
  const p = Math.min(1, Math.max(0, q + delta));
  const total = m + n;
  const variance = ((p * (1 - p)) / m + (q * (1 - q)) / n) * (total / (total - 1));
  const excess = treated.events / m - control.events / n - delta;
  return excess === 0 ? 0 : variance <= 0 ? Math.sign(excess) * Infinity : excess / Math.sqrt(variance);
}

/** Maximum-likelihood rate of the controls where the treated have `delta` more: a root of a cubic, in closed form. */
function restrictedRate(treated: EventCount, control: EventCount, delta: number): number {
  const [x, y, m, n] = [treated.events, control.events, treated.trials, control.trials];
  const cube = m + n;
  const square = (m + 2 * n) * delta - cube - (x + y);
  const line = (n * delta - cube - 2 * y) * delta + (x + y);
  const rest = y * delta * (1 - delta);
  const third = square / (3 * cube);
  const v = third ** 3 - (square * line) / (6 * cube * cube) + rest / (2 * cube);
  const u = Math.sign(v || 1) * Math.sqrt(Math.max(0, third * third - line / (3 * cube)));
  const cosine = u === 0 ? 0 : Math.min(1, Math.max(-1, v / u ** 3));
  const angle = (Math.PI + Math.acos(cosine)) / 3;
  return Math.min(1, Math.max(0, 2 * u * Math.cos(angle) - third));
}
