/** How the unit of a call follows from those of its arguments. */
export type UnitRule =
  /** Arguments and result are plain numbers. */
  | 'plain'
  /** All arguments have one unit, and the result has it. */
  | 'same'
  /** A probability per X and a number of X per Y give a probability per Y. */
  | 'occurrence';

/** A function of the expression language. Documentation and tests are made from these objects. */
export interface ExpressionFunction {
  readonly name: string;
  /** As it is called: `atLeastOne(p, n)`. */
  readonly signature: string;
  /** What it is, in one or two sentences. */
  readonly text: string;
  /** For which arguments it has a value; absent: for all. */
  readonly domain?: string;
  readonly arity: { readonly fewest: number; readonly most: number };
  readonly unit: UnitRule;
  /** Expressions with their values to about ten digits. */
  readonly examples: readonly { readonly expression: string; readonly value: number }[];
  /** `NaN` outside the domain. */
  readonly value: (...values: number[]) => number;
}
