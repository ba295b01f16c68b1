import type { Counts, DifferenceSpec, EventCount, FlawPolicy } from '@surety/core/case';
import { maskOf, occurringIn, policyWith } from './flaw.js';
import { mayDiffer } from './groups.js';
import type { Outcomes } from './outcomes.js';

/** The arm of each row: treated, control, or neither. */
export type Arms = readonly ('treated' | 'control' | undefined)[];

export type PairCounts = Extract<Counts, { readonly kind: 'paired-difference' }>;

export interface PairQuestion {
  readonly spec: DifferenceSpec;
  readonly arms: Arms;
  readonly outcomes: Outcomes;
  readonly keyOf: (row: number) => string;
  /** A sample is an event of an arm only if all its epochs there are, not if any is. */
  readonly all: boolean;
}

export interface CountedPairs {
  /** Flawed trials excluded; so that the difference looks largest; so that it looks smallest. */
  readonly ways: readonly [PairCounts, PairCounts, PairCounts];
  /** Samples that were run in both arms, and in one only. */
  readonly samples: number;
  readonly single: number;
  /** Some sample may have epochs of both kinds in one arm, by how a flawed one is counted. */
  readonly mayMix: boolean;
}

/**
 * Samples that were run in both arms. A flawed trial may be excluded (with it goes the pair), an event, or none, as its
 * policy leaves open. No one of these is the worst for every pair (to add a pair that is equal in both arms can help or
 * hurt), so the last two ways take, number by number, the worst that any choice gives: the most pairs with an event
 * in the treated only, the fewest others beside them, and the fewest with one in the control only among the most. They
 * are never better than any policy, and may be worse than all.
 */
export function countPairs({ spec, arms, outcomes: { flaws, events }, keyOf, all }: PairQuestion): CountedPairs {
  const pairs = new Map<string, { treated: number[]; control: number[] }>();
  arms.forEach((arm, row) => {
    if (arm === undefined) return;
    const key = keyOf(row);
    const pair = pairs.get(key) ?? { treated: [], control: [] };
    pairs.set(key, pair);
    pair[arm].push(row);
  });
  const both = [...pairs.values()].filter(({ treated, control }) => treated.length > 0 && control.length > 0);
  const occurring = occurringIn(flaws);
  const excluding = policyWith(spec, occurring, 'exclude');
  const most = policyWith(spec, occurring, 'count as success');
  const least = policyWith(spec, occurring, 'count as failure');
  const armOf = (rows: readonly number[]): ArmValues => ({
    excluded: outcomeIn(rows, excluding),
    most: outcomeIn(rows, most) ?? 0,
    least: outcomeIn(rows, least) ?? 1,
    droppable: outcomeIn(rows, excluding) === undefined,
    dropped: outcomeIn(rows, most) === undefined,
  });
  const values = both.map(({ treated, control }) => ({ treated: armOf(treated), control: armOf(control) }));
  const counted = values.filter(({ treated, control }) => !treated.dropped && !control.dropped);
  const larger = hurting(counted);
  const smaller = hurting(counted.map(({ treated, control }) => ({ treated: control, control: treated })));
  return {
    ways: [plain(counted), larger, swapped(smaller)],
    samples: both.length,
    single: pairs.size - both.length,
    mayMix: both.some(({ treated, control }) => isMixed(treated) || isMixed(control)),
  };

  function outcomeIn(rows: readonly number[], policy: FlawPolicy): 0 | 1 | undefined {
    const asEvent = maskOf(policy, 'count as success');
    const asNone = maskOf(policy, 'count as failure');
    const counts = rows.filter((row) => flaws[row] === 0 || (flaws[row]! & (asEvent | asNone)) !== 0);
    if (counts.length === 0) return undefined;
    const isEvent = (row: number) => (flaws[row] === 0 ? events[row] === 1 : (flaws[row]! & asEvent) !== 0);
    return (all ? counts.every(isEvent) : counts.some(isEvent)) ? 1 : 0;
  }

  function isMixed(rows: readonly number[]): boolean {
    const good = rows.filter((row) => flaws[row] === 0);
    const flawed = rows.reduce((mask, row) => mask | flaws[row]!, 0);
    if (mayDiffer(good.length > 0, flawed)) return true;
    return good.some((row) => events[row] === 1) && good.some((row) => events[row] === 0);
  }
}

/** What a trial may be: excluded or not, the most and the least that it may be. */
interface ArmValues {
  readonly excluded: 0 | 1 | undefined;
  readonly most: 0 | 1;
  readonly least: 0 | 1;
  readonly droppable: boolean;
  /** Left out whatever is chosen. */
  readonly dropped: boolean;
}

type PairValues = { readonly treated: ArmValues; readonly control: ArmValues };

function plain(pairs: readonly PairValues[]): PairCounts {
  const here = pairs.flatMap(({ treated: { excluded: t }, control: { excluded: c } }) =>
    t === undefined || c === undefined ? [] : [[t, c] as const],
  );
  const count = (is: (t: number, c: number) => boolean): EventCount => ({
    events: here.filter(([t, c]) => is(t, c)).length,
    trials: here.length,
  });
  return {
    kind: 'paired-difference',
    treatedOnly: count((t, c) => t > c),
    controlOnly: count((t, c) => c > t),
    treated: count((t) => t === 1),
    control: count((_, c) => c === 1),
  };
}

/** Each number by itself as far as a choice can take it towards a large difference. */
function hurting(pairs: readonly PairValues[]): PairCounts {
  const sums = { only: [0, 0], other: [0, 0], treated: [0, 0], control: [0, 0] };
  const add = (to: number[], event: boolean, trial: boolean) => {
    to[0]! += event ? 1 : 0;
    to[1]! += trial ? 1 : 0;
  };
  for (const { treated, control } of pairs) {
    const droppable = treated.droppable || control.droppable;
    const canOnly = treated.most === 1 && control.least === 0;
    const canOther = treated.least === 0 && control.most === 1;
    const mustOther = treated.most === 0 && control.least === 1;
    // Beside the treated only stand equal pairs, where they can be nothing else, and (taken off again) the controls only.
    add(sums.only, canOnly, canOnly || (!droppable && (mustOther || !canOther)));
    add(sums.other, mustOther && !droppable, true);
    add(sums.treated, treated.most === 1, treated.most === 1 || !droppable);
    add(sums.control, control.least === 1 && !droppable, control.least === 0 || !droppable);
  }
  const of = ([events, trials]: readonly number[]): EventCount => ({ events: events!, trials: trials! });
  return {
    kind: 'paired-difference',
    treatedOnly: of(sums.only),
    controlOnly: of(sums.other),
    treated: of(sums.treated),
    control: of(sums.control),
  };
}

function swapped({ kind, treatedOnly, controlOnly, treated, control }: PairCounts): PairCounts {
  return { kind, treatedOnly: controlOnly, controlOnly: treatedOnly, treated: control, control: treated };
}
