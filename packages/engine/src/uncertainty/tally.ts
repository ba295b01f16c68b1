import {
  joinedCounts,
  type LeadingCounts,
  leadingCounter,
  sumAndRange,
  sumCompensated,
  WORTH_COUNTING,
} from '@surety/numerics';
import type { SamplingPlan } from './points.js';

/**
 * What a summary needs of the trials of some replicates before it can say where to look. Each replicate is told of by itself,
 * so that those of others can be put behind it: whoever took which replicates does not show.
 */
export interface Tally {
  readonly replicates: readonly ReplicateTally[];
  /** Of all trials; only where the plan has many. */
  readonly counts?: LeadingCounts;
}

export interface ReplicateTally {
  readonly sum: number;
  readonly least: number;
  readonly greatest: number;
  /** Of the distances from the mean of the replicate. */
  readonly squares: number;
}

/** Takes the replicates of a plan one after the other. */
export function tallier({ points, replicates }: Pick<SamplingPlan, 'points' | 'replicates'>): {
  add(values: Float64Array): void;
  tally(): Tally;
} {
  const counter = points * replicates >= WORTH_COUNTING ? leadingCounter() : undefined;
  const taken: ReplicateTally[] = [];
  return {
    add: (values) => {
      const found = sumAndRange(values);
      counter?.add(values, found);
      taken.push({ ...found, squares: squaresAround(values, found.sum / values.length) });
    },
    tally: () => ({ replicates: taken, ...(counter === undefined ? {} : { counts: counter.counts() }) }),
  };
}

/** The tally of all replicates of a plan, whose trials are given in their order. */
export function tallyOf(plan: SamplingPlan, values: Float64Array): Tally {
  const { add, tally } = tallier(plan);
  for (let at = 0; at < plan.replicates; at++) add(values.subarray(at * plan.points, (at + 1) * plan.points));
  return tally();
}

/** The tally of all replicates from those of some, in their order. */
export function joinedTallies(parts: readonly Tally[]): Tally {
  const counts = parts.flatMap((part) => part.counts ?? []);
  return {
    replicates: parts.flatMap(({ replicates }) => replicates),
    ...(counts.length === 0 ? {} : { counts: joinedCounts(counts) }),
  };
}

/** The sum of the squares of all distances from `mean`, from those of each replicate from its own (Chan, Golub & LeVeque 1979). */
export function squaresOf({ replicates }: Tally, points: number, mean: number): number {
  return sumCompensated(
    replicates.flatMap(({ sum, squares }) => [squares, points * (sum / points - mean) * (sum / points - mean)]),
  );
}

function squaresAround(values: Float64Array, mean: number): number {
  // What rounding loses of a sum of squares is far below what trials leave open; four sums, since each waits for itself.
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = values.length - (values.length % 4);
  for (let i = 0; i < whole; i += 4) {
    a += (values[i] - mean) * (values[i] - mean);
    b += (values[i + 1] - mean) * (values[i + 1] - mean);
    c += (values[i + 2] - mean) * (values[i + 2] - mean);
    d += (values[i + 3] - mean) * (values[i + 3] - mean);
  }
  for (let i = whole; i < values.length; i++) a += (values[i] - mean) * (values[i] - mean);
  return a + b + (c + d);
}
