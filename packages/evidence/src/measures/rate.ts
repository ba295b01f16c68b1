import type { AppliedPolicy, CountedResult, RateSpec } from '@surety/core/case';
import { failed, ok, type Result } from '../problem.js';
import { plural } from '../text/index.js';
import type { PooledTrials } from '../trials/index.js';
import { appliedPolicies, countTally, emptyTally, flawNotes, flawOf, maskOf, tallyCell } from './flaw.js';
import { successOf } from './success.js';

export interface Measured {
  readonly results: readonly CountedResult[];
  readonly notes: readonly string[];
}

/**
 * The rate of an event over trials; the event is that the success expression is true.
 *
 * With `groupBy: sample` the epochs of a sample are one trial, which is an event if any good epoch is one; where samples
 * have epochs of both kinds it is also counted the other way, an event only if all are. A flawed epoch
 * follows its policy inside the sample: excluded, it says nothing (a sample of which nothing is left is no trial);
 * counted as success, it makes the sample an event; counted as failure, it makes the sample a trial but no event. The
 * truth about the flawed epochs lies between the last two whatever it is, so that the worst of all results is a bound.
 */
export function measureRate(spec: RateSpec, trials: PooledTrials): Result<Measured> {
  const success = successOf(spec.success, trials, spec.scorer);
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
  const groups = groupRows(trials, spec.groupBy);
  const { tally, mixed } = tallyGroups(groups, flaws, events);
  const occurring = flaws.reduce((mask, flaw) => mask | flaw, 0);
  const policies = appliedPolicies(spec, occurring);
  const inAny = policies.map((policy): CountedResult => {
    const counts = countTally(tally, maskOf(policy, 'count as success'), maskOf(policy, 'count as failure'));
    return { policy, counts: { kind: 'binomial', ...counts } };
  });
  return ok({
    results: mixed === 0 ? inAny : [...inAny, ...countedInAll(policies, groups, flaws, events)],
    notes: [...flawNotes(flaws, unscored), ...groupNotes(groups.count, rows, mixed)],
  });
}

/**
 * An event in all epochs of a sample: no epoch without one, so the complement is counted as "any". Beside "any" it lets
 * the requirement take the way that hurts.
 */
function countedInAll(
  policies: readonly AppliedPolicy[],
  groups: Groups,
  flaws: Uint8Array,
  events: Uint8Array,
): readonly CountedResult[] {
  const { tally } = tallyGroups(
    groups,
    flaws,
    events.map((event, row) => (flaws[row] === 0 ? 1 - event : 0)),
  );
  return policies.map((policy) => {
    const without = countTally(tally, maskOf(policy, 'count as failure'), maskOf(policy, 'count as success'));
    const counts = { kind: 'binomial', events: without.trials - without.events, trials: without.trials } as const;
    return { policy: { ...policy, epochs: 'all' }, counts };
  });
}

export interface Groups {
  readonly of: Uint32Array;
  readonly count: number;
}

/** Numbers the groups in the order of their first row. `part` splits a sample, for example by strategy. */
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

/** `mixed` counts groups whose good rows differ. */
function tallyGroups(groups: Groups, flaws: Uint8Array, events: Uint8Array): { tally: Float64Array; mixed: number } {
  const state = new Uint8Array(groups.count);
  const without = new Uint8Array(groups.count);
  flaws.forEach((flaw, row) => {
    const group = groups.of[row]!;
    state[group]! |= flaw === 0 ? tallyCell(events[row] === 1, true, 0) : tallyCell(false, false, flaw);
    if (flaw === 0 && events[row] === 0) without[group] = 1;
  });
  const tally = emptyTally();
  let mixed = 0;
  state.forEach((cell, group) => {
    tally[cell]! += 1;
    if ((cell & 1) !== 0 && without[group] === 1) mixed += 1;
  });
  return { tally, mixed };
}

function groupNotes(groups: number, rows: number, mixed: number): string[] {
  if (groups === rows) return [];
  const base = `${plural(rows, 'row')} are epochs of ${plural(groups, 'sample')}: a sample is one trial, and an event in any epoch is an event`;
  return mixed === 0
    ? [base]
    : [
        `${base} (samples with epochs of both kinds: ${mixed}; they are also counted as events only where all their epochs are, and the way that hurts counts)`,
      ];
}
