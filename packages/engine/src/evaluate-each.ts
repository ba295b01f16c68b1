import type { Diagrams } from './diagrams.js';
import { checkLeaf, checkValue, leafValuesOf } from './evaluate.js';
import { probabilityOf, slotOfNode } from './sweep.js';
import type { Columns, Evaluation, Interval, NodeRef, TrialValues } from './types.js';

/**
 * The same as `evaluateColumns` for non-coherent models: trial by trial, and all over again after `set`. There a node may
 * fall when its variable rises, which the folded sweep is not made for.
 */
export function evaluateEach(d: Diagrams, columns: Columns): Evaluation {
  const { trials } = columns;
  const { leaves } = d.graph;
  const values = leafValuesOf(columns, leaves);
  const scratch = new Float64Array(leaves + d.nodes);
  const known = new Map<NodeRef, { lower: Float64Array; upper: Float64Array }>();

  const ask = (node: NodeRef): { lower: Float64Array; upper: Float64Array } => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const runs = values.some((value) => typeof value !== 'number') ? trials : 1;
    const lower = new Float64Array(runs);
    const upper = new Float64Array(runs);
    for (let t = 0; t < runs; t++) {
      const found = probabilityOf(d, trialOf(values, t), node, scratch);
      lower[t] = found.lower;
      upper[t] = found.upper;
    }
    const answer = { lower, upper };
    known.set(node, answer);
    return answer;
  };
  const isExact = (node: NodeRef): boolean => d.inexact[slotOfNode(d, node)] === 0;

  return {
    trials,
    values: (node): TrialValues => {
      const { lower, upper } = ask(node);
      const given = (side: Float64Array): Float64Array | number => (side.length === trials ? side : side[0]);
      const high = given(upper);
      return isExact(node)
        ? { lower: high, upper: high, exact: true }
        : { lower: given(lower), upper: high, exact: false };
    },
    mean: (node): Interval => {
      const { lower, upper } = ask(node);
      const exact = isExact(node);
      return { lower: meanOf(exact ? upper : lower), upper: meanOf(upper), exact };
    },
    set: (leaf, value) => {
      checkLeaf(leaf, leaves);
      checkValue(value, trials, leaf);
      values[leaf] = value;
      known.clear();
    },
  };
}

/** The leaves' probabilities in one trial. */
export function trialOf(values: readonly (number | Float64Array)[], trial: number): Float64Array {
  return Float64Array.from(values, (value) => (typeof value === 'number' ? value : value[trial]));
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}
