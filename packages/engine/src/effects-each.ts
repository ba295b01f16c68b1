import type { Diagrams } from './diagrams.js';
import { leafValuesOf } from './evaluate.js';
import { trialOf } from './evaluate-each.js';
import { coneOf, probabilityOf, regionOfNode, slotOfNode } from './sweep.js';
import { type Both, sweepBoth } from './sweep-both.js';
import type { Columns, LeafEffects, NodeRef } from './types.js';

/** Node visits that the estimates of a root without a diagram may take. */
const VISITS = 1_000_000_000;

/**
 * P(root fails | leaf fails) and P(root fails | leaf holds) in a non-coherent model. A failure may mend there, so that what is
 * carried inwards from region to region is not a gain but both probabilities: that the root fails when the region's head
 * fails, and when it holds. All that is added is non-negative. For a root without a diagram each leaf is forced both ways
 * and the middle of the interval taken (`exact: false`).
 */
export function effectsOfAny(d: Diagrams, p: Float64Array, root: NodeRef, scratch: Float64Array): LeafEffects {
  const probability = probabilityOf(d, p, root, scratch);
  const { leaves } = d.graph;
  const slot = slotOfNode(d, root);
  const whenFails = new Float64Array(leaves).fill(probability.upper);
  const whenHolds = new Float64Array(leaves).fill(probability.upper);
  if (slot < leaves) {
    whenFails[slot] = 1;
    whenHolds[slot] = 0;
  } else if (probability.exact) {
    const { from, to } = coneOf(d, slot);
    if (slot > leaves + 1) sweepDown(d, sweepBoth(d, p, from, to), slot, whenFails, whenHolds);
  } else force(d, p, root, scratch, whenFails, whenHolds);
  return { probability, whenFails, whenHolds, exact: probability.exact };
}

/** Means over the trials of the same. */
export function meanEffectsOfAny(d: Diagrams, columns: Columns, root: NodeRef, scratch: Float64Array): LeafEffects {
  const { leaves } = d.graph;
  const values = leafValuesOf(columns, leaves);
  const trials = columns.varying.size === 0 ? 1 : columns.trials;
  const whenFails = new Float64Array(leaves);
  const whenHolds = new Float64Array(leaves);
  let lower = 0;
  let upper = 0;
  let exact = true;
  for (let t = 0; t < trials; t++) {
    const one = effectsOfAny(d, trialOf(values, t), root, scratch);
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

/** `values` are those of all slots below the root. */
function sweepDown(d: Diagrams, values: Both, root: number, whenFails: Float64Array, whenHolds: Float64Array): void {
  const { modules, slotOf, variable, lo, hi, level, levelStart, levelSlot, nodeStart } = d;
  const { leaves } = d.graph;
  const rootRegion = regionOfNode(d, root - leaves);
  const first = modules.first[rootRegion];
  const ifFails = new Float64Array(rootRegion - first + 1).fill(-1); // -1: the root does not depend on this region
  const ifHolds = new Float64Array(rootRegion - first + 1);
  ifFails[rootRegion - first] = 1;
  const worth = new Float64Array(leaves + d.nodes); // P(root fails) given that this node is reached
  const reach = new Float64Array(leaves + d.nodes);

  for (let r = rootRegion; r >= first; r--) {
    if (ifFails[r - first] < 0) continue;
    const start = r === rootRegion ? root : slotOf[leaves + modules.head[r]];
    if (start < leaves + 2) continue;
    const begin = Math.max(nodeStart[r], 2) + leaves;
    worth[leaves] = ifHolds[r - first];
    worth[leaves + 1] = ifFails[r - first];
    for (let slot = begin; slot <= start; slot++) {
      const n = slot - leaves;
      worth[slot] = values.fails[variable[n]] * worth[hi[n]] + values.holds[variable[n]] * worth[lo[n]];
    }
    const firstLevel = levelStart[r];
    const levels = levelStart[r + 1] - firstLevel;
    const fails = new Float64Array(levels);
    const holds = new Float64Array(levels);
    const met = new Uint8Array(levels);
    const passing = new Float64Array(2 * levels); // a tree of sums over ranges of levels
    const follow = (at: number, child: number, weight: number): void => {
      if (weight === 0) return;
      const isEnd = child < leaves + 2;
      if (!isEnd) reach[child] += weight;
      let left = at + 1 + levels;
      let right = (isEnd ? levels : level[child - leaves] - firstLevel) + levels;
      const passes = weight * worth[child];
      for (; left < right; left >>= 1, right >>= 1) {
        if (left & 1) passing[left++] += passes;
        if (right & 1) passing[--right] += passes;
      }
    };
    follow(-1, start, 1);
    for (let slot = start; slot >= begin; slot--) {
      const n = slot - leaves;
      const weight = reach[slot];
      if (weight === 0) continue;
      const at = level[n] - firstLevel;
      met[at] = 1;
      fails[at] += weight * worth[hi[n]];
      holds[at] += weight * worth[lo[n]];
      follow(at, hi[n], values.fails[variable[n]] * weight);
      follow(at, lo[n], values.holds[variable[n]] * weight);
    }
    for (let i = 2; i < 2 * levels; i++) passing[i] += passing[i >> 1];
    for (let at = 0; at < levels; at++) {
      if (met[at] === 0) continue;
      const slot = levelSlot[firstLevel + at];
      const other = passing[levels + at];
      if (slot < leaves) {
        whenFails[slot] = Math.min(1, other + fails[at]);
        whenHolds[slot] = Math.min(1, other + holds[at]);
      } else {
        const inner = regionOfNode(d, slot - leaves) - first;
        ifFails[inner] = other + fails[at];
        ifHolds[inner] = other + holds[at];
      }
    }
  }
}
