import { type Case, lookup, type Measures, type Outcome, type OutcomeId } from '../case/index.js';
import {
  type AssessOptions,
  type Doubts,
  isBeyondLimit,
  type Judgement,
  judgeOutcome,
  type LeafId,
  leavesBelow,
  type Prepared,
  prepareCase,
  type Reason,
} from '../doubt/index.js';
import { moveAxis, movedQuantities } from './move-axis.js';
import type { HorizonOver } from './types.js';

/** One outcome at one value of the axis. */
export interface Sample {
  readonly value: number;
  readonly judgement: Pick<Judgement, 'verdict' | 'byNumber'>;
  readonly doubts?: Doubts;
  readonly blockers: readonly Reason[];
}

/** A case along an axis: an outcome is judged at a value when it is asked about there, and once. */
export interface Sweep {
  readonly outcomes: readonly Outcome[];
  /** The outcome of that place at a value; nothing where the allowance is used up. */
  at(value: number, outcome: number): Sample | undefined;
  /** The case at a value with all its numbers in place. */
  prepared(value: number): Prepared;
  /** Leaves below the claim of an outcome, or of its risk case, whose doubt rests on a quantity that moves. */
  moving(outcome: number): readonly LeafId[];
  /** How often an outcome was judged. */
  judged(): number;
}

/**
 * Every value is assessed with the same seed and the same trials, so that what differs between two of them is the axis
 * alone. Where no leaf of an outcome rests on a quantity that moves, only limits of claims can change anything, and values
 * at which the same limits are passed are one.
 */
export function sweepOf(
  of: Case,
  measures: Measures,
  options: AssessOptions,
  over: HorizonOver,
  input: {
    readonly first: number;
    readonly most: number;
    readonly progress: (judged: number) => void;
    readonly only: OutcomeId | undefined;
  },
): Sweep {
  const limited = of.elements.filter(({ holdsUntil }) => holdsUntil.length > 0);
  // What was signed is the text as it stands; at another value nobody could have signed it yet.
  const moved = (value: number): Case => ({ ...moveAxis(of, over, value), stated: of.stated ?? of });
  const first = prepareCase(moved(input.first), measures, options);
  const outcomes = first.argued.filter(({ id }) => input.only === undefined || id === input.only);
  const leaves = leavesOn(first.prepared, movedQuantities(of, over));
  const moving = outcomes.map(({ id, claim }) => {
    const claims = of.riskCases.flatMap((other) => (other.outcome === id ? [other.claim] : []));
    const below = [...claims, ...(claim === undefined ? [] : [claim])].map((one) =>
      leavesBelow(first.prepared.argument, one),
    );
    return leaves.filter((leaf) => below.some((some) => some.has(leaf)));
  });
  // The numbers of all trials at many values would not fit in memory: those of the last one are kept.
  let last = { value: input.first, prepared: first.prepared };
  const prepared = (value: number) => {
    if (last.value !== value) last = { value, prepared: prepareCase(moved(value), measures, options).prepared };
    return last.prepared;
  };
  const known = new Map<string, Omit<Sample, 'value'>>();
  let judged = 0;
  return {
    outcomes,
    prepared,
    moving: (outcome) => moving[outcome] ?? [],
    judged: () => judged,
    at: (value, outcome) => {
      const moved = lookup(moveAxis(of, over, value));
      const passed = limited.filter((element) => isBeyondLimit(moved, element)).map(({ id }) => id);
      const key = JSON.stringify([outcome, moving[outcome]?.length === 0 ? 'any' : value, passed]);
      let found = known.get(key);
      if (found === undefined) {
        if (judged >= input.most) return undefined;
        judged++;
        input.progress(judged);
        found = sampleOf(judgeOutcome(prepared(value), outcomes[outcome]!));
        known.set(key, found);
      }
      return { ...found, value };
    },
  };
}

/** Only what is told of it: the numbers of all trials would not fit in memory for many values. */
function sampleOf({ verdict, byNumber, claim, reasons }: Judgement): Omit<Sample, 'value'> {
  return {
    judgement: { verdict, ...(byNumber === undefined ? {} : { byNumber }) },
    ...(claim === undefined ? {} : { doubts: claim.doubts }),
    blockers: reasons.filter(({ blocks, code }) => blocks || code === 'sketch' || code === 'not-quantified'),
  };
}

/** Leaves that rest on one of these built-in quantities. */
function leavesOn({ argument, sampled }: Prepared, names: ReadonlySet<string>): readonly LeafId[] {
  const found = argument.leaves.filter(({ source }) => {
    if (source.kind !== 'stated') return false;
    return source.doubt.opinions.some(
      ({ value }) =>
        value.kind === 'quantity' && sampled.doubtColumn(value.name).dependsOn.builtIns.some((name) => names.has(name)),
    );
  });
  return found.map(({ id }) => id);
}
