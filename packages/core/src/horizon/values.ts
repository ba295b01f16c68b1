import { pow } from '@surety/numerics';
import type { HorizonAxis } from '../case/index.js';

/** Values between two that were looked at, as finely as it is worth. */
export interface AxisValues {
  /** Tasks, instances and days are counted; a capability is any number. */
  readonly whole: boolean;
  /** The next value above that can be told apart. */
  readonly above: (value: number) => number;
  /** A value strictly between the two; nothing where they are next to each other. */
  readonly between: (low: number, high: number) => number | undefined;
  /** Values from one end to the other, both included, spaced as the scale is. */
  readonly spread: (count: number) => readonly number[];
}

/** Flips on an axis of any numbers are looked for down to this share of the range. */
const FINEST = 1e-9;

export function axisValues(axis: HorizonAxis, from: number, to: number, scale: 'linear' | 'log'): AxisValues {
  const whole = axis !== 'capability';
  const finest = FINEST * (to - from);
  const middle = (low: number, high: number) =>
    scale === 'log' && low > 0 && high > 2 * low ? Math.sqrt(low) * Math.sqrt(high) : low + (high - low) / 2;
  const between = (low: number, high: number) => {
    if (whole) return high - low < 2 ? undefined : Math.min(high - 1, Math.max(low + 1, Math.floor(middle(low, high))));
    if (high - low <= finest) return undefined;
    const found = middle(low, high);
    return found > low && found < high ? found : undefined;
  };
  return {
    whole,
    above: (value) => (whole ? Math.floor(value) + 1 : nextUp(value)),
    between,
    spread: (count) => {
      const last = Math.max(1, count - 1);
      const at = (share: number) => (scale === 'log' ? from * pow(to / from, share) : from + share * (to - from));
      const inner = Array.from({ length: last - 1 }, (_, i) => shortened(at((i + 1) / last)));
      const values = inner.filter((value) => value > from && value < to);
      return [from, ...new Set(whole ? values.map(Math.round) : values), to];
    },
  };
}

/** With three digits: where a sample point lies does not matter, and short numbers are easier to read. */
function shortened(value: number): number {
  return Number(value.toPrecision(3));
}

/** The smallest number above a number that is not negative. */
export function nextUp(value: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(value));
  bits.setBigUint64(0, bits.getBigUint64(0) + 1n);
  return bits.getFloat64(0);
}
