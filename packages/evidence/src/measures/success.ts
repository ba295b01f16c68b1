import { type Expression, evaluate, isProblem, namesIn, parseExpression, type Value } from '@surety/core/expression';
import { failed, ok, type Problem, type Result } from '../problem.js';
import type { Cell, Trials } from '../trials/index.js';
import { type CellOf, cellOf } from './names.js';
import { scoreValue, truth } from './score-value.js';

/** What the success expression says of a row: true, false, or why it says nothing. */
export type Outcome = boolean | Without;

export interface Without {
  readonly without: string;
}

/** Compiles a success expression against the names that the trials have. */
export function successOf(
  text: string,
  trials: Trials,
  scorer: string | undefined,
): Result<(row: number) => Result<Outcome>> {
  const compiled = compile(text, trials, scorer, comparison);
  if (!compiled.ok) return compiled;
  const { ast, env } = compiled.value;
  const check = scoreAgainstText(ast, text);
  if (check !== undefined) return failed(check);
  return ok((row) => outcome(ast, text, env(row)));
}

/** Compiles an expression that gives a number for a row, or why it gives none. */
export function numberOf(
  text: string,
  trials: Trials,
  scorer: string | undefined,
): Result<(row: number) => Result<number | Without>> {
  const compiled = compile(text, trials, scorer, 'a number such as `score`');
  if (!compiled.ok) return compiled;
  const { ast, env } = compiled.value;
  return ok((row) => {
    const value = evaluate(ast, env(row));
    if (isProblem(value)) return ok({ without: value.message });
    // A cell that is a number written as text is one, as for scores; so is a grade such as C.
    const number = ast.kind === 'name' ? scoreValue(value) : value;
    if (typeof number === 'number') return Number.isFinite(number) ? ok(number) : ok({ without: `it is ${number}` });
    if (ast.kind === 'name') return ok({ without: `“${value}” is no number` });
    const message = `\`${text}\` gives ${typeof value === 'boolean' ? 'true or false' : 'a text'}, not a number`;
    return failed({ code: 'bad-expression', message, expected: 'a number such as `score`, or `kind: rate`' });
  });
}

/** Whether the row's event came: a field that says so (true, false, 1, 0), or an expression. */
export function eventOf(
  text: string,
  trials: Trials,
  scorer: string | undefined,
): Result<(row: number) => Result<Outcome>> {
  const compiled = compile(text, trials, scorer, comparison);
  if (!compiled.ok) return compiled;
  const { ast, env } = compiled.value;
  if (ast.kind !== 'name') return successOf(text, trials, scorer);
  return ok((row) => {
    const cell = env(row)(ast.name);
    const value = truth(cell);
    if (value !== undefined) return ok(value);
    if (cell === undefined) return ok({ without: `“${text}” has no value` });
    const message = `“${text}” is ${cell}, which is neither true nor false`;
    return failed({ code: 'field-value', message, expected: 'true, false, 1 or 0 in every row' });
  });
}

const comparison = 'a comparison such as `score >= 1`';

interface Compiled {
  readonly ast: Expression;
  readonly env: (row: number) => (name: string) => Cell;
}

function compile(text: string, trials: Trials, scorer: string | undefined, expected: string): Result<Compiled> {
  const parsed = parseExpression(text);
  if (parsed.ast === undefined) {
    const message = `\`${text}\` is not an expression: ${parsed.problems.map((problem) => problem.message).join('; ')}`;
    return failed({ code: 'bad-expression', message, expected });
  }
  if (namesIn(parsed.ast).length === 0) {
    const message = `\`${text}\` reads nothing of a trial: every row would count the same`;
    return failed({ code: 'bad-expression', message, expected });
  }
  const cells = new Map<string, CellOf>();
  for (const { name } of namesIn(parsed.ast)) {
    const cell = cellOf(trials, name, scorer);
    if (!cell.ok) return cell;
    cells.set(name, cell.value);
  }
  return ok({ ast: parsed.ast, env: (row) => (name) => cells.get(name)?.(row) });
}

function outcome(ast: Expression, text: string, env: (name: string) => Value | undefined): Result<Outcome> {
  const value = evaluate(ast, env);
  if (isProblem(value)) return ok({ without: value.message });
  if (typeof value !== 'boolean') {
    const message = `\`${text}\` gives a ${typeof value === 'number' ? 'number' : 'text'}, not true or false`;
    return failed({ code: 'bad-expression', message, expected: 'a comparison such as `score >= 1`' });
  }
  return mixed(ast, env) ? failed(mixedProblem(text)) : ok(value);
}

/** A text never equals a number: such a comparison is a slip that would count every row the same way. */
function mixed(ast: Expression, env: (name: string) => Value | undefined): boolean {
  if (ast.kind !== 'compare' || (ast.operator !== '==' && ast.operator !== '!=')) return false;
  const left = evaluate(ast.left, env);
  const right = evaluate(ast.right, env);
  return !isProblem(left) && !isProblem(right) && (typeof left === 'string') !== (typeof right === 'string');
}

/** The same slip where it can be seen before a row is read. */
function scoreAgainstText(ast: Expression, text: string): Problem | undefined {
  if (ast.kind !== 'compare') return undefined;
  const sides = [ast.left, ast.right];
  const score = sides.some((side) => side.kind === 'name' && side.name === 'score');
  return score && sides.some((side) => side.kind === 'text') ? mixedProblem(text) : undefined;
}

function mixedProblem(text: string): Problem {
  return {
    code: 'bad-expression',
    message: `\`${text}\` compares a text with a number`,
    expected: 'numbers against `score`, texts against `value`',
  };
}
