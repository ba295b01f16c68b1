import { HIGH, highWord } from './portable/words.js';

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

/** Samples of fewer numbers are sorted. */
const MANY = 50_000;
/** Buckets take the leading 19 bits after the sign: 256 for each octave. */
const SHIFT = 12;

/** The least and the greatest number of a sample, which holds one at least, none of them `NaN` or below 0. */
export function rangeOf(xs: Float64Array): readonly [least: number, greatest: number] {
  const words = new Int32Array(xs.buffer, xs.byteOffset, 2 * xs.length);
  let least = xs[0];
  let greatest = least;
  let leastWord = words[HIGH];
  let greatestWord = leastWord;
  // Whole numbers are compared sooner, and the leading halves say all but a few times which number is less.
  for (let i = HIGH; i < words.length; i += 2) {
    const word = words[i];
    if (word <= leastWord) {
      const x = xs[i >> 1];
      if (x < least) {
        least = x;
        leastWord = word;
      }
    }
    if (word >= greatestWord) {
      const x = xs[i >> 1];
      if (x > greatest) {
        greatest = x;
        greatestWord = word;
      }
    }
  }
  return [least, greatest];
}

/**
 * Answers about a sample in ascending order, without sorting all of it where it is large.
 *
 * @param xs none of them `NaN` or below 0. They are not changed.
 * @param range what `rangeOf` says of them.
 */
export function inOrder(
  xs: Float64Array,
  asked: OrderQuestions,
  range: readonly [least: number, greatest: number] = rangeOf(xs),
): OrderAnswers {
  if (xs.length >= MANY) return byCounting(xs, asked, range);
  const sorted = xs.slice().sort();
  return {
    at: asked.at.map((place) => sorted[place]),
    below: asked.below.map((limit) => firstNotBelow(sorted, limit)),
  };
}

/** The sign is left out: −0 is 0. */
const bucketOf = (x: number): number => (highWord(x) & 0x7fffffff) >> SHIFT;

/** Counts all numbers by their leading bits, and sorts only where a question leads. */
function byCounting(
  xs: Float64Array,
  { at, below }: OrderQuestions,
  [least, greatest]: readonly [number, number],
): OrderAnswers {
  const words = new Int32Array(xs.buffer, xs.byteOffset, 2 * xs.length);
  const first = bucketOf(least);
  const buckets = bucketOf(greatest) - first + 1;
  const starts = startsOf(words, first, buckets);

  const bucketsAt = at.map((place) => lastFrom(starts, place));
  const bucketsBelow = below.map((limit) => Math.max(0, Math.min(buckets - 1, bucketOf(limit) - first)));
  const wanted = [...new Set([...bucketsAt, ...bucketsBelow])];
  const numberOf = new Int32Array(buckets).fill(-1);
  for (const [k, bucket] of wanted.entries()) numberOf[bucket] = k;
  const own = wanted.map((bucket) => new Float64Array(starts[bucket + 1] - starts[bucket]));
  const filled = new Uint32Array(wanted.length);
  for (let i = HIGH; i < words.length; i += 2) {
    const k = numberOf[((words[i] & 0x7fffffff) >> SHIFT) - first];
    if (k >= 0) own[k][filled[k]++] = xs[i >> 1];
  }
  const sorted = own.map((numbers) => numbers.sort());
  const inBucket = (bucket: number): Float64Array => sorted[numberOf[bucket]];
  return {
    at: at.map((place, i) => inBucket(bucketsAt[i])[place - starts[bucketsAt[i]]]),
    below: below.map((limit, i) => starts[bucketsBelow[i]] + firstNotBelow(inBucket(bucketsBelow[i]), limit)),
  };
}

/** How many numbers lie before each bucket. */
function startsOf(words: Int32Array, first: number, buckets: number): Uint32Array {
  // Four counts in turn: neighbours often lie in one bucket, and a count that was just written is not read again at once.
  const counts = Array.from({ length: 4 }, () => new Uint32Array(buckets));
  const [a, b, c, d] = counts;
  const whole = words.length - (words.length % 8);
  for (let i = HIGH; i < whole; i += 8) {
    a[((words[i] & 0x7fffffff) >> SHIFT) - first]++;
    b[((words[i + 2] & 0x7fffffff) >> SHIFT) - first]++;
    c[((words[i + 4] & 0x7fffffff) >> SHIFT) - first]++;
    d[((words[i + 6] & 0x7fffffff) >> SHIFT) - first]++;
  }
  for (let i = whole + HIGH; i < words.length; i += 2) a[((words[i] & 0x7fffffff) >> SHIFT) - first]++;
  const starts = new Uint32Array(buckets + 1);
  for (let k = 0; k < buckets; k++) starts[k + 1] = starts[k] + a[k] + b[k] + c[k] + d[k];
  return starts;
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
