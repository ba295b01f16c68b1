import type { Diagrams } from './diagrams.js';
import { leafValuesOf } from './evaluate.js';
import { trialOf } from './evaluate-each.js';
import { checkProbabilities, coneOf, exactly, probabilityOf, slotOfNode } from './sweep.js';
import { sweepBoth } from './sweep-both.js';
import { sweepDown, type Workspace } from './sweep-down.js';
import type { Columns, LeafEffects, NodeRef } from './types.js';
import { unmoved } from './unmoved.js';

/** Node visits that the estimates of a root without a diagram may take. */
const VISITS = 1_000_000_000;

/**
 * P(root fails | leaf fails) and P(root fails | leaf holds) in a non-coherent model. For a root without a diagram each leaf is forced both ways
 * and the middle of the interval taken (`exact: false`).
 */
export function effectsOfAny(
  d: Diagrams,
  p: Float64Array,
  root: NodeRef,
  scratch: Float64Array,
  workspace: Workspace,
): LeafEffects {
  const { leaves } = d.graph;
  const slot = slotOfNode(d, root);
  if (slot > leaves + 1 && d.inexact[slot] === 0) {
    checkProbabilities(d.graph, p);
    const { from, to } = coneOf(d, slot);
    const { fails, holds } = sweepBoth(d, p, from, to);
    const effects = unmoved(d, exactly(fails[slot]), slot);
    sweepDown(d, fails, holds, slot, effects.whenFails, effects.whenHolds, workspace);
    return effects;
  }
  const effects = unmoved(d, probabilityOf(d, p, root, scratch), slot);
  if (!effects.exact) force(d, p, root, scratch, effects.whenFails, effects.whenHolds);
  return effects;
}

/** Means over the trials of the same. */
export function meanEffectsOfAny(
  d: Diagrams,
  columns: Columns,
  root: NodeRef,
  scratch: Float64Array,
  workspace: Workspace,
): LeafEffects {
  const { leaves } = d.graph;
  const values = leafValuesOf(columns, leaves);
  const trials = columns.varying.size === 0 ? 1 : columns.trials;
  const whenFails = new Float64Array(leaves);
  const whenHolds = new Float64Array(leaves);
  let lower = 0;
  let upper = 0;
  let exact = true;
  for (let t = 0; t < trials; t++) {
    const one = effectsOfAny(d, trialOf(values, t), root, scratch, workspace);
    lower += one.probability.lower / trials;
    upper += one.probability.upper / trials;
    exact = one.exact;
    for (let leaf = 0; leaf < leaves; leaf++) {
      whenFails[leaf] += one.whenFails[leaf] / trials;
      whenHolds[leaf] += one.whenHolds[leaf] / trials;
    }
  }
  if (exact) lower = upper;
  return { probability: { lower, upper, exact }, whenFails, whenHolds, exact };
}

function force(
  d: Diagrams,
  p: Float64Array,
  root: NodeRef,
  scratch: Float64Array,
  whenFails: Float64Array,
  whenHolds: Float64Array,
): void {
  const { from, to } = coneOf(d, slotOfNode(d, root));
  const q = p.slice();
  for (let leaf = 0; leaf < p.length && (leaf + 1) * (to - from + 1) < VISITS; leaf++) {
    for (const [value, into] of [
      [1, whenFails],
      [0, whenHolds],
    ] as const) {
      q[leaf] = value;
      const { lower, upper } = probabilityOf(d, q, root, scratch);
      into[leaf] = (lower + upper) / 2;
    }
    q[leaf] = p[leaf];
  }
}
