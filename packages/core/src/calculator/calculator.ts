import type { Fact } from '../catalogue/index.js';
import type { HorizonRun, ParetoFront, ReliabilityBin, TimeHorizon } from '../statistics/index.js';
import type { Parameter } from './parameter.js';
import type { QuantityFunction } from './quantity-function.js';

/** A row of a table by the names of its columns; numbers were checked to lie in the range of theirs. */
export type TableRow = Readonly<Record<string, number | string | undefined>>;
export type InputValue = number | readonly number[] | string | Readonly<Record<string, number>> | readonly TableRow[];
/** The value of every parameter, checked against its range. */
export type Inputs = Readonly<Record<string, InputValue>>;

/** One line of what a calculator finds. */
export interface ResultRow {
  readonly name: string;
  /** `null` where there is none for these inputs. */
  readonly value: number | string | null;
  /** What it means, in one sentence. */
  readonly text: string;
}

export interface Computed {
  readonly rows: readonly ResultRow[];
  /** What whoever uses the numbers must know of these ones; each a sentence. */
  readonly warnings: readonly string[];
  readonly picture?: Picture;
}

/** What a calculator can be drawn as; `figure` draws it. */
export type Picture =
  | { readonly kind: 'pareto'; readonly front: ParetoFront; readonly title: string }
  | { readonly kind: 'roc'; readonly dPrime: number; readonly budget: number }
  | { readonly kind: 'horizon'; readonly runs: readonly HorizonRun[]; readonly fit: TimeHorizon }
  | { readonly kind: 'calibration'; readonly series: readonly CalibrationSeries[] };

export interface CalibrationSeries {
  readonly name: string;
  readonly bins: readonly ReliabilityBin[];
}

/** Why there is nothing to compute. */
export interface Refusal {
  /** A sentence without the full stop. */
  readonly message: string;
  readonly parameter?: string;
  readonly expected?: string;
}

/** A call with what must come out, digits as they were published or worked out: tests run it, the help shows it. */
export interface Example {
  readonly given: Readonly<Record<string, string>>;
  readonly gives: Readonly<Record<string, string>>;
  /** What the numbers are checked against. */
  readonly oracle: string;
}

export const topics = ['control', 'inability', 'trials', 'failures together', 'confidence', 'deference'] as const;
export type Topic = (typeof topics)[number];

/** What a calculator computes, and what of it a quantity can call. */
export interface Arithmetic {
  /** In kebab-case. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** What it finds can be drawn. */
  readonly pictured?: boolean;
  /** What of it a quantity of a case can call. */
  readonly functions: readonly QuantityFunction[];
  readonly compute: (inputs: Inputs) => Computed | Refusal;
}

/** What is said of a calculator to who uses it. It stands apart, since whoever computes a quantity needs none of it. */
export interface CalculatorManual {
  readonly title: string;
  readonly topic: Topic;
  /** In words and plain signs, a line each. */
  readonly formula: readonly string[];
  /** Where the arithmetic comes from. */
  readonly source: Fact<string>;
  /** What it leaves out, for every use of it; sentences. */
  readonly cautions: readonly string[];
  readonly examples: readonly [Example, ...Example[]];
}

/** By the names of calculators. */
export type Manuals = Readonly<Record<string, CalculatorManual>>;

/** A piece of arithmetic that a person can use by itself; documentation, command line and tests are made from it. */
export type Calculator = Arithmetic & CalculatorManual;

export function isRefusal(of: Computed | Refusal): of is Refusal {
  return 'message' in of;
}
