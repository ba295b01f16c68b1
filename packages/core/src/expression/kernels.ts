import { pow } from '@surety/numerics';
import { inRange, rangeText } from '../calculator/index.js';
import type { CallExpression, Expression, ExpressionProblem } from './ast.js';
import { expressionFunction } from './functions.js';
import { occurrence, occurrenceForm } from './occurrence.js';

/**
 * How one node of an expression computes its value from those of its inputs. Scalars and columns share it, so that they
 * agree to the last bit.
 */
export interface Kernel {
  readonly inputs: readonly Expression[];
  /** Not finite where there is no value. */
  readonly value: (...values: number[]) => number;
}

/** The kernel of an operation on numbers; none for numbers, texts, booleans, names and comparisons. */
export function kernelOf(of: Expression): Kernel | undefined {
  switch (of.kind) {
    case 'negate':
      return { inputs: [of.operand], value: (x) => -x! };
    case 'call':
      return { inputs: of.arguments, value: expressionFunction(of.name)!.value };
    case 'arithmetic': {
      const form = occurrenceForm(of);
      if (form !== undefined) return { inputs: [form.p, form.n], value: occurrence };
      return { inputs: [of.left, of.right], value: operations[of.operator] };
    }
    default:
      return undefined;
  }
}

const operations: Readonly<Record<'+' | '-' | '*' | '/' | '^', (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': pow,
};

/** Why an operation has no value for these inputs; at the argument that is to blame, where one is by itself. */
export function noValue(of: Expression, values: readonly number[]): ExpressionProblem {
  const outside = of.kind === 'call' ? argumentOutside(of, values) : undefined;
  if (outside !== undefined) return outside;
  return { message: reason(of, values.map(shown)), from: of.from, to: of.to };

  function reason(node: Expression, args: readonly string[]): string {
    if (node.kind === 'call') {
      const { domain } = expressionFunction(node.name)!;
      const needs = domain === undefined ? ': the result is too large' : `; it needs ${domain}`;
      return `\`${node.name}(${args.join(', ')})\` has no value${needs}`;
    }
    if (node.kind !== 'arithmetic') return 'there is no value';
    if (occurrenceForm(node) !== undefined) {
      return `\`1 - (1 - ${args[0]})^${args[1]}\` has no value; the probability must lie in [0, 1] (\`min(p, 1)\` keeps it there)`;
    }
    if (node.operator === '/' && values[1] === 0) return `\`${args[0]} / 0\` has no value`;
    const base = values[0]! < 0 && node.operator === '^' ? `(${args[0]})` : args[0]!;
    const why = node.operator === '^' && values[0]! < 0 ? '' : ': the result is too large';
    return `\`${base} ${node.operator} ${args[1]}\` has no value${why}`;
  }
}

function argumentOutside(of: CallExpression, values: readonly number[]): ExpressionProblem | undefined {
  const { signature, parameter } = expressionFunction(of.name)!;
  for (const [at, value] of values.entries()) {
    const range = parameter?.(at);
    if (range === undefined || inRange(value, range)) continue;
    const { from, to } = of.arguments[at]!;
    return {
      message: `\`${range.name}\` of \`${signature}\` is ${rangeText(range)}, and this is ${shown(value)}`,
      from,
      to,
    };
  }
  return undefined;
}

function shown(value: number): string {
  return String(Number(value.toPrecision(4)));
}
