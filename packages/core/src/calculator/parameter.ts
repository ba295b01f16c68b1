/** The numbers that a parameter may have. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** The end itself is not in the range. */
  readonly openLow?: boolean;
  readonly openHigh?: boolean;
  readonly whole?: boolean;
}

interface Described {
  /** As in the formula, in camelCase; on the command line in kebab-case. */
  readonly name: string;
  /** What it is, with its unit; no full stop. */
  readonly text: string;
}

export interface NumberParameter extends Described, Range {
  readonly kind: 'number';
  /** Absent: it must be given. */
  readonly default?: number;
}

/** Several numbers, with commas between them. */
export interface NumbersParameter extends Described, Range {
  readonly kind: 'numbers';
  readonly fewest: number;
  readonly most: number;
}

/** Shares by name, `A=0.9,B=0.1`. */
export interface MassesParameter extends Described {
  readonly kind: 'masses';
}

export interface ChoiceParameter extends Described {
  readonly kind: 'choice';
  readonly choices: readonly string[];
  readonly default: string;
}

/** The rows of a table, read from a file. */
export interface TableParameter extends Described {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  /** Most rows, where more would take too long; else what any table may have. */
  readonly most?: number;
}

export interface TableColumn extends Described {
  /** A column of names; else of numbers in the range. */
  readonly range?: Range;
  /** The column, or a cell of it, may be missing. */
  readonly optional?: boolean;
}

export type Parameter = NumberParameter | NumbersParameter | MassesParameter | ChoiceParameter | TableParameter;

export const probability: Range = { low: 0, high: 1 };
/** Strictly between 0 and 1. */
export const properShare: Range = { low: 0, high: 1, openLow: true, openHigh: true };
export const nonNegative: Range = { low: 0, high: Number.POSITIVE_INFINITY };
export const positive: Range = { low: 0, high: Number.POSITIVE_INFINITY, openLow: true };
export const anyNumber: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
export const count: Range = { low: 0, high: Number.POSITIVE_INFINITY, whole: true };

/** A parameter that is one number. */
export function number(name: string, range: Range, text: string, by?: number): NumberParameter {
  return { kind: 'number', name, text, ...range, ...(by === undefined ? {} : { default: by }) };
}

/** Whether a finite number lies in the range. */
export function inRange(value: number, { low, high, openLow, openHigh, whole }: Range): boolean {
  if (!Number.isFinite(value) || (whole === true && !Number.isInteger(value))) return false;
  return (openLow === true ? value > low : value >= low) && (openHigh === true ? value < high : value <= high);
}

/** A range as what is expected: `a number in [0, 1)`, `a whole number of at least 0`. */
export function rangeText({ low, high, openLow, openHigh, whole }: Range): string {
  const what = whole === true ? 'a whole number' : 'a number';
  const [fromBelow, fromAbove] = [Number.isFinite(low), Number.isFinite(high)];
  if (fromBelow && fromAbove) {
    return `${what} in ${openLow === true ? '(' : '['}${low}, ${high}${openHigh === true ? ')' : ']'}`;
  }
  if (fromBelow) return openLow === true ? `${what} above ${low}` : `${what} of at least ${low}`;
  if (fromAbove) return openHigh === true ? `${what} below ${high}` : `${what} of at most ${high}`;
  return what;
}
