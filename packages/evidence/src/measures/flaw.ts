import type { AppliedPolicy, CountingPolicy } from '@surety/core/case';
import { flag } from '../trials/index.js';

/** The kinds of flaw that a counting policy is stated for, as bits of a mask. */
export const flaw = { errors: 1, invalid: 2, limits: 4 } as const;
export type FlawKind = keyof typeof flaw;
export const flawKinds: readonly FlawKind[] = ['errors', 'invalid', 'limits'];

/**
 * The flaw that a row's counting follows, 0 for none. A row with several follows the gravest: invalid, then error, then
 * limit. A row without a flaw that has no outcome (it was not scored) counts as one that ended with an error.
 */
export function flawOf(flags: number, hasOutcome: boolean): number {
  if ((flags & flag.invalid) !== 0) return flaw.invalid;
  if ((flags & flag.error) !== 0) return flaw.errors;
  if ((flags & flag.limit) !== 0) return flaw.limits;
  return hasOutcome ? 0 : flaw.errors;
}

type Applied = Exclude<CountingPolicy, 'worst'>;
type Stated = Readonly<Record<FlawKind, CountingPolicy>>;

const all: readonly Applied[] = ['exclude', 'count as success', 'count as failure'];

/** Every way of counting that the stated policies leave open; `worst` stays open only for kinds that occur. */
export function appliedPolicies(stated: Stated, occurring: number): readonly AppliedPolicy[] {
  const options = (kind: FlawKind): readonly Applied[] => {
    const policy = stated[kind];
    if (policy !== 'worst') return [policy];
    return (occurring & flaw[kind]) === 0 ? ['exclude'] : all;
  };
  return options('errors').flatMap((errors) =>
    options('invalid').flatMap((invalid) => options('limits').map((limits) => ({ errors, invalid, limits }))),
  );
}

/** Kinds of flaw that are counted in one of the two ways. */
export function maskOf(policy: AppliedPolicy, way: Applied): number {
  return flawKinds.reduce((mask, kind) => (policy[kind] === way ? mask | flaw[kind] : mask), 0);
}

/**
 * Groups of rows (a sample, or a row) counted by what matters for every policy: whether a good row is an event, whether
 * there is a good row, which flaws occur. 4 × 8 cells.
 */
export type Tally = Float64Array;

export function emptyTally(): Tally {
  return new Float64Array(32);
}

export function tallyCell(event: boolean, good: boolean, flaws: number): number {
  return (event ? 1 : 0) | (good ? 2 : 0) | (flaws << 2);
}

/** Events and trials under a policy, given which flaws count as an event and which as none; the others are left out. */
export function countTally(
  tally: Tally,
  asEvent: number,
  asNone: number,
): { readonly events: number; readonly trials: number } {
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

/** `rows that ended with an error: 2 of 10`, for each kind of flaw that occurs. */
export function flawNotes(flaws: Uint8Array, unscored: number): string[] {
  const count = (bit: number) => flaws.reduce((sum, each) => sum + (each === bit ? 1 : 0), 0);
  const said = (number: number, text: string) => (number === 0 ? [] : [`rows ${text}: ${number} of ${flaws.length}`]);
  return [
    ...said(count(flaw.errors) - unscored, 'that ended with an error'),
    ...said(unscored, 'without an outcome, counted as errors'),
    ...said(count(flaw.invalid), 'that are marked as invalid'),
    ...said(count(flaw.limits), 'that were stopped by a limit'),
  ];
}
