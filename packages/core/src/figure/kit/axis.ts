import { exp, log } from '@surety/numerics';
import { formatProbability } from '../../case/index.js';

/** One side of a plot: where a value lies between its two ends, and what is written along it. */
export interface Axis {
  readonly title: string;
  /** From 0 at the low end to 1 at the high end; what lies outside is put at the end. */
  readonly at: (value: number) => number;
  /** The value at a place, for sampling a curve evenly as it is seen. */
  readonly valueAt: (place: number) => number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** Round steps of 1, 2 or 5 times a power of ten: at most `most` of them, both ends included where they are round. */
export function linearAxis(title: string, from: number, to: number, most = 6, label = plainNumber): Axis {
  const span = to > from ? to - from : 1;
  const step = roundStep(span / most);
  const ticks: Axis['ticks'][number][] = [];
  for (let count = Math.ceil(from / step - 1e-9); count * step <= from + span * (1 + 1e-9); count++) {
    const value = Number((count * step).toPrecision(12));
    ticks.push({ at: (value - from) / span, label: label(value) });
  }
  return {
    title,
    at: (value) => clamp((value - from) / span),
    valueAt: (place) => from + place * span,
    ticks,
  };
}

/** Powers of ten between two positive ends; a zero lies at the low end. */
export function logAxis(
  title: string,
  from: number,
  to: number,
  label: (value: number) => string = formatProbability,
): Axis {
  const [low, high] = [log(from), log(to > from ? to : from * 10)];
  const at = (value: number): number => (value <= 0 ? 0 : clamp((log(value) - low) / (high - low)));
  const ticks: Axis['ticks'][number][] = [];
  const decades = (high - low) / Math.LN10;
  const every = Math.max(1, Math.ceil(decades / 7));
  for (let decade = Math.ceil(low / Math.LN10 - 1e-9); decade <= high / Math.LN10 + 1e-9; decade++) {
    if (decade % every !== 0) continue;
    const value = Number(`1e${decade}`);
    ticks.push({ at: at(value), label: label(value) });
  }
  return { title, at, valueAt: (place) => exp(low + place * (high - low)), ticks };
}

function roundStep(least: number): number {
  const power = Number(`1e${Math.floor(log(least) / Math.LN10 + 1e-9)}`);
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least * (1 - 1e-9))!;
}

function clamp(place: number): number {
  return Math.min(1, Math.max(0, place));
}

function plainNumber(value: number): string {
  const text = Math.abs(value) >= 1e6 ? value.toExponential() : String(value);
  return text.replace('e+', 'e');
}
