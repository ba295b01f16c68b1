import {
  type AppliedCounting,
  type CountingPolicy,
  type EventCount,
  type FlawKind,
  type FlawPolicy,
  flawKinds,
} from '@surety/core/case';
import { flag } from '../trials/index.js';

/** The kinds of flaw that a counting policy is stated for, as bits of a mask. */
export const flaw = { errors: 1, invalid: 2, limits: 4, refusals: 8, partial: 16 } as const satisfies Record<
  FlawKind,
  number
>;

const flagOf: Readonly<Record<FlawKind, number>> = {
  invalid: flag.invalid,
  errors: flag.error,
  partial: flag.partial,
  limits: flag.limit,
  refusals: flag.refused,
};

/**
 * The flaw that a row's counting follows, 0 for none. A row with several follows the gravest, which is that whose outcome
 * says least: invalid (its owners say not to use it), then an error (it has none), partial (it was not finished), a limit
 * (it was cut short), a refusal (it was finished, and the model declined). A row without a flaw that has no outcome (it
 * was not scored) counts as one that ended with an error.
 */
export function flawOf(flags: number, hasOutcome: boolean): number {
  for (const kind of flawKinds) if ((flags & flagOf[kind]) !== 0) return flaw[kind];
  return hasOutcome ? 0 : flaw.errors;
}

type Stated = Readonly<Record<FlawKind, CountingPolicy>>;

const ways: readonly AppliedCounting[] = ['exclude', 'count as success', 'count as failure'];

/**
 * Every way of counting that the stated policies leave open: 3 for each kind that occurs and is counted as `worst`, at
 * most 3^5. For measures whose doubt need not rise with every event more; see `extremePolicies` for the others.
 */
export function appliedPolicies(stated: Stated, occurring: number): readonly FlawPolicy[] {
  return flawKinds.reduce<readonly FlawPolicy[]>(
    (policies, kind) =>
      (occurring & flaw[kind]) === 0
        ? policies
        : policies.flatMap((policy) =>
            (stated[kind] === 'worst' ? ways : [stated[kind]]).map((way) => ({ ...policy, [kind]: way })),
          ),
    [{}],
  );
}

/**
 * The ways of counting of which one is the worst of all, whatever is required, where another trial that is an event never
 * makes the rate look lower, and another that is none never higher: all kinds that are left open excluded (what the
 * reader wants to see beside the others), counted as successes, counted as failures. Changing one kind of any other way
 * to one of the last two changes the doubt in one direction only, kind by kind, so that no mixture is worse than both.
 */
export function extremePolicies(stated: Stated, occurring: number): readonly FlawPolicy[] {
  const open = flawKinds.some((kind) => (occurring & flaw[kind]) !== 0 && stated[kind] === 'worst');
  return (open ? ways : ways.slice(0, 1)).map((way) => policyWith(stated, occurring, way));
}

/**
 * The ways of counting of which one is the worst of all where a success in place of a failure moves the doubt in one
 * direction only, and a trial more need not: of the kinds that are left open, no two are counted as success and as
 * failure. At most 2^6 − 1.
 */
export function unmixedPolicies(stated: Stated, occurring: number): readonly FlawPolicy[] {
  return appliedPolicies(stated, occurring).filter((policy) => {
    const open = flawKinds.filter((kind) => stated[kind] === 'worst').map((kind) => policy[kind]);
    return !(open.includes('count as success') && open.includes('count as failure'));
  });
}

/** Every kind that is left open is counted this way. */
export function policyWith(stated: Stated, occurring: number, open: AppliedCounting): FlawPolicy {
  const counted = flawKinds.filter((kind) => (occurring & flaw[kind]) !== 0);
  return Object.fromEntries(counted.map((kind) => [kind, stated[kind] === 'worst' ? open : stated[kind]]));
}

/** Kinds of flaw that are counted this way. */
export function maskOf(policy: FlawPolicy, way: AppliedCounting): number {
  return flawKinds.reduce((mask, kind) => (policy[kind] === way ? mask | flaw[kind] : mask), 0);
}

/** Kinds of flaw that occur. */
export function occurringIn(flaws: Uint8Array): number {
  return flaws.reduce((mask, each) => mask | each, 0);
}

/**
 * Groups of rows (a sample, or a row) counted by what matters for every policy: whether a good row is an event, whether
 * there is a good row, which flaws occur. 4 × 32 cells.
 */
export type Tally = Float64Array;

export function emptyTally(): Tally {
  return new Float64Array(4 << flawKinds.length);
}

export function tallyCell(event: boolean, good: boolean, flaws: number): number {
  return (event ? 1 : 0) | (good ? 2 : 0) | (flaws << 2);
}

/** Events and trials under a policy, given which flaws count as an event and which as none; the others are left out. */
function countTally(tally: Tally, asEvent: number, asNone: number): EventCount {
  let events = 0;
  let trials = 0;
  for (let cell = 0; cell < tally.length; cell++) {
    const flaws = cell >> 2;
    const counts = (cell & 2) !== 0 || (flaws & (asEvent | asNone)) !== 0;
    if (!counts) continue;
    trials += tally[cell]!;
    if ((cell & 1) !== 0 || (flaws & asEvent) !== 0) events += tally[cell]!;
  }
  return { events, trials };
}

/** The same under a policy, a group being an event if any of its rows is. */
export function countAny(tally: Tally, policy: FlawPolicy): EventCount {
  return countTally(tally, maskOf(policy, 'count as success'), maskOf(policy, 'count as failure'));
}

/**
 * The same, a group being an event if all of its rows are.
 *
 * @param complement tally of the rows that are none: no row without an event.
 */
export function countAll(complement: Tally, policy: FlawPolicy): EventCount {
  const without = countTally(complement, maskOf(policy, 'count as failure'), maskOf(policy, 'count as success'));
  return { events: without.trials - without.events, trials: without.trials };
}

/** `rows that ended with an error: 2 of 10`, for each kind of flaw that occurs. */
export function flawNotes(flaws: Uint8Array, unscored: number): string[] {
  const count = (bit: number) => flaws.reduce((sum, each) => sum + (each === bit ? 1 : 0), 0);
  const said = (number: number, text: string) => (number === 0 ? [] : [`rows ${text}: ${number} of ${flaws.length}`]);
  return [
    ...said(count(flaw.errors) - unscored, 'that ended with an error'),
    ...said(unscored, 'without an outcome, counted as errors'),
    ...said(count(flaw.invalid), 'that are marked as invalid'),
    ...said(count(flaw.limits), 'that were stopped by a limit'),
    ...said(count(flaw.refusals), 'that the model refused'),
    ...said(count(flaw.partial), 'that were not finished'),
  ];
}
