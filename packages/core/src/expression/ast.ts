/** A place inside the text of an expression: UTF-16 offsets, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is wrong with an expression, and where in its text. */
export interface ExpressionProblem extends Span {
  /** One sentence without the final full stop; names what was found and what was expected. */
  readonly message: string;
  /** The unit that the part would have to have, as a unit is written, where that is known. */
  readonly needs?: string;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '^';
export type CompareOperator = '<=' | '>=' | '==' | '!=' | '<' | '>';

/** A parsed expression. Parentheses are gone; spans are those of the operation itself. */
export type Expression =
  | (Span & { readonly kind: 'number'; readonly value: number })
  | (Span & { readonly kind: 'text'; readonly value: string })
  | (Span & { readonly kind: 'boolean'; readonly value: boolean })
  | (Span & { readonly kind: 'name'; readonly name: string })
  | (Span & { readonly kind: 'negate'; readonly operand: Expression })
  | (Span & {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Span & {
      readonly kind: 'compare';
      readonly operator: CompareOperator;
      readonly left: Expression;
      readonly right: Expression;
    })
  | CallExpression;

export interface CallExpression extends Span {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly Expression[];
}

/** The direct operands, in the order of the text. */
export function operands(of: Expression): readonly Expression[] {
  switch (of.kind) {
    case 'negate':
      return [of.operand];
    case 'arithmetic':
    case 'compare':
      return [of.left, of.right];
    case 'call':
      return of.arguments;
    default:
      return [];
  }
}
