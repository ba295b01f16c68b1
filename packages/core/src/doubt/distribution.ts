import { quantileSorted } from '@surety/numerics';
import type { Distribution } from './assessment.js';

/** Shares of the trials at which a doubt is kept: every half per cent, and the far tails. */
const shares: readonly number[] = [0.001, ...Array.from({ length: 199 }, (_, i) => (i + 1) / 200), 0.999];

/** Those that are told: enough to draw the distribution. */
const told: readonly number[] = [
  0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8,
  0.85, 0.9, 0.95, 0.975, 0.99, 0.995, 0.999,
];
const toldAt = told.map((share) => shares.indexOf(share));

/** The values at all shares. @param sorted one number per trial, rising */
export function quantilesOfSorted(sorted: Float64Array): Float64Array {
  return Float64Array.from(shares, (share) => quantileSorted(sorted, share));
}

/**
 * The distribution as it is told. `above` is the share of trials above the threshold, rounded up to the next share that
 * is kept: never too few.
 */
export function distributionOf(quantiles: Float64Array, threshold?: number): Distribution {
  const values = toldAt.map((at) => quantiles[at] as number);
  if (threshold === undefined) return { shares: told, values };
  const below = quantiles.findLastIndex((value) => value <= threshold);
  // The largest of all trials is not kept, so "none" cannot be told from "fewer than one in a thousand".
  return { shares: told, values, above: below < 0 ? 1 : 1 - (shares[below] as number) };
}
