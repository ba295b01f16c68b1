import type { Counts, Requirement } from '../../case/index.js';

/** The part of a requirement that its doubt follows from; the result matters to measures that have several. */
export type RequiredBound = Pick<Requirement, 'direction' | 'value' | 'margin'> & Partial<Pick<Requirement, 'result'>>;

/** The doubt that a requirement is met, given what was counted. */
export interface RequirementDoubt {
  /** The smallest tail α at which the measure's one-sided 1 − α bound still meets the requirement, in [0, 1]. */
  readonly doubt: number;
  /** The same by the Jeffreys posterior, where there is one (of strata: that any violates it); for comparison. */
  readonly jeffreys?: number;
  /** The tail of each stratum, in the order of the counts; they add up to the doubt where that is below 1. */
  readonly perStratum?: readonly { readonly name: string; readonly doubt: number }[];
  /** Trials (clusters, draws) that the doubt rests on. */
  readonly trials: number;
  /** Events among them; of values in a range, their sum above its low end in shares of the range. */
  readonly events: number;
  /** What must be known to take the number rightly: why it is 1 whatever was counted, that there are few clusters. */
  readonly note?: string;
}

export type CountsOf<K extends Counts['kind']> = Extract<Counts, { readonly kind: K }>;

/**
 * What is inferred from one kind of counts: the doubt of a requirement, draws for quantities, and the words for both.
 * An estimator is this one object; `registry.ts` holds one for every kind of counts, and the documentation of measures
 * is made of the same objects.
 */
export interface Estimator<K extends Counts['kind'] = Counts['kind']> {
  readonly kind: K;
  /** For the documentation: what it is called, what it takes for granted, where it misleads, where it comes from. */
  readonly title: string;
  readonly assumes: readonly string[];
  readonly misleads: readonly string[];
  readonly literature: readonly string[];
  /** What meets a requirement, in a sentence: `the exact (Clopper–Pearson) bound`. */
  readonly bound: string;
  /** The doubt (`semantics.md` section 6); never below the probability, under `assumes`, of counts that clear it by chance. */
  readonly doubt: (counts: CountsOf<K>, required: RequiredBound) => RequirementDoubt;
  /** Uniform numbers that a draw takes. */
  readonly dimensions: (counts: CountsOf<K>) => number;
  /** What is to be said about the way of drawing. */
  readonly drawNote?: string;
  /**
   * Draws of what was measured, one per row of the uniform numbers, or the one value that all have.
   *
   * @param uniforms one column per dimension, in the open interval (0, 1).
   */
  readonly draws: (counts: CountsOf<K>, uniforms: readonly Float64Array[]) => Float64Array | number;
  /** The doubt as a formula that anybody can compute again; absent where there is none in a line. */
  readonly formula?: (counts: CountsOf<K>, required: RequiredBound) => string;
  /**
   * The same from below, where `draws` is from above all that was counted (the worst of several strategies). A doubt that
   * falls with what was measured takes these: the strategy with the most events is the best one for it.
   */
  readonly lowDraws?: (counts: CountsOf<K>, uniforms: readonly Float64Array[]) => Float64Array | number;
  /** What was counted, in short: `3 of 400`. */
  readonly words: (counts: CountsOf<K>) => string;
}
