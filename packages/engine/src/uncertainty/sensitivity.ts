import { meanOf } from '@surety/numerics';
import type { Compiled, NodeRef } from '../types.js';
import { type SamplingPlan, uniformColumn } from './points.js';
import { leafColumns, leafSampler } from './sample-model.js';
import type { UncertainLeaves } from './terms.js';

/** How much of the variance of the root's probability is due to one uncertain number. */
export interface SensitivityIndex {
  /** The deviate, by its term. */
  readonly term: number;
  /** Share of the variance that knowing this number alone would take away, on average. */
  readonly first: number;
  /** Share that would be left if all others were known: with all its interactions. */
  readonly total: number;
}

/**
 * Sobol indices of every uncertain number (Sobol 1993) by the estimators of Jansen (1999) on the design of Saltelli et al.
 * (2010), from (d + 2) × trials evaluations, of which each changes one number and recomputes what depends on it. `null` where the
 * variance is 0, a trial has no probability, or a distribution has uncertain parameters, whose share is not its own.
 */
export function sensitivity(
  compiled: Compiled,
  root: NodeRef,
  leaves: UncertainLeaves,
  plan: SamplingPlan,
): readonly SensitivityIndex[] | null {
  const { terms, leafTerms } = leaves;
  const sampler = leafSampler(leaves);
  const { deviates } = sampler;
  const d = deviates.length;
  if (deviates.some((at) => nested(at))) return null;
  const { points, replicates } = plan;
  const clipped = new Float64Array(leafTerms.length);
  const firsts = new Float64Array(d);
  const totals = new Float64Array(d);
  const all = new Float64Array(2 * points * replicates);
  for (let replicate = 0; replicate < replicates; replicate++) {
    const a = sampler.run({ column: (dimension) => uniformColumn(plan, dimension, replicate) }, points);
    const b = sampler.run({ column: (dimension) => uniformColumn(plan, d + dimension, replicate) }, points);
    const columnsA = leafColumns(leaves, a, points, clipped);
    const columnsB = leafColumns(leaves, b, points, clipped);
    if (columnsA.without !== undefined || columnsB.without !== undefined) return null;
    const evaluation = compiled.evaluate({ trials: points, ...columnsA });
    const yA = Float64Array.from(valuesOf(evaluation.values(root).upper, points));
    const yB = valuesOf(compiled.evaluate({ trials: points, ...columnsB }).values(root).upper, points);
    all.set(yA, 2 * replicate * points);
    all.set(yB, (2 * replicate + 1) * points);
    for (let i = 0; i < d; i++) {
      const swapped = leafColumns(leaves, sampler.again(a, i, uniformColumn(plan, d + i, replicate)), points, clipped);
      if (swapped.without !== undefined) return null;
      const changed = [...swapped.varying].filter(([leaf, column]) => column !== columnsA.varying.get(leaf));
      for (const [leaf, column] of changed) evaluation.set(leaf, column);
      const y = valuesOf(evaluation.values(root).upper, points);
      for (let t = 0; t < points; t++) {
        firsts[i] += (yB[t] - y[t]) * (yB[t] - y[t]);
        totals[i] += (yA[t] - y[t]) * (yA[t] - y[t]);
      }
      for (const [leaf] of changed) evaluation.set(leaf, columnsA.varying.get(leaf)!);
    }
  }
  const centre = meanOf(all);
  const variance = meanOf(all.map((y) => (y - centre) * (y - centre)));
  if (!(variance > 0)) return null;
  const n = points * replicates;
  return deviates.map((term, i) => ({
    term,
    first: 1 - firsts[i] / (2 * n) / variance,
    total: totals[i] / (2 * n) / variance,
  }));

  /** Whether parameters of a deviate are uncertain. */
  function nested(at: number): boolean {
    const seen = new Set<number>();
    const visit = (term: number): boolean => {
      if (seen.has(term)) return false;
      seen.add(term);
      const of = terms[term];
      if (of.kind === 'deviate' && term !== at) return true;
      return of.kind !== 'constant' && of.inputs.some(visit);
    };
    return visit(at);
  }
}

function valuesOf(values: number | Float64Array, trials: number): Float64Array {
  return typeof values === 'number' ? new Float64Array(trials).fill(values) : values;
}
