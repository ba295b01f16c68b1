import { HIGH, highWord } from './portable/words.js';

/** A sample of which some places and ranks will be asked, without sorting all of it. The numbers must not change meanwhile. */
export interface OrderedSample {
  /** The numbers at some places in ascending order, 0 the smallest; places are whole numbers in [0, length), in any order. */
  at(places: readonly number[]): number[];
  /** How many numbers lie below each of these, which are from 0 up. */
  below(limits: readonly number[]): number[];
}

/** Samples of fewer numbers are sorted. */
const MANY = 50_000;
/** Buckets take the leading 19 bits after the sign: 256 for each octave. */
const SHIFT = 12;
const BUCKETS = 2 ** (31 - SHIFT);

/** @param xs none of them `NaN` or below 0. */
export function orderedSample(xs: Float64Array): OrderedSample {
  return xs.length < MANY ? bySorting(xs) : byCounting(xs);
}

function bySorting(xs: Float64Array): OrderedSample {
  const sorted = xs.slice().sort();
  return {
    at: (places) => places.map((place) => sorted[place]),
    below: (limits) => limits.map((limit) => firstNotBelow(sorted, limit)),
  };
}

/** Counts all numbers by their leading bits, and sorts only where a question leads. */
function byCounting(xs: Float64Array): OrderedSample {
  const words = new Int32Array(xs.buffer, xs.byteOffset, 2 * xs.length);
  const starts = new Uint32Array(BUCKETS + 1);
  // The sign is left out: −0 is 0.
  for (let i = HIGH; i < words.length; i += 2) starts[((words[i] & 0x7fffffff) >> SHIFT) + 1]++;
  for (let b = 0; b < BUCKETS; b++) starts[b + 1] += starts[b];
  const sorted = new Map<number, Float64Array>();

  const gather = (buckets: readonly number[]): void => {
    const missing = [...new Set(buckets)].filter((bucket) => !sorted.has(bucket));
    const own = missing.map((bucket) => new Float64Array(starts[bucket + 1] - starts[bucket]));
    const filled = new Uint32Array(missing.length);
    const placeOf = new Int16Array(BUCKETS).fill(-1);
    for (const [k, bucket] of missing.entries()) placeOf[bucket] = k;
    for (let i = 0; i < xs.length; i++) {
      const k = placeOf[(words[2 * i + HIGH] & 0x7fffffff) >> SHIFT];
      if (k >= 0) own[k][filled[k]++] = xs[i];
    }
    for (const [k, bucket] of missing.entries()) sorted.set(bucket, own[k].sort());
  };
  const bucketOf = (place: number): number => lastFrom(starts, place);
  const bucketAt = (x: number): number => (highWord(x) & 0x7fffffff) >> SHIFT;

  return {
    at: (places) => {
      const buckets = places.map(bucketOf);
      gather(buckets);
      return places.map((place, i) => sorted.get(buckets[i])![place - starts[buckets[i]]]);
    },
    below: (limits) => {
      const buckets = limits.map(bucketAt);
      gather(buckets);
      return limits.map((limit, i) => starts[buckets[i]] + firstNotBelow(sorted.get(buckets[i])!, limit));
    },
  };
}

/** The last bucket that begins at or before a place. */
function lastFrom(starts: Uint32Array, place: number): number {
  let from = 0;
  let to = BUCKETS;
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
