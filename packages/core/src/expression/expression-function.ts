import type { NumberParameter, UnitRule } from '../calculator/index.js';

/** A function of the expression language. Documentation and tests are made from these objects. */
export interface ExpressionFunction {
  readonly name: string;
  /** As it is called: `atLeastOne(p, n)`. */
  readonly signature: string;
  /** What it is, in one or two sentences. */
  readonly text: string;
  /** For which arguments it has a value, beside the ranges of each; absent: for all. */
  readonly domain?: string;
  /** What the argument at a place may be; absent: any number. */
  readonly parameter?: (at: number) => NumberParameter | undefined;
  readonly arity: { readonly fewest: number; readonly most: number };
  readonly unit: UnitRule;
  /** Expressions with their values to about ten digits. */
  readonly examples: readonly { readonly expression: string; readonly value: number }[];
  /** `NaN` outside the domain. */
  readonly value: (...values: number[]) => number;
}
