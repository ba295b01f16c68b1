import { type Expression, evaluate, isProblem, namesIn, parseExpression, type Value } from '@surety/core/expression';
import { failed, ok, type Problem, type Result } from '../problem.js';
import type { Trials } from '../trials/index.js';
import { type CellOf, cellOf } from './names.js';

/** What the success expression says of a row: true, false, or why it says nothing. */
export type Outcome = boolean | { readonly without: string };

/** Compiles a success expression against the names that the trials have. */
export function successOf(
  text: string,
  trials: Trials,
  scorer: string | undefined,
): Result<(row: number) => Result<Outcome>> {
  const parsed = parseExpression(text);
  if (parsed.ast === undefined) {
    const message = `\`${text}\` is not an expression: ${parsed.problems.map((problem) => problem.message).join('; ')}`;
    return failed({ code: 'bad-expression', message, expected: 'a comparison such as `score >= 1`' });
  }
  if (namesIn(parsed.ast).length === 0) {
    const message = `\`${text}\` reads nothing of a trial: every row would count the same`;
    return failed({ code: 'bad-expression', message, expected: 'a comparison such as `score >= 1`' });
  }
  const cells = new Map<string, CellOf>();
  for (const { name } of namesIn(parsed.ast)) {
    const cell = cellOf(trials, name, scorer);
    if (!cell.ok) return cell;
    cells.set(name, cell.value);
  }
  const { ast } = parsed;
  const check = scoreAgainstText(ast, text);
  if (check !== undefined) return failed(check);
  return ok((row) => outcome(ast, text, (name) => cells.get(name)?.(row)));
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
