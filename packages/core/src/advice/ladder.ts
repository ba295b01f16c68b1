import { exp, log } from '@surety/numerics';

/** Values of one thing from hardly better (0) to as good as it is worth asking for (`count - 1`). */
export interface Ladder {
  readonly count: number;
  readonly valueAt: (index: number) => number;
  /** Logarithm of the factor by which it is better there. */
  readonly sizeAt: (index: number) => number;
  /** The first place at which it is better by at least this much; the last one where none is. */
  readonly indexFor: (size: number) => number;
}

/** Numbers of three digits below `now`, down to `least`: so that what is told is what was tried. */
export function threeDigitsBelow(now: number, least: number): Ladder {
  const start = placeOf(now);
  const first = numberAt(start) < now ? start : start - 1;
  const count = Math.max(0, first - placeOf(least) + 1);
  const valueAt = (index: number) => numberAt(first - index);
  const sizeAt = (index: number) => log(now / valueAt(index));
  return { count, valueAt, sizeAt, indexFor: (size) => firstOf(count, (index) => sizeAt(index) >= size) };
}

/** Whole numbers below `now` of at most three digits before the zeros, down to 1. */
export function wholeBelow(now: number): Ladder {
  const values: number[] = [];
  for (let place = placeOf(now); ; place--) {
    const value = numberAt(place);
    if (value < 1) break;
    if (value < now && Number.isInteger(value)) values.push(value);
  }
  const sizeAt = (index: number) => log(now / values[index]!);
  return {
    count: values.length,
    valueAt: (index) => values[index]!,
    sizeAt,
    indexFor: (size) => firstOf(values.length, (index) => sizeAt(index) >= size),
  };
}

/** Numbers of trials above `now`, one by one, up to `most`. */
export function trialsAbove(now: number, most: number): Ladder {
  const count = Math.max(0, most - now);
  const sizeAt = (index: number) => log((now + index + 1) / now);
  return {
    count,
    valueAt: (index) => now + index + 1,
    sizeAt,
    indexFor: (size) => Math.min(count - 1, Math.max(0, Math.ceil(now * exp(size)) - now - 1)),
  };
}

/** Something that is done or not. */
export function doneOrNot(from: number, to: number): Ladder {
  const size = from > 0 && to > from ? log(to / from) : 0;
  return { count: 1, valueAt: () => to, sizeAt: () => size, indexFor: () => 0 };
}

/** The first index at which it holds, if it holds from some index on; the last one where it holds nowhere. */
export function firstOf(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The place of the largest number of three digits that is not above; places count up with the numbers. */
function placeOf(value: number): number {
  const [, exponent] = value.toExponential().split('e') as [string, string];
  const place = 900 * Number(exponent);
  // Within one power of ten there are 900 of them; parsing decides, so that no rounding of ours does.
  let [low, high] = [place, place + 899];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (numberAt(middle) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function numberAt(place: number): number {
  const exponent = Math.floor(place / 900);
  return Number(`${100 + place - 900 * exponent}e${exponent - 2}`);
}
