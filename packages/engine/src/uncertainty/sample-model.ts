import type { Compiled, NodeRef } from '../types.js';
import { type SamplingPlan, uniformColumn } from './points.js';
import { type Column, type Sampled, type TermSampler, termSampler } from './sample-terms.js';
import type { Terms } from './terms.js';

/** What the probabilities of the leaves of a model are made of. Plain data. */
export interface UncertainLeaves {
  readonly terms: Terms;
  /** The term that is the probability of each leaf. */
  readonly leafTerms: readonly number[];
}

/** Replicates `from` up to before `to` of a plan, pushed through a model. */
export interface SampledModel {
  readonly from: number;
  readonly to: number;
  /** Probability of the root, trial by trial, replicate after replicate; the same array twice where exact. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly exact: boolean;
  /** By leaf, in how many trials its probability lay outside [0, 1] and was set to the nearer end. */
  readonly clipped: Float64Array;
  /** The first leaf that had no probability in some trial: an operation left its domain. */
  readonly without?: number;
}

/**
 * Push the trials of some replicates through a compiled model. Replicates do not depend on each other, so that any division
 * of them among threads gives the same numbers.
 */
export function sampleModel(
  compiled: Compiled,
  root: NodeRef,
  leaves: UncertainLeaves,
  plan: SamplingPlan,
  from = 0,
  to = plan.replicates,
): SampledModel {
  const { points } = plan;
  const sampler = termSampler(leaves.terms, leaves.leafTerms, points * plan.replicates);
  const upper = new Float64Array(points * (to - from));
  let lower = upper;
  const clipped = new Float64Array(leaves.leafTerms.length);
  for (let replicate = from; replicate < to; replicate++) {
    const sampled = sampler.run((dimension) => uniformColumn(plan, dimension, replicate), points);
    const found = leafColumns(leaves, sampled, points, clipped);
    if (found.without !== undefined) return { from, to, lower, upper, exact: true, clipped, without: found.without };
    const values = compiled.evaluate({ trials: points, ...found, checked: true }).values(root);
    const at = (replicate - from) * points;
    put(upper, values.upper, at, points);
    if (values.exact) continue;
    if (lower === upper) lower = upper.slice();
    put(lower, values.lower, at, points);
  }
  return { from, to, lower, upper, exact: lower === upper, clipped };
}

/** Probabilities of the leaves in [0, 1] as `evaluate` takes them; those outside are moved to the nearer end and counted. */
export function leafColumns(
  { leafTerms }: UncertainLeaves,
  sampled: Sampled,
  trials: number,
  clipped: Float64Array,
): { readonly constants: Float64Array; readonly varying: Map<number, Float64Array>; readonly without?: number } {
  const constants = new Float64Array(leafTerms.length);
  const varying = new Map<number, Float64Array>();
  for (const [leaf, term] of leafTerms.entries()) {
    const column = withinOne(sampled[term], trials, leaf, clipped);
    if (column === undefined) return { constants, varying, without: leaf };
    if (typeof column === 'number') constants[leaf] = column;
    else varying.set(leaf, column);
  }
  return { constants, varying };
}

function withinOne(column: Column, trials: number, leaf: number, clipped: Float64Array): Column | undefined {
  if (typeof column === 'number') {
    if (Number.isNaN(column)) return undefined;
    if (column < 0 || column > 1) clipped[leaf] += trials;
    return Math.min(1, Math.max(0, column));
  }
  let result = column;
  for (let t = 0; t < trials; t++) {
    const p = column[t];
    if (p >= 0 && p <= 1) continue;
    if (Number.isNaN(p)) return undefined;
    // The column may be the input of other terms, so it is not changed.
    if (result === column) result = column.slice();
    result[t] = p < 0 ? 0 : 1;
    clipped[leaf]++;
  }
  return result;
}

function put(out: Float64Array, values: Column, at: number, count: number): void {
  if (typeof values === 'number') out.fill(values, at, at + count);
  else out.set(values, at);
}

/** The sampler of the leaves, for who pushes columns through by himself. */
export function leafSampler({ terms, leafTerms }: UncertainLeaves): TermSampler {
  return termSampler(terms, leafTerms);
}
