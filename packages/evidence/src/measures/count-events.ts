import type { AppliedPolicy, CountedResult, Counting, Counts, EventCount, FlawPolicy } from '@surety/core/case';
import type { PooledTrials } from '../trials/index.js';
import { countAll, countAny, extremePolicies, flawNotes, occurringIn } from './flaw.js';
import { groupNotes, groupRows, tallyParts } from './groups.js';
import type { Measured } from './measured.js';
import type { Outcomes } from './outcomes.js';

export interface CountedEvents extends Measured {
  /** Parts that the trials belong to, and the trials of all of them. */
  readonly parts: number;
  readonly trials: number;
}

type NamedCount = { readonly name: string } & EventCount;

/**
 * Counts the trials of each part and the events among them, under every one of the policies. Where samples have epochs of
 * both kinds (or may have, by how a flawed one is counted) they are counted twice: as events where any epoch is one, and
 * where all are.
 *
 * @param countsOf what the numbers of the parts, by name, are counts of. @param part the part of a row; all are one without it.
 */
export function countEvents(
  spec: Counting,
  trials: PooledTrials,
  { flaws, events, unscored }: Outcomes,
  policies: readonly FlawPolicy[],
  countsOf: (parts: readonly NamedCount[]) => Counts,
  part?: (row: number) => string,
): CountedEvents {
  const groups = groupRows(trials, spec.groupBy, part);
  const partOf = part ?? (() => 'all');
  const inAny = tallyParts(groups, flaws, events, partOf);
  const anyResults = policies.map((policy): CountedResult => {
    const counts = inAny.parts.map(({ name, tally }) => ({ name, ...countAny(tally, policy) }));
    return { policy, counts: countsOf(counts) };
  });
  /*
   * An event in all epochs of a sample: no epoch without one, so the complement is counted as "any". Beside "any" it lets
   * the requirement take the way that hurts.
   */
  const allResults = () => {
    const none = events.map((event, row) => (flaws[row] === 0 ? 1 - event : 0));
    const { parts } = tallyParts(groups, flaws, none, partOf);
    return policies.map((policy): CountedResult => {
      const counts = parts.map(({ name, tally }) => ({ name, ...countAll(tally, policy) }));
      const applied: AppliedPolicy = { ...policy, epochs: 'all' };
      return { policy: applied, counts: countsOf(counts) };
    });
  };
  return {
    results: inAny.mayMix ? [...anyResults, ...allResults()] : anyResults,
    notes: [...flawNotes(flaws, unscored), ...groupNotes(groups.count, trials.rows, inAny.mixed)],
    parts: inAny.parts.length,
    trials: groups.count,
  };
}

/** The same for trials that are all alike: one rate. */
export function countRate(spec: Counting, trials: PooledTrials, outcomes: Outcomes): Measured {
  const policies = extremePolicies(spec, occurringIn(outcomes.flaws));
  const { results, notes } = countEvents(spec, trials, outcomes, policies, ([all]) => ({
    kind: 'binomial',
    events: all!.events,
    trials: all!.trials,
  }));
  return { results, notes };
}
