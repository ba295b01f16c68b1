import type { Advice } from '../advice/index.js';
import type { Case, Chain, Criterion, ElementId, Measures } from '../case/index.js';
import type { Doubts, Reason } from '../doubt/index.js';

/** The case of one generation, and the claim of it that the next one cites; of the last one, the claim that cites. */
export interface ChainLink {
  /** How the case is called where it is told of. */
  readonly name: string;
  readonly case: Case;
  readonly measures: Measures;
  readonly claim: ElementId;
}

/** A chain of cases, the first generation first, and what is left of the threshold. */
export interface ChainAssessment {
  readonly generations: readonly Generation[];
  /** How many of them, from the first one on, stay under their thresholds without anything that blocks. */
  readonly holding: number;
  /** Further generations that would fit if each added as much as the last one; absent where not all hold. */
  readonly room?: number;
  readonly next: NextGeneration;
}

export interface Generation {
  readonly name: string;
  readonly id: string;
  readonly title: string;
  readonly claim: ElementId;
  readonly text: string;
  readonly amplify?: Chain['amplify'];
  /** The step from the previous generation, with the number of its own doubt. */
  readonly gap?: { readonly element: ElementId; readonly text: string; readonly doubt: number };
  /** What it adds: the number of the doubt of its claim if the cited claim holds for certain. */
  readonly own: number;
  /** The three doubts behind `own`. */
  readonly ownDoubts: Doubts;
  /** The doubt of the claim that it cites. */
  readonly inherited: number;
  /** own + inherited, at most 1: a bound whatever the dependence between the generations. */
  readonly doubt: number;
  /**
   * What is held against the threshold: `doubt`, or where the threshold is about a percentile and that is larger, the
   * percentiles of what each generation adds, added up.
   */
  readonly held: number;
  /** The part of `held` that this generation adds. */
  readonly ownHeld: number;
  readonly threshold?: number;
  readonly criterion?: Criterion;
  /** Days of the window that its claim is about, where they are more than those of the claim that it cites. */
  readonly longer?: { readonly days: number; readonly cited: number };
  readonly verdict: 'supported' | 'not supported' | 'no threshold';
  /** Steps that nobody assessed, here or in a generation before: they count as sound. */
  readonly unassessed: readonly { readonly generation: string; readonly element: ElementId }[];
  /** What blocks it, here or in a generation before. */
  readonly blockers: readonly { readonly generation: string; readonly reason: Reason }[];
  /** What it has in common with generations before. */
  readonly shares: readonly { readonly generation: string; readonly what: string }[];
}

/** What would have to improve for one generation more to stay under its threshold. */
export interface NextGeneration {
  /** The first one that does not hold; absent where all do: then one more like the last one is asked about. */
  readonly generation?: string;
  /** Doubt that has to go; 0 where nothing has to. */
  readonly excess: number;
  /** By generation, in which the excess is made up for by itself: the doubt that it may add, and how to get there. */
  readonly ways: readonly { readonly generation: string; readonly allowed: number; readonly advice: Advice }[];
}
