/**
 * The sum, rounded about once whatever the order and the cancellation (Neumaier 1974). 0 for nothing; `NaN` if a value is
 * `NaN` or infinite values meet.
 */
export function sumCompensated(xs: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i];
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
  }
  // Infinite sums have no meaningful remainder.
  return !Number.isNaN(lost) ? sum + lost : sum;
}

/**
 * The sum, as exact as `sumCompensated` (what each addition loses is kept exactly, Knuth 1969), with the least and the greatest
 * of numbers that are not `NaN`, in one pass. Four sums, since each waits for itself.
 */
export function sumAndRange(xs: Float64Array): {
  readonly sum: number;
  readonly least: number;
  readonly greatest: number;
} {
  let [a, b, c, d] = [0, 0, 0, 0];
  let [lostA, lostB, lostC, lostD] = [0, 0, 0, 0];
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  const whole = xs.length - (xs.length % 4);
  for (let i = 0; i < whole; i += 4) {
    const x = xs[i];
    const y = xs[i + 1];
    const z = xs[i + 2];
    const w = xs[i + 3];
    let next = a + x;
    let added = next - a;
    lostA += a - (next - added) + (x - added);
    a = next;
    next = b + y;
    added = next - b;
    lostB += b - (next - added) + (y - added);
    b = next;
    next = c + z;
    added = next - c;
    lostC += c - (next - added) + (z - added);
    c = next;
    next = d + w;
    added = next - d;
    lostD += d - (next - added) + (w - added);
    d = next;
    if (x < least) least = x;
    if (x > greatest) greatest = x;
    if (y < least) least = y;
    if (y > greatest) greatest = y;
    if (z < least) least = z;
    if (z > greatest) greatest = z;
    if (w < least) least = w;
    if (w > greatest) greatest = w;
  }
  const rest = xs.subarray(whole);
  for (const x of rest) {
    least = Math.min(least, x);
    greatest = Math.max(greatest, x);
  }
  const sums = [a, b, c, d, ...rest];
  const lost = [lostA, lostB, lostC, lostD];
  // Infinite sums have no meaningful remainder.
  return { sum: sumCompensated(lost.some(Number.isNaN) ? sums : [...sums, ...lost]), least, greatest };
}

/** The arithmetic mean, by `sumCompensated`. `NaN` for nothing. */
export function meanOf(xs: ArrayLike<number>): number {
  return xs.length === 0 ? Number.NaN : sumCompensated(xs) / xs.length;
}

/**
 * The sample standard deviation (divisor n − 1), in two compensated passes. `NaN` for fewer than two values.
 */
export function standardDeviationOf(xs: ArrayLike<number>): number {
  if (xs.length < 2) return Number.NaN;
  const centre = meanOf(xs);
  const squares = new Float64Array(xs.length);
  for (let i = 0; i < xs.length; i++) squares[i] = (xs[i] - centre) * (xs[i] - centre);
  return Math.sqrt(sumCompensated(squares) / (xs.length - 1));
}

/**
 * The quantile of a sample by definition 7 of Hyndman & Fan (1996), that of R, NumPy and spreadsheets: linear between
 * order statistics, the smallest value at 0 and the largest at 1.
 *
 * @param sorted the sample in ascending order; `NaN` if it is empty.
 * @param p probability in [0, 1], else `NaN`.
 */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number {
  if (!(p >= 0 && p <= 1) || sorted.length === 0) return Number.NaN;
  const place = p * (sorted.length - 1);
  const index = Math.floor(place);
  const low = sorted[index];
  if (index === place) return low;
  const high = sorted[index + 1];
  return low === high ? low : low + (place - index) * (high - low);
}

/** `quantileSorted` of an unsorted sample at several probabilities. The sample is not changed. */
export function quantiles(xs: ArrayLike<number>, probabilities: readonly number[]): number[] {
  const sorted = Float64Array.from(xs).sort();
  return probabilities.map((p) => quantileSorted(sorted, p));
}
