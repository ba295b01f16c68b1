import type { Case, ElementId, EvidenceId, HorizonAxis, Measures, OutcomeId } from '../case/index.js';
import type { Change, LeafId, Reason, Verdict } from '../doubt/index.js';

/** What would have to be better for one outcome to be supported. */
export interface Advice {
  readonly outcome: OutcomeId;
  readonly text: string;
  readonly threshold?: number;
  /** As the case stands; the number is what is held against the threshold, as in `Way`. */
  readonly verdict: Verdict;
  readonly number?: number;
  /** What has to be done whatever else is done, and no number can tell when it is done; the ways count it as done. */
  readonly first: readonly Change[];
  /** Smallest first. Each was re-assessed: with it the outcome is supported, with a step less of it it is not. */
  readonly ways: readonly Way[];
  /** What does not do it alone, however far it is taken, nearest first. */
  readonly insufficient: readonly Insufficient[];
  readonly notes: readonly {
    readonly code: 'supported' | 'no-number' | 'not-all-tried' | 'none';
    readonly text: string;
  }[];
}

/** Steps that have to be taken together. */
export interface Way {
  readonly steps: readonly Step[];
  /**
   * How much is asked: the logarithms (base e) of the factors by which the things that are touched have to get better,
   * added up. Half the doubt, twice the trials and half the tasks are of one size, ln 2.
   */
  readonly size: number;
  /** What is held against the threshold with it: the number of the verdict, or the percentile where that is larger. */
  readonly number: number;
}

/** One thing that has to be better; `to` is the weakest value that does it, in three digits or in whole trials. */
export type Step = { readonly text: string; readonly from: number; readonly to: number; readonly size: number } & (
  | { readonly kind: 'doubt'; readonly leaf: LeafId }
  | { readonly kind: 'develop' | 'inference' | 'answer' | 'legs'; readonly element: ElementId }
  /** From and to are numbers of trials; those that come in addition are without the event, or all with it (`allEvents`). */
  | { readonly kind: 'trials'; readonly evidence: EvidenceId; readonly allEvents: boolean }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'exposure'; readonly axis: HorizonAxis }
  /** From the limit that is stated to the value that the claim must hold up to. */
  | { readonly kind: 'limit'; readonly element: ElementId; readonly axis: HorizonAxis }
);

export interface Insufficient {
  readonly text: string;
  /** What is held against the threshold at its best. */
  readonly number: number;
  readonly blockedBy: readonly Reason[];
}

/** A case that was changed: the text, the evidence, or the doubts of leaves whatever the text says. */
export interface Variant {
  readonly case: Case;
  readonly measures: Measures;
  readonly doubts: ReadonlyMap<LeafId, number>;
}
