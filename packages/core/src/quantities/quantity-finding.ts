import type { Finding, Origin, Quantity } from '../case/index.js';
import type { ExpressionProblem } from '../expression/index.js';

/** What can be wrong with the quantities of a case. */
export type QuantityCode =
  /** An expression that cannot be read, calls an unknown function or gives it the wrong number of arguments. */
  | 'expression-syntax'
  /** A name that is no quantity, in an expression or a doubt. */
  | 'unknown-quantity'
  /** A quantity that is made of itself. */
  | 'quantity-cycle'
  /** Units that do not fit, inside an expression or with the unit that the quantity states. */
  | 'unit-mismatch'
  /** A unit that is not written as a unit. */
  | 'unit-syntax'
  /** A doubt that names a quantity whose unit is neither plain nor `probability per window`. */
  | 'doubt-unit'
  /** A quantity that has the name of a built-in quantity or function. */
  | 'reserved-quantity-name'
  /** A quantity without a (finite) value in some trial. */
  | 'value-problem';

/** A finding about a quantity; where it concerns a part of an expression, with its place inside the expression's text. */
export interface QuantityFinding extends Finding<QuantityCode> {
  /** UTF-16 offsets into the text of the expression that stands at `at`; `to` exclusive. */
  readonly within?: { readonly from: number; readonly to: number };
}

/** A finding inside the expression of a quantity. */
export function inExpression(
  quantity: Quantity,
  code: QuantityCode,
  { message, from, to }: ExpressionProblem,
  hint?: string,
): QuantityFinding {
  const at = quantity.definition.kind === 'expression' ? quantity.definition.origin : quantity.origin;
  const text = `${message[0]!.toUpperCase()}${message.slice(1)}`;
  return { code, severity: 'error', message: text, at, within: { from, to }, ...(hint === undefined ? {} : { hint }) };
}

/** A finding about a quantity, or a doubt, as a whole. */
export function at(origin: Origin, code: QuantityCode, message: string, hint?: string): QuantityFinding {
  return { code, severity: 'error', message, at: origin, ...(hint === undefined ? {} : { hint }) };
}
