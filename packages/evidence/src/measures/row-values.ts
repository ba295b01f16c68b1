import { failed, ok, type Problem, type Result } from '../problem.js';
import type { PooledTrials } from '../trials/index.js';
import { flawOf } from './flaw.js';
import type { Without } from './success.js';

/** What a measure reads of each row, and the flaw that the row's counting follows. */
export interface RowValues<T> {
  /** 0 for a good row. */
  readonly flaws: Uint8Array;
  /** Of good rows only: what a flawed row holds is not used. */
  readonly values: readonly (T | undefined)[];
  /** All flaws that occur, as one mask. */
  readonly occurring: number;
  /** Rows without any other flaw that have no value. */
  readonly unscored: number;
}

/** Reads every row; a good row that cannot be read is a problem, and so is a source without any good row. */
export function rowValues<T>(trials: PooledTrials, read: (row: number) => Result<T | Without>): Result<RowValues<T>> {
  const flaws = new Uint8Array(trials.rows);
  const values = new Array<T | undefined>(trials.rows).fill(undefined);
  let unscored = 0;
  let why: string | undefined;
  for (let row = 0; row < trials.rows; row++) {
    const found = read(row);
    if (!found.ok) {
      // A flawed row may hold anything; its own values are not used.
      if (flawOf(trials.flags[row]!, true) === 0) return found;
      flaws[row] = flawOf(trials.flags[row]!, false);
      continue;
    }
    const without = isWithout(found.value) ? found.value.without : undefined;
    const flaw = flawOf(trials.flags[row]!, without === undefined);
    flaws[row] = flaw;
    if (flaw === 0) values[row] = found.value as T;
    else if (without !== undefined && flawOf(trials.flags[row]!, true) === 0) {
      unscored += 1;
      why ??= without;
    }
  }
  if (flaws.every((flaw) => flaw !== 0)) {
    const reason = why === undefined ? 'every row is flawed' : `no row has an outcome: ${why}`;
    return failed({ code: 'no-rows', message: reason, expected: 'at least one good row' });
  }
  const occurring = flaws.reduce((mask, flaw) => mask | flaw, 0);
  return ok({ flaws, values, occurring, unscored });
}

function isWithout(value: unknown): value is Without {
  return typeof value === 'object' && value !== null && 'without' in value;
}

/** A value that a row cannot have. */
export function misfit(trials: PooledTrials, row: number, message: string, expected: string): Problem {
  const id = trials.sample[row]!.split('\u0000').at(-1);
  return { code: 'field-value', message: `sample ${id}: ${message}`, expected };
}
