import { meanOf } from '@surety/numerics';
import type { Counts } from '../case/index.js';
import { estimatorOf } from '../statistics/index.js';
import type { Distribution } from './assessment.js';
import { distributionOf, quantilesOfSorted } from './distribution.js';
import { uniformColumn } from './trials.js';

/** What is known of the thing that was measured, after the trials: what quantities draw from. No doubt of a requirement follows from it. */
export interface Posterior {
  readonly mean: number;
  /** Absent where one value is all there is. */
  readonly distribution?: Distribution;
  /** What is to be said about the way of drawing. */
  readonly note?: string;
}

const plan = { randomisations: 4, points: 1024 } as const;

/**
 * The posterior of what was measured, by the estimator of the counts: of a plain count that of Jeffreys, Beta(k+½, n−k+½).
 * From 4,096 scrambled Sobol points; absent where there is no finite value (events over no exposure).
 */
export function posteriorOf(counts: Counts, seed: number): Posterior | undefined {
  const { dimensions, draws, drawNote } = estimatorOf(counts);
  const uniforms = Array.from({ length: dimensions(counts) }, (_, dimension) =>
    uniformColumn({ ...plan, seed }, dimension),
  );
  const drawn = draws(counts, uniforms);
  const note = drawNote === undefined ? {} : { note: drawNote };
  if (typeof drawn === 'number') return Number.isFinite(drawn) ? { mean: drawn, ...note } : undefined;
  const sorted = drawn.slice().sort();
  return { mean: meanOf(sorted), distribution: distributionOf(quantilesOfSorted(sorted)), ...note };
}
