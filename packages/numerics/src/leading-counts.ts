import { HIGH, highWord } from './portable/words.js';

/** How many numbers of a sample have the same leading bits, of `first` and of those that follow. */
export interface LeadingCounts {
  readonly first: number;
  readonly counts: Uint32Array;
}

/** Counts a sample part by part. */
export interface LeadingCounter {
  /**
   * @param xs none of them `NaN` or below 0.
   * @param range the least and the greatest of them.
   */
  add(xs: Float64Array, range: { readonly least: number; readonly greatest: number }): void;
  counts(): LeadingCounts;
}

/** The leading 19 bits after the sign, of the upper half of a number: 256 for each octave. */
export const LEADING_SHIFT = 12;

/** The leading bits of a number. The sign is left out: −0 is 0. */
export const leadingBits = (x: number): number => (highWord(x) & 0x7fffffff) >> LEADING_SHIFT;

export function leadingCounter(): LeadingCounter {
  // Four counts side by side: neighbours often have the same leading bits, and a count just written is not read again at once.
  let table = new Uint32Array(0);
  let first = 0;

  const cover = (from: number, to: number): void => {
    if (table.length === 0) first = from;
    const end = first + table.length / 4;
    if (from >= first && to < end) return;
    const start = Math.min(first, from);
    const wider = new Uint32Array(4 * (Math.max(end, to + 1) - start));
    wider.set(table, 4 * (first - start));
    [table, first] = [wider, start];
  };

  return {
    add: (xs, { least, greatest }) => {
      if (xs.length === 0) return;
      cover(leadingBits(least), leadingBits(greatest));
      count(new Int32Array(xs.buffer, xs.byteOffset, 2 * xs.length), first, table);
    },
    counts: () => {
      const counts = new Uint32Array(table.length / 4);
      for (let k = 0; k < table.length; k++) counts[k >> 2] += table[k];
      return { first, counts };
    },
  };
}

function count(words: Int32Array, first: number, table: Uint32Array): void {
  const whole = words.length - (words.length % 8);
  for (let i = HIGH; i < whole; i += 8) {
    table[4 * (((words[i] & 0x7fffffff) >> LEADING_SHIFT) - first)]++;
    table[4 * (((words[i + 2] & 0x7fffffff) >> LEADING_SHIFT) - first) + 1]++;
    table[4 * (((words[i + 4] & 0x7fffffff) >> LEADING_SHIFT) - first) + 2]++;
    table[4 * (((words[i + 6] & 0x7fffffff) >> LEADING_SHIFT) - first) + 3]++;
  }
  for (let i = whole + HIGH; i < words.length; i += 2)
    table[4 * (((words[i] & 0x7fffffff) >> LEADING_SHIFT) - first)]++;
}

/** The counts of a sample from those of its parts. */
export function joinedCounts(parts: readonly LeadingCounts[]): LeadingCounts {
  const some = parts.filter(({ counts }) => counts.length > 0);
  if (some.length === 0) return { first: 0, counts: new Uint32Array(0) };
  const first = Math.min(...some.map((part) => part.first));
  const counts = new Uint32Array(Math.max(...some.map((part) => part.first + part.counts.length)) - first);
  for (const part of some)
    for (let k = 0; k < part.counts.length; k++) counts[part.first - first + k] += part.counts[k];
  return { first, counts };
}
