import type { Expression, ExpressionProblem } from './ast.js';
import { comparisons } from './evaluate.js';
import { kernelOf, noValue } from './kernels.js';

/** One number per trial, or one number for all of them. */
export type Column = Float64Array | number;

/** Why a column has no value in some trials. */
export interface ColumnProblem extends ExpressionProblem {
  /** The first trial without a value; absent where no trial has one. */
  readonly trial?: number;
  /** How many trials have none. */
  readonly count?: number;
}

/** Computes the column of an expression from those of its names, all with finite numbers; columns are not changed. */
export type VectorExpression = (column: (name: string) => Column | undefined) => Column | ColumnProblem;

/**
 * Makes an expression into a function over columns. What depends on scalars only stays a scalar, and each number is the
 * one that `evaluate` gives, to the last bit. Comparisons give 1 and 0. A name without a column, a text, and a number that
 * is not finite in any trial (also on the way to the result) are problems, with their place.
 */
export function compileVector(of: Expression): VectorExpression {
  switch (of.kind) {
    case 'number':
      return () => of.value;
    case 'boolean':
      return () => Number(of.value);
    case 'text':
      return () => ({ message: 'a number is needed, and this is a text', from: of.from, to: of.to });
    case 'name':
      return (column) => column(of.name) ?? { message: `\`${of.name}\` has no value here`, from: of.from, to: of.to };
    case 'compare': {
      const holds = comparisons[of.operator];
      return operation(of, [of.left, of.right], (a, b) => (holds(a!, b!) ? 1 : 0));
    }
    default: {
      const { inputs, value } = kernelOf(of)!;
      return operation(of, inputs, value);
    }
  }
}

/** Whether the computation failed. */
export function isColumnProblem(of: Column | ColumnProblem): of is ColumnProblem {
  return typeof of === 'object' && !(of instanceof Float64Array);
}

function operation(
  node: Expression,
  inputs: readonly Expression[],
  value: (...values: number[]) => number,
): VectorExpression {
  const compiled = inputs.map(compileVector);
  return (column) => {
    const columns: Column[] = [];
    for (const input of compiled) {
      const found = input(column);
      if (isColumnProblem(found)) return found;
      columns.push(found);
    }
    return apply(node, columns, value);
  };
}

function apply(
  node: Expression,
  columns: readonly Column[],
  value: (...values: number[]) => number,
): Column | ColumnProblem {
  const trials = columns.find((each) => typeof each !== 'number') as Float64Array | undefined;
  if (trials === undefined) {
    const scalars = columns as readonly number[];
    const result = value(...scalars);
    return Number.isFinite(result) ? result : noValue(node, scalars);
  }
  const result = new Float64Array(trials.length);
  const at = (column: Column, i: number) => (typeof column === 'number' ? column : column[i]!);
  const [a, b] = columns;
  if (columns.length === 1) for (let i = 0; i < result.length; i++) result[i] = value(at(a!, i));
  else if (columns.length === 2) for (let i = 0; i < result.length; i++) result[i] = value(at(a!, i), at(b!, i));
  else for (let i = 0; i < result.length; i++) result[i] = value(...columns.map((each) => at(each, i)));
  return (
    firstWithoutValue(result, (trial) =>
      noValue(
        node,
        columns.map((each) => at(each, trial)),
      ),
    ) ?? result
  );
}

/** The problem of a column that is not finite everywhere. */
export function firstWithoutValue(
  column: Float64Array,
  problem: (trial: number) => ExpressionProblem,
): ColumnProblem | undefined {
  let trial = -1;
  let count = 0;
  for (let i = column.length - 1; i >= 0; i--) {
    if (Number.isFinite(column[i])) continue;
    trial = i;
    count += 1;
  }
  return count === 0 ? undefined : { ...problem(trial), trial, count };
}
