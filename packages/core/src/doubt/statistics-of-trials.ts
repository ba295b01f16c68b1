import { meanOf, quantileSorted, standardDeviationOf } from '@surety/numerics';
import type { Doubt } from './assessment.js';
import { quantilesOfSorted } from './distribution.js';
import type { Column } from './group-model.js';

/** Statistics of one number per trial. A plain number has a mean only. */
export interface TrialStatistics {
  readonly mean: number;
  /** Standard error of the mean: the standard deviation of the means of the randomisations over the root of their number. */
  readonly error?: number;
  readonly p5?: number;
  readonly p50?: number;
  readonly p95?: number;
  /** Values at the shares of `distribution.ts`. */
  readonly quantiles?: Float64Array;
}

/** Equal blocks of trials, one per randomisation. */
export function statisticsOf(column: Column, randomisations: number): TrialStatistics {
  if (typeof column === 'number') return { mean: column };
  const size = column.length / randomisations;
  const means = Array.from({ length: randomisations }, (_, r) => meanOf(column.subarray(r * size, (r + 1) * size)));
  const sorted = column.slice().sort();
  return {
    mean: meanOf(means),
    error: standardDeviationOf(means) / Math.sqrt(randomisations),
    p5: quantileSorted(sorted, 0.05),
    p50: quantileSorted(sorted, 0.5),
    p95: quantileSorted(sorted, 0.95),
    quantiles: quantilesOfSorted(sorted),
  };
}

/** The mean of a column or a number. */
export function columnMean(column: Column): number {
  return typeof column === 'number' ? column : meanOf(column);
}

/** Share of the mean that the largest 0.1 % of the trials bring. */
export function tailShare(column: Column): number {
  if (typeof column === 'number') return 0;
  const total = meanOf(column) * column.length;
  if (total <= 0) return 0;
  const top = topOf(column, Math.ceil(column.length / 1000));
  return (meanOf(top) * top.length) / total;
}

/** The largest values, in ascending order. */
export function topOf(column: Float64Array, count: number): Float64Array {
  const top = column.slice(0, count).sort();
  for (let t = count; t < column.length; t++) {
    const value = column[t] as number;
    if (value <= (top[0] as number)) continue;
    let at = 1;
    for (; at < count && (top[at] as number) < value; at++) top[at - 1] = top[at] as number;
    top[at - 1] = value;
  }
  return top;
}

/** The larger of two doubts, statistic by statistic (the error goes with the larger mean). */
export function largest(a: TrialStatistics, b: TrialStatistics): TrialStatistics {
  const [high, low] = b.mean > a.mean ? [b, a] : [a, b];
  const pick = (key: 'p5' | 'p50' | 'p95') => Math.max(high[key] ?? high.mean, low[key] ?? low.mean);
  if (high.error === undefined && low.error === undefined) return { mean: high.mean };
  return {
    mean: high.mean,
    error: high.error ?? 0,
    p5: pick('p5'),
    p50: pick('p50'),
    p95: pick('p95'),
    quantiles: quantilesBetween(high, low, Math.max),
  };
}

/** Quantile by quantile the larger, or the smaller, of two; what does not vary has its mean at every share. */
export function quantilesBetween(
  a: TrialStatistics,
  b: TrialStatistics,
  pick: (a: number, b: number) => number,
): Float64Array {
  const shape = a.quantiles ?? b.quantiles ?? new Float64Array();
  return shape.map((_, at) => pick(a.quantiles?.[at] ?? a.mean, b.quantiles?.[at] ?? b.mean));
}

/** An exact doubt, or the interval from `lower` where that is given; the ends may meet. */
export function doubtOf(statistics: TrialStatistics, lower?: number): Doubt {
  const { mean, error, p5, p50, p95 } = statistics;
  const ends = lower === undefined ? { mean } : { lower: Math.max(0, Math.min(lower, mean)), upper: mean };
  return error === undefined ? ends : { ...ends, error, p5, p50, p95 };
}

/** The upper end of a doubt: what may be held against a threshold. */
export function upperEnd(doubt: Doubt): number {
  return 'mean' in doubt ? doubt.mean : doubt.upper;
}
