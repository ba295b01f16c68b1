import type { Diagrams } from './diagrams.js';
import { estimateEffects } from './effect-estimate.js';
import { momentsOf } from './effect-moments.js';
import { sweepEffects } from './effect-sweep.js';
import { evaluateColumns, leafValuesOf } from './evaluate.js';
import { foldRegions, slotsBelow } from './fold-regions.js';
import { effectsByGradient } from './gradient.js';
import { atMostOne, coneOf, loadLeaves, probabilityOf, slotOfNode, sweepProbability } from './sweep.js';
import { sweepDown, type Workspace } from './sweep-down.js';
import type { Columns, LeafEffects, NodeRef } from './types.js';
import { unmoved } from './unmoved.js';

/** Leaves that are held one by one, a sweep each, before it is quicker to sweep down carefully for all. */
const FEW = 8;

/**
 * P(root fails | leaf fails) and P(root fails | leaf holds) for every leaf, in one backward sweep. For a root without a
 * diagram the two are estimates (`exact: false`) as if the inputs of a gate were independent, kept within what is known:
 * whenFails <= upper / p and whenHolds <= upper.
 */
export function effectsOf(
  d: Diagrams,
  p: Float64Array,
  root: NodeRef,
  scratch: Float64Array,
  workspace: Workspace,
): LeafEffects {
  const probability = probabilityOf(d, p, root, scratch);
  const slot = slotOfNode(d, root);
  const effects = unmoved(d, probability, slot);
  const { whenFails, whenHolds, exact } = effects;
  if (!exact) {
    sweepProbability(d, scratch, 2, slot - d.graph.leaves, 'upper');
    estimateEffects(d, scratch, slot, probability, null, whenFails, whenHolds);
  } else if (slot > d.graph.leaves + 1) {
    const small = effectsByGradient(d, scratch, slot, workspace.reach, whenFails, whenHolds);
    if (small.length > FEW) sweepDown(d, scratch, null, slot, whenFails, whenHolds, workspace);
    else for (const leaf of small) whenHolds[leaf] = probabilityWithout(d, p, leaf, slot, workspace.worth);
  }
  return effects;
}

/**
 * The means over the trials of the same. The root's probability is linear in the value of each node and in the weight that
 * reaches it, so the part of a model that does not vary needs means only: of products of weights and values where it meets
 * the part that does. Estimates for a root without a diagram are made at the leaves' means.
 */
export function meanEffectsOf(
  d: Diagrams,
  columns: Columns,
  root: NodeRef,
  scratch: Float64Array,
  workspace: Workspace,
): LeafEffects {
  const { trials } = columns;
  const { leaves } = d.graph;
  const values = leafValuesOf(columns, leaves);
  const slot = slotOfNode(d, root);
  if (trials === 1 || columns.varying.size === 0) return effectsOf(d, meansOf(values), root, scratch, workspace);
  const probability = evaluateColumns(d, columns).mean(root);
  const effects = unmoved(d, probability, slot);
  const { whenFails, whenHolds, exact } = effects;
  if (!exact) {
    probabilityOf(d, meansOf(values), root, scratch);
    sweepProbability(d, scratch, 2, slot - leaves, 'upper');
    estimateEffects(d, scratch, slot, probability, columns.varying, whenFails, whenHolds);
  } else if (slot > leaves + 1) {
    const below = slotsBelow(d, slot);
    const fold = foldRegions(d, values, below);
    const moments = fold.base[slot] < 0 ? null : momentsOf(d, fold, below, values, trials);
    sweepEffects(d, fold, moments, slot, whenFails, whenHolds);
  }
  return effects;
}

/** P(root fails) when a leaf holds. */
function probabilityWithout(d: Diagrams, p: Float64Array, leaf: number, slot: number, values: Float64Array): number {
  const { from, to } = coneOf(d, slot);
  loadLeaves(d, p, values);
  values[leaf] = 0;
  sweepProbability(d, values, from, to, 'upper');
  return atMostOne(values[slot]);
}

function meansOf(values: readonly (number | Float64Array)[]): Float64Array {
  return Float64Array.from(values, (value) => {
    if (typeof value === 'number') return value;
    return atMostOne(value.reduce((sum, x) => sum + x, 0) / value.length);
  });
}
