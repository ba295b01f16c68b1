import type { AppliedPolicy, CountedResult, Counts } from '../case/index.js';
import { estimatorOf, type RequiredBound, type RequirementDoubt } from './estimators/index.js';

/** The doubt that what was measured meets a requirement (`semantics.md` section 6), by the estimator of the counts. */
export function requirementDoubt(counts: Counts, required: RequiredBound): RequirementDoubt {
  return estimatorOf(counts).doubt(counts, required);
}

/** The largest doubt over the ways of counting, and the way that gives it. */
export interface WorstRequirementDoubt extends RequirementDoubt {
  /** Index of the result; absent where there is none. */
  readonly index?: number;
  readonly policy?: AppliedPolicy;
}

/**
 * The doubt under the counting policy that hurts the claim most (ties: the first, and the larger Jeffreys tail before).
 * Without any result the doubt is 1.
 */
export function worstRequirementDoubt(
  results: readonly CountedResult[],
  required: RequiredBound,
): WorstRequirementDoubt {
  let worst: WorstRequirementDoubt = { doubt: 1, trials: 0, events: 0 };
  results.forEach((result, index) => {
    const found = { ...requirementDoubt(result.counts, required), index, policy: result.policy };
    if (worst.index === undefined || isWorse(found, worst)) worst = found;
  });
  return worst;
}

function isWorse(a: RequirementDoubt, b: RequirementDoubt): boolean {
  return a.doubt === b.doubt ? (a.jeffreys ?? 0) > (b.jeffreys ?? 0) : a.doubt > b.doubt;
}
