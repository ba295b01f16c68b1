import { ok, type Result } from '../problem.js';
import type { PooledTrials } from '../trials/index.js';
import { type RowValues, rowValues } from './row-values.js';
import { successOf } from './success.js';

/** What the success expression makes of every row. */
export interface Outcomes {
  /** The flaw that the row's counting follows, 0 for none. */
  readonly flaws: Uint8Array;
  /** 1 where a row without a flaw is an event. */
  readonly events: Uint8Array;
  /** Rows that are flawed only because they have no outcome. */
  readonly unscored: number;
}

/** Fails where no row is good. */
export function outcomesOf(text: string, trials: PooledTrials, scorer: string | undefined): Result<Outcomes> {
  const success = successOf(text, trials, scorer);
  if (!success.ok) return success;
  const read = rowValues<boolean>(trials, success.value);
  return read.ok ? ok(outcomesFrom(read.value)) : read;
}

/** Events among rows that say whether they are one. */
export function outcomesFrom({ flaws, values, unscored }: RowValues<boolean>): Outcomes {
  return { flaws, unscored, events: Uint8Array.from(values, (value) => (value === true ? 1 : 0)) };
}
