import { SOBOL_DIMENSIONS, sobolColumn } from '@surety/numerics';

export interface TrialPlan {
  readonly seed: number;
  /** Independent randomisations; the spread of their means gives the error. */
  readonly randomisations: number;
  /** Points of each, a power of two. */
  readonly points: number;
}

/** Scrambled Sobol, 16 independent randomisations of 1,024 points (`semantics.md` section 5). */
export const DEFAULT_PLAN: Omit<TrialPlan, 'seed'> = { randomisations: 16, points: 1024 };

/** Uniform numbers of one dimension: the randomisations one after another, all in the open interval (0, 1). */
export function uniformColumn({ seed, randomisations, points }: TrialPlan, dimension: number): Float64Array {
  const column = new Float64Array(randomisations * points);
  for (let randomisation = 0; randomisation < randomisations; randomisation++) {
    column.set(sobolColumn({ seed, dimension, randomisation, points }), randomisation * points);
  }
  return column;
}

/** Whether some dimensions are plain random streams, because there are more than Sobol points have. */
export function needsStreams(dimensions: number): boolean {
  return dimensions > SOBOL_DIMENSIONS;
}
