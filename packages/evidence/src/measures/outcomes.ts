import { failed, ok, type Result } from '../problem.js';
import type { PooledTrials } from '../trials/index.js';
import { flawOf } from './flaw.js';
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
  const { rows } = trials;
  const flaws = new Uint8Array(rows);
  const events = new Uint8Array(rows);
  let unscored = 0;
  let why: string | undefined;
  for (let row = 0; row < rows; row++) {
    const outcome = success.value(row);
    if (!outcome.ok) {
      // A flawed row may hold anything; its own values are not used.
      if (flawOf(trials.flags[row]!, true) === 0) return outcome;
      flaws[row] = flawOf(trials.flags[row]!, false);
      continue;
    }
    const hasOutcome = typeof outcome.value === 'boolean';
    const flaw = flawOf(trials.flags[row]!, hasOutcome);
    flaws[row] = flaw;
    events[row] = flaw === 0 && outcome.value === true ? 1 : 0;
    if (flaw !== 0 && !hasOutcome && trials.flags[row] === 0) {
      unscored += 1;
      why ??= (outcome.value as { readonly without: string }).without;
    }
  }
  if (flaws.every((flaw) => flaw !== 0)) {
    const reason = why === undefined ? 'every row is flawed' : `no row has an outcome: ${why}`;
    return failed({ code: 'no-rows', message: reason, expected: 'at least one good row' });
  }
  return ok({ flaws, events, unscored });
}
