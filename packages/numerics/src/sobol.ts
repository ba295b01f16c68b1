import { initialOf } from './direction-bits.js';
import { type RandomStream, stream } from './random-stream.js';

/** Dimensions of the Sobol sequence proper; further ones are independent random numbers. */
export const SOBOL_DIMENSIONS = 1024;

const TWO_TO_MINUS_52 = 2.220446049250313e-16;

/** More points than this are refused. */
const MAX_BITS = 16;

/** Which column of a randomised Sobol point set. */
export interface SobolColumn {
  /** As for `stream`. */
  readonly seed: number | string;
  /** 0, 1, 2, …; from `SOBOL_DIMENSIONS` on the column is plain random, independent of all others. */
  readonly dimension: number;
  /** 0, 1, 2, …: which of the independent randomisations. */
  readonly randomisation: number;
  /** A power of two, at most 65,536. */
  readonly points: number;
}

/**
 * One coordinate of the first `points` points of the Sobol sequence (Joe & Kuo 2008), with Owen's nested uniform
 * scrambling (Owen 1995, "Randomly permuted (t,m,s)-nets"), in the open interval (0, 1). Columns that share seed,
 * randomisation and number of points belong together row by row: row i of each is a coordinate of the same point.
 *
 * Each value is uniform; each column has exactly one value in each interval [j, j + 1) / points. The scramble is exact:
 * every prefix of the leading log2(points) bits has an independent random flip, and the bits below, in which no two points
 * share a prefix, are independent random bits. A column of more points does not begin with that of fewer.
 *
 * @throws RangeError if `dimension` or `randomisation` is not a whole number >= 0, or `points` not a power of two.
 */
export function sobolColumn({ seed, dimension, randomisation, points }: SobolColumn): Float64Array {
  const m = 31 - Math.clz32(points);
  if (!(m <= MAX_BITS) || points !== 1 << m) throw new RangeError(`points must be a power of two, not ${points}`);
  if (!Number.isInteger(dimension) || dimension < 0) throw new RangeError(`dimension must be >= 0, not ${dimension}`);
  if (!Number.isInteger(randomisation) || randomisation < 0) {
    throw new RangeError(`randomisation must be >= 0, not ${randomisation}`);
  }
  const random = stream(seed, 'sobol', dimension, randomisation);
  const column = new Float64Array(points);
  if (dimension >= SOBOL_DIMENSIONS) {
    for (let i = 0; i < points; i++) column[i] = random.next();
    return column;
  }
  const scrambled = nestedScramble(m, random);
  const digits = sobolDigits(dimension, m);
  // Scrambled digits, then 52 − m random bits, then the middle of the cell.
  const upper = 4503599627370496 / points;
  const middle = 1048576 / points;
  for (let i = 0; i < points; i++) {
    const below = random.bits() * middle + (random.bits() >>> (12 + m));
    column[i] = (scrambled[digits[i]] * upper + below + 0.5) * TWO_TO_MINUS_52;
  }
  return column;
}

/** A random permutation of 0 … 2^m − 1 in which equal leading bits stay equal leading bits, uniform among all such. */
function nestedScramble(m: number, random: RandomStream): Uint32Array {
  let permutation = new Uint32Array(1);
  for (let level = 0; level < m; level++) {
    const next = new Uint32Array(2 << level);
    let flips = 0;
    for (let prefix = 0; prefix < 1 << level; prefix++) {
      if (prefix % 32 === 0) flips = random.bits();
      const flip = (flips >>> (prefix % 32)) & 1;
      next[2 * prefix] = 2 * permutation[prefix] + flip;
      next[2 * prefix + 1] = 2 * permutation[prefix] + 1 - flip;
    }
    permutation = next;
  }
  return permutation;
}

/** The leading m bits of the first 2^m points of one dimension, as integers; the bits below are 0. */
export function sobolDigits(dimension: number, m: number): Uint32Array {
  const directions = directionNumbers(dimension, m);
  const digits = new Uint32Array(1 << m);
  for (let bit = 0; bit < m; bit++) {
    const half = 1 << bit;
    for (let i = 0; i < half; i++) digits[half + i] = digits[i] ^ directions[bit];
  }
  return digits;
}

/** Direction number j with its leading bit at place m − 1 (Bratley & Fox 1988, algorithm 659). */
function directionNumbers(dimension: number, m: number): Uint32Array {
  const numbers = new Uint32Array(m);
  if (dimension === 0) {
    for (let j = 0; j < m; j++) numbers[j] = 1 << (m - 1 - j);
    return numbers;
  }
  const { polynomial, numbers: given } = initialOf(dimension);
  const degree = given.length;
  const initial = [...given];
  for (let j = degree; j < m; j++) {
    let next = initial[j - degree] ^ (initial[j - degree] << degree);
    for (let i = 1; i < degree; i++) {
      if ((polynomial >>> (degree - i)) & 1) next ^= initial[j - i] << i;
    }
    initial.push(next);
  }
  for (let j = 0; j < m; j++) numbers[j] = initial[j] << (m - 1 - j);
  return numbers;
}
