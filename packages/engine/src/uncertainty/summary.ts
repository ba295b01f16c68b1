import { inOrder, standardDeviationOf, sumCompensated } from '@surety/numerics';
import type { SamplingPlan } from './points.js';
import { squaresOf, type Tally, tallyOf } from './tally.js';

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

/**
 * Summarise the trials of all replicates of a plan, in their order.
 *
 * @param tally what `tallyOf` says of them, where that is known.
 */
export function summarise(
  plan: SamplingPlan,
  values: Float64Array,
  { quantiles = 20, bins = 20 }: { readonly quantiles?: number; readonly bins?: number } = {},
  tally: Tally = tallyOf(plan, values),
): UncertaintySummary {
  const { points, replicates } = plan;
  const sums = tally.replicates.map(({ sum }) => sum);
  const mean = sumCompensated(sums) / values.length;
  const means = sums.map((sum) => sum / points);
  const probabilities = [...Array.from({ length: quantiles }, (_, i) => (i + 1) / quantiles), 0.05, 0.5, 0.95];
  const range = [
    Math.min(...tally.replicates.map(({ least }) => least)),
    Math.max(...tally.replicates.map(({ greatest }) => greatest)),
  ] as const;
  const edges = edgesOf(range, bins);
  const places = probabilities.map((p) => p * (values.length - 1));
  const placeBelow = (place: number) => Math.min(Math.floor(place), values.length - 1);
  const asked = {
    at: places.flatMap((place) => [placeBelow(place), placeBelow(place + 1)]),
    below: edges.slice(0, -1),
  };
  const { at, below } = inOrder(values, asked, tally.counts);
  // Definition 7 of Hyndman & Fan (1996), as `quantileSorted`.
  const found = places.map((place, i) => at[2 * i] + (place - placeBelow(place)) * (at[2 * i + 1] - at[2 * i]));
  const [p5, median, p95] = found.slice(quantiles) as [number, number, number];
  // The greatest value is in the last bin.
  const upTo = [...below, values.length];
  const spread = values.length < 2 ? 0 : Math.sqrt(squaresOf(tally, points, mean) / (values.length - 1));
  return {
    trials: values.length,
    mean,
    standardDeviation: spread,
    error: standardDeviationOf(means) / Math.sqrt(replicates),
    ...(median > 0 ? { errorFactor: p95 / median } : {}),
    quantiles: found.slice(0, quantiles).map((value, i) => ({ at: probabilities[i], value })),
    p5,
    p50: median,
    p95,
    bins: below.map((from, i) => ({ from: edges[i], to: edges[i + 1], share: (upTo[i + 1] - from) / values.length })),
  };
}

/** Ends of equally wide bins from the least to the greatest value; one bin where these are the same. */
function edgesOf([low, high]: readonly [number, number], count: number): number[] {
  if (!(high > low)) return [low, high];
  return Array.from({ length: count + 1 }, (_, i) => (i === count ? high : low + (i * (high - low)) / count));
}
