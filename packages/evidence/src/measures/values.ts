import type { CountedResult, Counting } from '@surety/core/case';
import { histogramOf } from '@surety/core/statistics';
import { plural } from '../text/index.js';
import type { PooledTrials } from '../trials/index.js';
import { extremePolicies, flawNotes, maskOf } from './flaw.js';
import { type Groups, groupRows } from './groups.js';
import type { Measured } from './measured.js';
import type { RowValues } from './row-values.js';

export interface ValueRange {
  readonly low: number;
  readonly high: number;
  /** What a flawed row that is counted as a success, or as a failure, is given. */
  readonly asSuccess: number;
  readonly asFailure: number;
}

/**
 * The values of samples (of rows with `groupBy: none`, of clusters where a row has one), one result for every way of
 * counting that is left open. The value of a sample is the mean of its epochs, that of a cluster the mean of its samples:
 * a flawed epoch is left out of the mean, or enters it at an end of the range. A sample of which nothing is left is none.
 */
export function countValues(
  spec: Counting,
  trials: PooledTrials,
  { flaws, values, occurring, unscored }: RowValues<number>,
  range: ValueRange,
  clusterOf?: readonly string[],
): Measured {
  // A sample that stands in two clusters is a part of each.
  const groups = groupRows(trials, spec.groupBy, clusterOf && ((row) => clusterOf[row]!));
  const clusters = clusterOf === undefined ? undefined : clustersOf(groups, clusterOf);
  // Another value at an end of the range, or one moved there, moves the doubt in one direction.
  const results = extremePolicies(spec, occurring).map((policy): CountedResult => {
    const [asSuccess, asFailure] = [maskOf(policy, 'count as success'), maskOf(policy, 'count as failure')];
    const given = (row: number) => {
      const flaw = flaws[row]!;
      if (flaw === 0) return values[row];
      return (flaw & asSuccess) !== 0 ? range.asSuccess : (flaw & asFailure) !== 0 ? range.asFailure : undefined;
    };
    const samples = means(
      groups,
      Array.from({ length: trials.rows }, (_, row) => given(row)),
      range,
    );
    const counted = clusters === undefined ? samples : means(clusters, samples, range);
    const { low, high } = range;
    const kept = counted.filter((value) => value !== undefined);
    return { policy, counts: { kind: 'values', low, high, values: histogramOf(kept, low, high) } };
  });
  const epochs =
    groups.count === trials.rows
      ? []
      : [
          `${plural(trials.rows, 'row')} are epochs of ${plural(groups.count, 'sample')}: the value of a sample is the mean of its epochs`,
        ];
  const clustered =
    clusters === undefined
      ? []
      : [
          `${plural(groups.count, 'sample')} in ${plural(clusters.count, 'cluster')}: the value of a cluster is the mean of its samples, and each cluster counts the same`,
        ];
  return { results, notes: [...flawNotes(flaws, unscored), ...epochs, ...clustered] };
}

/** The mean of each group's members that have a value; nothing where none has. */
function means(
  { of, count }: Groups,
  members: readonly (number | undefined)[],
  { low, high }: ValueRange,
): readonly (number | undefined)[] {
  const sums = new Float64Array(count);
  const sizes = new Uint32Array(count);
  members.forEach((value, member) => {
    if (value === undefined) return;
    sums[of[member]!]! += value;
    sizes[of[member]!]! += 1;
  });
  // The mean of equal values may leave the range by a rounding.
  return Array.from(sums, (sum, group) =>
    sizes[group] === 0 ? undefined : Math.min(high, Math.max(low, sum / sizes[group]!)),
  );
}

function clustersOf(groups: Groups, clusterOf: readonly string[]): Groups {
  const of = new Uint32Array(groups.count);
  const numbers = new Map<string, number>();
  clusterOf.forEach((cluster, row) => {
    const number = numbers.get(cluster) ?? numbers.size;
    numbers.set(cluster, number);
    of[groups.of[row]!] = number;
  });
  return { of, count: numbers.size };
}
