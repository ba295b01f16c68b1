import { meanOf, quantileSorted, standardDeviationOf } from '@surety/numerics';
import type { SamplingPlan } from './points.js';

/** What the trials say of a probability. */
export interface UncertaintySummary {
  readonly trials: number;
  readonly mean: number;
  readonly standardDeviation: number;
  /** Standard error of the mean: the spread of the means of the replicates over the root of their number. */
  readonly error: number;
  /** The 95 % quantile over the median; absent where the median is 0. */
  readonly errorFactor?: number;
  /** Equally spaced ones up to 1, as SCRAM has them. */
  readonly quantiles: readonly { readonly at: number; readonly value: number }[];
  /** 5, 50 and 95 %. */
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  /** Equally wide bins from the smallest to the largest value, with the share of the trials in each. */
  readonly bins: readonly { readonly from: number; readonly to: number; readonly share: number }[];
}

/** Summarise the trials of all replicates of a plan, in their order. */
export function summarise(
  { points, replicates }: SamplingPlan,
  values: Float64Array,
  { quantiles = 20, bins = 20 }: { readonly quantiles?: number; readonly bins?: number } = {},
): UncertaintySummary {
  const means = Array.from({ length: replicates }, (_, at) => meanOf(values.subarray(at * points, (at + 1) * points)));
  const sorted = Float64Array.from(values).sort();
  const at = (p: number) => quantileSorted(sorted, p);
  const median = at(0.5);
  const spread = standardDeviationOf(values);
  return {
    trials: values.length,
    mean: meanOf(values),
    standardDeviation: Number.isNaN(spread) ? 0 : spread,
    error: standardDeviationOf(means) / Math.sqrt(replicates),
    ...(median > 0 ? { errorFactor: at(0.95) / median } : {}),
    quantiles: Array.from({ length: quantiles }, (_, i) => ({
      at: (i + 1) / quantiles,
      value: at((i + 1) / quantiles),
    })),
    p5: at(0.05),
    p50: median,
    p95: at(0.95),
    bins: histogram(sorted, bins),
  };
}

function histogram(sorted: Float64Array, count: number): UncertaintySummary['bins'] {
  const low = sorted[0];
  const high = sorted[sorted.length - 1];
  if (!(high > low)) return [{ from: low, to: high, share: 1 }];
  const edge = (i: number) => (i === count ? high : low + (i * (high - low)) / count);
  const tally = new Float64Array(count);
  let bin = 0;
  for (const value of sorted) {
    while (bin < count - 1 && value >= edge(bin + 1)) bin++;
    tally[bin]++;
  }
  return Array.from(tally, (n, i) => ({ from: edge(i), to: edge(i + 1), share: n / sorted.length }));
}
