import { nearest } from '@surety/core/case';
import { failed, ok, type Problem, type Result } from '../problem.js';
import type { Cell, Column, Trials } from '../trials/index.js';
import { scoreValue } from './score-value.js';

/** Gives the value of a name for a row. */
export type CellOf = (row: number) => Cell;

/**
 * Looks up what a measure may name: `score` (the chosen scorer's value as a number), `value` (the same as it stands in
 * the log), and fields by name. In a table `score` and `value` are the columns of that name where there are such.
 */
export function cellOf(trials: Trials, name: string, scorer: string | undefined): Result<CellOf> {
  const field = trials.fields.get(name);
  const isScore = name === 'score' || name === 'value';
  if (field !== undefined && !(isScore && (scorer !== undefined || trials.scores.size > 0))) {
    return ok(name === 'score' ? (row) => scoreValue(field[row]) : (row) => field[row]);
  }
  if (!isScore) return failed(unknownField(trials, name));
  const chosen = chosenScorer(trials, scorer);
  if (!chosen.ok) return chosen;
  const column = chosen.value;
  return ok(name === 'score' ? (row) => scoreValue(column[row]) : (row) => column[row]);
}

function chosenScorer(trials: Trials, scorer: string | undefined): Result<Column> {
  const names = [...trials.scores.keys()];
  if (scorer !== undefined) {
    const column = trials.scores.get(scorer) ?? (names.length === 0 ? trials.fields.get(scorer) : undefined);
    if (column !== undefined) return ok(column);
    const known = names.length === 0 ? [...trials.fields.keys()] : names;
    const hint = did(nearest(scorer, known));
    const message = `there is no scorer “${scorer}”${hint}`;
    return failed({ code: 'unknown-scorer', message, expected: listed('scorer', known) });
  }
  if (names.length === 1) return ok(trials.scores.get(names[0]!)!);
  if (names.length === 0) {
    const columns = trials.fields.size === 0 ? '' : `; it has the fields ${[...trials.fields.keys()].join(', ')}`;
    return failed({
      code: 'no-scorer',
      message: `no row of the source has a score${columns}`,
      expected: 'a scored log',
    });
  }
  return failed({
    code: 'several-scorers',
    message: `the source has several scorers: ${names.join(', ')}`,
    expected: 'the measure to say which with `scorer:`',
  });
}

function unknownField(trials: Trials, name: string): Problem {
  const known = [...(trials.scores.size > 0 ? ['score', 'value'] : []), ...trials.fields.keys()];
  const message = `the source has no field “${name}”${did(nearest(name, known))}`;
  return { code: 'unknown-field', message, expected: listed('field', known) };
}

function did(nearest: string | undefined): string {
  return nearest === undefined ? '' : `; did you mean “${nearest}”?`;
}

function listed(noun: string, names: readonly string[]): string {
  return names.length === 0
    ? `a source with ${noun}s`
    : `one of ${names.slice(0, 20).join(', ')}${names.length > 20 ? ', …' : ''}`;
}
