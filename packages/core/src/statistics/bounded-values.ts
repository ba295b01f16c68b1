import { sumCompensated } from '@surety/numerics';
import type { Weighted } from './bounded-mean.js';

/** Distinct values that are kept apart. */
const kept = 512;

/**
 * The distinct values, ascending, with how often each was seen. More than 512 of them are joined in 512 equal steps of
 * the range, each step at the mean of its values: the mean stays what it is (to rounding), and with it every bound; the
 * variance, on which only draws rest, falls by at most (range/1024)².
 *
 * @param values each in [low, high]; their weights are all 1.
 */
export function histogramOf(values: readonly number[], low: number, high: number): readonly Weighted[] {
  const counts = new Map<number, number>();
  for (const value of values) {
    const plain = value === 0 ? 0 : value;
    counts.set(plain, (counts.get(plain) ?? 0) + 1);
  }
  const distinct = [...counts].sort(([a], [b]) => a - b).map(([value, count]) => ({ value, count }));
  if (distinct.length <= kept) return distinct;
  const steps = new Map<number, Weighted[]>();
  for (const each of distinct) {
    const step = Math.min(kept - 1, Math.floor(((each.value - low) / (high - low)) * kept));
    const held = steps.get(step);
    if (held === undefined) steps.set(step, [each]);
    else held.push(each);
  }
  return [...steps.values()].map((held) => {
    if (held.length === 1) return held[0]!;
    const count = held.reduce((sum, each) => sum + each.count, 0);
    const mean = sumCompensated(held.map((each) => each.value * each.count)) / count;
    return { value: Math.min(high, Math.max(low, mean)), count };
  });
}

/** How many values, and their sum. */
export function totalOf(values: readonly Weighted[]): { readonly count: number; readonly sum: number } {
  return {
    count: values.reduce((total, { count }) => total + count, 0),
    sum: sumCompensated(values.map(({ value, count }) => value * count)),
  };
}
