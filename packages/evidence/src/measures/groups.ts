import { plural } from '../text/index.js';
import type { PooledTrials } from '../trials/index.js';
import { emptyTally, type Tally, tallyCell } from './flaw.js';

/** Which group each row belongs to; groups are numbered in the order of their first row. */
export interface Groups {
  readonly of: Uint32Array;
  readonly count: number;
}

/** `part` splits a sample, for example by strategy. */
export function groupRows(trials: PooledTrials, groupBy: 'sample' | 'none', part?: (row: number) => string): Groups {
  const of = new Uint32Array(trials.rows);
  const numbers = new Map<string, number>();
  for (let row = 0; row < trials.rows; row++) {
    const key =
      groupBy === 'none'
        ? String(row)
        : part === undefined
          ? trials.sample[row]!
          : `${part(row)}\u0000${trials.sample[row]!}`;
    const number = numbers.get(key) ?? numbers.size;
    if (number === numbers.size) numbers.set(key, number);
    of[row] = number;
  }
  return { of, count: numbers.size };
}

/** Groups counted by the part (a strategy, a cluster, an arm) that they belong to, parts by name. */
export interface TalliedParts {
  readonly parts: readonly { readonly name: string; readonly tally: Tally }[];
  /** Groups whose good rows differ. */
  readonly mixed: number;
  /** Some group may have rows of both kinds: its good rows differ, or a flawed one, as it is counted, from another row. */
  readonly mayMix: boolean;
}

/**
 * @param part the part of a row; every row of a group has the same. Rows without one are left out.
 */
export function tallyParts(
  groups: Groups,
  flaws: Uint8Array,
  events: Uint8Array,
  part: (row: number) => string | undefined,
): TalliedParts {
  const state = new Uint8Array(groups.count);
  const without = new Uint8Array(groups.count);
  const partOf = new Array<string | undefined>(groups.count);
  flaws.forEach((flaw, row) => {
    const name = part(row);
    if (name === undefined) return;
    const group = groups.of[row]!;
    partOf[group] = name;
    state[group]! |= flaw === 0 ? tallyCell(events[row] === 1, true, 0) : tallyCell(false, false, flaw);
    if (flaw === 0 && events[row] === 0) without[group] = 1;
  });
  const tallies = new Map<string, Tally>();
  let mixed = 0;
  let mayMix = false;
  partOf.forEach((name, group) => {
    if (name === undefined) return;
    const tally = tallies.get(name) ?? emptyTally();
    tallies.set(name, tally);
    tally[state[group]!]! += 1;
    if ((state[group]! & 1) !== 0 && without[group] === 1) mixed += 1;
    mayMix ||= isApart(state[group]!);
  });
  const names = [...tallies.keys()].sort();
  return { parts: names.map((name) => ({ name, tally: tallies.get(name)! })), mixed, mayMix: mayMix || mixed > 0 };
}

/** Whether a group with these rows has a flawed one that may be counted otherwise than another of its rows. */
function isApart(cell: number): boolean {
  return mayDiffer((cell & 2) !== 0, cell >> 2);
}

/** The same, given whether it has a good row, and which flaws: one that is counted as an event beside one that is not. */
export function mayDiffer(good: boolean, flaws: number): boolean {
  return flaws !== 0 && (good || (flaws & (flaws - 1)) !== 0);
}

export function groupNotes(groups: number, rows: number, mixed: number): string[] {
  if (groups === rows) return [];
  const base = `${plural(rows, 'row')} are epochs of ${plural(groups, 'sample')}: a sample is one trial, and an event in any epoch is an event`;
  return mixed === 0
    ? [base]
    : [
        `${base} (samples with epochs of both kinds: ${mixed}; they are also counted as events only where all their epochs are, and the way that hurts counts)`,
      ];
}
