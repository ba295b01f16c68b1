import { exp, log } from '@surety/numerics';
import type { ExpressionFunction } from './expression-function.js';
import { statisticalFunctions } from './statistical-functions.js';

const elementary: readonly ExpressionFunction[] = [
  {
    name: 'min',
    signature: 'min(a, b, …)',
    text: 'The smallest of its arguments.',
    arity: { fewest: 2, most: Number.POSITIVE_INFINITY },
    unit: 'same',
    examples: [{ expression: 'min(3, 1, 2)', value: 1 }],
    value: Math.min,
  },
  {
    name: 'max',
    signature: 'max(a, b, …)',
    text: 'The largest of its arguments.',
    arity: { fewest: 2, most: Number.POSITIVE_INFINITY },
    unit: 'same',
    examples: [{ expression: 'max(3, 1, 2)', value: 3 }],
    value: Math.max,
  },
  {
    name: 'exp',
    signature: 'exp(x)',
    text: 'e to the power of x.',
    arity: { fewest: 1, most: 1 },
    unit: 'plain',
    examples: [{ expression: 'exp(2)', value: 7.3890560989 }],
    value: exp,
  },
  {
    name: 'log',
    signature: 'log(x)',
    text: 'The natural logarithm.',
    domain: 'x > 0',
    arity: { fewest: 1, most: 1 },
    unit: 'plain',
    examples: [{ expression: 'log(5)', value: 1.6094379124 }],
    value: log,
  },
  {
    name: 'sqrt',
    signature: 'sqrt(x)',
    text: 'The square root.',
    domain: 'x ≥ 0',
    arity: { fewest: 1, most: 1 },
    unit: 'plain',
    examples: [{ expression: 'sqrt(6.25)', value: 2.5 }],
    value: Math.sqrt,
  },
];

/** Every function of the language, in the order of the documentation. */
export const expressionFunctions: readonly ExpressionFunction[] = [...elementary, ...statisticalFunctions];

const byName: ReadonlyMap<string, ExpressionFunction> = new Map(expressionFunctions.map((each) => [each.name, each]));

/** The function of that name. */
export function expressionFunction(name: string): ExpressionFunction | undefined {
  return byName.get(name);
}

/** The names of all functions. */
export function functionNames(): Iterable<string> {
  return byName.keys();
}
