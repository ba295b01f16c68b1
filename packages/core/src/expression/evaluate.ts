import type { CompareOperator, Expression, ExpressionProblem } from './ast.js';
import { kernelOf, noValue } from './kernels.js';

/** What an expression is about and may be: a number is always finite. */
export type Value = number | string | boolean;

/** The value of a name; `undefined` where there is none. */
export type Environment = (name: string) => Value | undefined;

/**
 * The value of an expression for one set of named values, or what kept it from having one and where: a name without a
 * value, a text where a number is needed, a result that is not a finite number. `true` counts as 1 and `false` as 0.
 * `==` and `!=` compare anything (a text never equals a number); `<` and its like compare numbers.
 */
export function evaluate(of: Expression, env: Environment): Value | ExpressionProblem {
  switch (of.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return of.value;
    case 'name': {
      const value = env(of.name);
      if (value === undefined) return { message: `\`${of.name}\` has no value here`, from: of.from, to: of.to };
      if (typeof value !== 'number' || Number.isFinite(value)) return value;
      return { message: `\`${of.name}\` is ${value}, which is not a number to compute with`, from: of.from, to: of.to };
    }
    case 'compare': {
      const left = evaluate(of.left, env);
      if (isProblem(left)) return left;
      const right = evaluate(of.right, env);
      if (isProblem(right)) return right;
      const comparable = typeof left === 'string' && typeof right === 'string';
      if (of.operator === '==' || of.operator === '!=') {
        const equal = comparable ? left === right : numeric(left) === numeric(right);
        return equal === (of.operator === '==');
      }
      const text = typeof left === 'string' ? of.left : typeof right === 'string' ? of.right : undefined;
      if (text === undefined) return comparisons[of.operator](Number(left), Number(right));
      return { message: `\`${of.operator}\` compares numbers, and this is a text`, from: text.from, to: text.to };
    }
    default: {
      const { inputs, value } = kernelOf(of)!;
      const values: number[] = [];
      for (const input of inputs) {
        const found = evaluate(input, env);
        if (isProblem(found)) return found;
        if (typeof found === 'string') return { message: 'a number is needed, and this is a text', ...spanOf(input) };
        values.push(Number(found));
      }
      const result = value(...values);
      return Number.isFinite(result) ? result : noValue(of, values);
    }
  }
}

/** Whether an evaluation failed. */
export function isProblem(of: Value | ExpressionProblem): of is ExpressionProblem {
  return typeof of === 'object';
}

/** What the comparisons of numbers say. */
export const comparisons: Readonly<Record<CompareOperator, (a: number, b: number) => boolean>> = {
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
};

/** Booleans as numbers; a text equals no number. */
function numeric(value: Value): number | undefined {
  return typeof value === 'string' ? undefined : Number(value);
}

function spanOf({ from, to }: Expression): { from: number; to: number } {
  return { from, to };
}
