import { log, log1p, quantileSorted, stream, sumCompensated } from '@surety/numerics';
import type { Bounds } from './binomial-bounds.js';

/** Brier's loss (1950): the squared distance of the forecast from what came, in [0, 1]. */
export function brierLoss(probability: number, event: boolean): number {
  const distance = event ? 1 - probability : probability;
  return distance * distance;
}

/**
 * The logarithmic loss −ln(probability of what came), with the forecast held between `floor` and 1 − floor: without that
 * one forecast of 0 that comes true is an infinite loss, and no bound on a mean exists.
 *
 * @param floor in (0, ½).
 */
export function logLoss(probability: number, event: boolean, floor: number): number {
  const held = Math.min(1 - floor, Math.max(floor, probability));
  return event ? -log(held) : -log1p(-held);
}

/** The largest difference of two logarithmic losses of one event under a floor: ln((1 − floor) / floor). */
export function logLossRange(floor: number): number {
  return log1p(-floor) - log(floor);
}

/**
 * The percentile bootstrap of a mean (Efron 1979), α outside it on each side. For comparison with the literature, never for
 * a doubt: it has no width where all values are equal (0 % and 100 %), and covers too seldom in small or skewed samples.
 *
 * @param draws resamples. @param seed same seed, same interval.
 */
export function bootstrapMean(values: readonly number[], alpha: number, draws: number, seed: number | string): Bounds {
  if (values.length === 0 || !(alpha > 0 && alpha < 0.5)) return { lower: Number.NaN, upper: Number.NaN };
  const random = stream(seed, 'bootstrap of the mean');
  const resample = new Float64Array(values.length);
  const means = new Float64Array(draws);
  for (let i = 0; i < draws; i++) {
    for (let j = 0; j < values.length; j++) resample[j] = values[random.int(values.length)]!;
    means[i] = sumCompensated(resample) / values.length;
  }
  means.sort();
  return { lower: quantileSorted(means, alpha), upper: quantileSorted(means, 1 - alpha) };
}
