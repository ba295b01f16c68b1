import { log } from '@surety/numerics';

/** A logarithmic axis: exponents of ten at its ends. */
export interface Domain {
  readonly low: number;
  readonly high: number;
}

export interface Tick {
  readonly value: number;
  /** From 0 at the left end to 1 at the right end. */
  readonly at: number;
}

const fewestDecades = 2;

/**
 * From 1, 2 or 5 times a power of ten to another, around all values and with room above the limits, never beyond 1;
 * absent where there is nothing to show.
 */
export function wholeSteps(values: readonly number[], limits: readonly number[]): Domain | undefined {
  if (values.length === 0) return undefined;
  const exponents = [...values, ...limits].filter((value) => value > 0).map(log10);
  if (exponents.length === 0) return { low: -fewestDecades, high: 0 };
  // There is always room above the limits: that part is what the drawing is about.
  const beyond = limits.filter((value) => value > 0).map((value) => log10(value) + 0.1);
  // Adding 0 makes a plain 0 of -0.
  const high = Math.min(0, stepAbove(Math.max(...exponents, ...beyond))) + 0;
  const low = -stepAbove(-Math.min(...exponents));
  return { low: Math.min(low, high - fewestDecades), high };
}

const steps = [0, log10(2), log10(5), 1];

/** The exponent of the next of 1, 2, 5, 10 … at or above. Below zero the same steps stand in mirror image: 1, 0.5, 0.2. */
function stepAbove(exponent: number): number {
  const decade = Math.floor(exponent + 1e-9);
  return decade + (steps.find((step) => decade + step >= exponent - 1e-9) ?? 1);
}

/** As close around the values as is readable, with a margin on both sides. */
export function closeAround(values: readonly number[]): Domain | undefined {
  const exponents = values.filter((value) => value > 0).map(log10);
  if (exponents.length === 0) return undefined;
  const low = Math.min(...exponents);
  const high = Math.max(...exponents);
  const margin = Math.max(0.08, 0.12 * (high - low));
  return { low: low - margin, high: Math.min(0, high + margin) };
}

/** From 0 at the left end to 1 at the right end; what lies outside is put at the end. */
export function placeOf(value: number, { low, high }: Domain): number {
  if (value <= 0) return 0;
  return Math.min(1, Math.max(0, (log10(value) - low) / (high - low)));
}

const fine = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9];

/** The decades of the axis; 1, 2 and 5 times them where it spans no more than two, and more where it spans less than one. */
export function ticksOf(domain: Domain): readonly Tick[] {
  const { low, high } = domain;
  const span = high - low;
  const mantissas = span < 1 ? fine : span < fewestDecades + 1e-9 ? [1, 2, 5] : [1];
  const ticks: Tick[] = [];
  for (let decade = Math.floor(low + 1e-9); decade <= Math.ceil(high); decade++) {
    for (const mantissa of mantissas) {
      const value = Number(`${mantissa}e${decade}`);
      const exponent = log10(value);
      if (exponent >= low - 1e-9 && exponent <= high + 1e-9) ticks.push({ value, at: placeOf(value, domain) });
    }
  }
  return ticks;
}

export function log10(value: number): number {
  return log(value) / Math.LN10;
}
