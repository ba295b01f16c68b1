import { LEADING_SHIFT, type LeadingCounts, leadingBits, leadingCounter } from './leading-counts.js';
import { HIGH } from './portable/words.js';
import { sumAndRange } from './summary.js';

/** What is asked of a sample in ascending order. */
export interface OrderQuestions {
  /** Places, 0 the smallest: whole numbers in [0, length), in any order. */
  readonly at: readonly number[];
  /** Numbers from 0 up. */
  readonly below: readonly number[];
}

/** The numbers at the places, and how many of the sample lie below each number. */
export interface OrderAnswers {
  readonly at: readonly number[];
  readonly below: readonly number[];
}

/** Samples of fewer numbers are sorted, without counts. */
export const WORTH_COUNTING = 50_000;

/**
 * Answers about a sample in ascending order, without sorting all of it where it is large.
 *
 * @param xs none of them `NaN` or below 0. They are not changed.
 * @param counts what `leadingCounts` says of them, where that is known.
 */
export function inOrder(xs: Float64Array, asked: OrderQuestions, counts?: LeadingCounts): OrderAnswers {
  if (xs.length >= WORTH_COUNTING) return byCounting(xs, asked, counts ?? countsOf(xs));
  const sorted = xs.slice().sort();
  return {
    at: asked.at.map((place) => sorted[place]),
    below: asked.below.map((limit) => firstNotBelow(sorted, limit)),
  };
}

function countsOf(xs: Float64Array): LeadingCounts {
  const counter = leadingCounter();
  counter.add(xs, sumAndRange(xs));
  return counter.counts();
}

/** Sorts only where a question leads. */
function byCounting(xs: Float64Array, { at, below }: OrderQuestions, { first, counts }: LeadingCounts): OrderAnswers {
  const buckets = counts.length;
  const starts = new Uint32Array(buckets + 1);
  for (let k = 0; k < buckets; k++) starts[k + 1] = starts[k] + counts[k];

  const bucketsAt = at.map((place) => lastFrom(starts, place));
  const bucketsBelow = below.map((limit) => Math.max(0, Math.min(buckets - 1, leadingBits(limit) - first)));
  const wanted = [...new Set([...bucketsAt, ...bucketsBelow])];
  const own = new Map(wanted.map((bucket) => [bucket, new Float64Array(counts[bucket])]));
  const filled = new Uint32Array(buckets);
  for (const x of thoseIn(xs, first, own, counts)) {
    const bucket = leadingBits(x) - first;
    own.get(bucket)![filled[bucket]++] = x;
  }
  for (const numbers of own.values()) numbers.sort();
  return {
    at: at.map((place, i) => own.get(bucketsAt[i])![place - starts[bucketsAt[i]]]),
    below: below.map((limit, i) => starts[bucketsBelow[i]] + firstNotBelow(own.get(bucketsBelow[i])!, limit)),
  };
}

/** The numbers of a sample that lie in some buckets, in its order. */
function thoseIn(
  xs: Float64Array,
  first: number,
  buckets: ReadonlyMap<number, unknown>,
  counts: Uint32Array,
): Float64Array {
  const isIn = new Uint8Array(counts.length);
  let count = 0;
  for (const bucket of buckets.keys()) {
    isIn[bucket] = 1;
    count += counts[bucket];
  }
  const words = new Int32Array(xs.buffer, xs.byteOffset, 2 * xs.length);
  const found = new Float64Array(count);
  const whole = words.length - (words.length % 8);
  let at = 0;
  const look = (from: number, to: number): void => {
    for (let i = from; i < to; i += 2)
      if (isIn[((words[i] & 0x7fffffff) >> LEADING_SHIFT) - first] === 1) found[at++] = xs[i >> 1];
  };
  // Few numbers count: four are passed by at a time.
  for (let i = HIGH; i < whole; i += 8) {
    const any =
      isIn[((words[i] & 0x7fffffff) >> LEADING_SHIFT) - first] |
      isIn[((words[i + 2] & 0x7fffffff) >> LEADING_SHIFT) - first] |
      isIn[((words[i + 4] & 0x7fffffff) >> LEADING_SHIFT) - first] |
      isIn[((words[i + 6] & 0x7fffffff) >> LEADING_SHIFT) - first];
    if (any !== 0) look(i, i + 8);
  }
  look(whole + HIGH, words.length);
  return found;
}

/** The last bucket that begins at or before a place. */
function lastFrom(starts: Uint32Array, place: number): number {
  let from = 0;
  let to = starts.length - 1;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (starts[middle] <= place) from = middle;
    else to = middle;
  }
  return from;
}

function firstNotBelow(sorted: Float64Array, limit: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle] < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
