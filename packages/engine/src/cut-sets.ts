import { candidateSets } from './candidate-sets.js';
import type { Diagrams } from './diagrams.js';
import { type MinimalSets, UNKNOWN } from './minimal-sets.js';
import {
  asCutSet,
  EMPTY_SET,
  extend,
  keysOf,
  listStream,
  mergedStream,
  type RankedSet,
  type Source,
  type Stream,
} from './ranked-sets.js';
import { createRanking } from './ranking.js';
import { checkWeights, slotOfNode } from './sweep.js';
import type { CutSet, CutSetList, CutSetQuery, NodeRef } from './types.js';

/**
 * The best minimal cut sets by weight, found without listing the others: each node of the diagram of minimal cut sets offers
 * its sets from the best on, and looks no further than is asked (the lazy k-best lists of Huang & Chiang, "Better k-best
 * parsing", IWPT 2005). Weights that agree to about twelve digits count as equal.
 */
export function bestCutSets(
  d: Diagrams,
  sets: MinimalSets,
  root: NodeRef,
  query: CutSetQuery,
  maxSteps: number,
): CutSetList {
  const { weights, top, order = Number.POSITIVE_INFINITY, cutOff = 0 } = query;
  checkWeights(d.graph, weights, 'weight');
  if (weights.includes(Number.POSITIVE_INFINITY)) throw new RangeError('weights must be finite');
  if (!(top >= 0)) throw new RangeError(`top must be a number from 0 up, not ${top}`);
  if (!(order >= 0)) throw new RangeError(`order must be a number from 0 up, not ${order}`);
  if (!(cutOff >= 0)) throw new RangeError(`cutOff must be a number from 0 up, not ${cutOff}`);
  const slot = slotOfNode(d, root);
  if (slot >= d.graph.leaves) {
    sets.prepare(slot);
    if (!isKnown(d, sets, slot)) return candidateSets(d, slot, query, maxSteps);
  }
  const budget = { steps: maxSteps };
  const listed: CutSet[] = [];
  // First the sets of positive weight; then, if there is room, those of weight 0, which rank by order and leaves alone.
  let exact = listBest(rankedStream(d, sets, slot, order, keysOf(weights)), top, cutOff, weights, budget, listed);
  if (exact && listed.length < top && cutOff === 0) {
    const positive = listed.length;
    const stream = rankedStream(d, sets, slot, order, new Float64Array(weights.length));
    exact = listZero(stream, top, top + positive, weights, budget, listed);
  }
  return { sets: listed, exact };
}

/** Whether the families of `slot` and of all modules inside it are known (after `prepare`). */
function isKnown(d: Diagrams, sets: MinimalSets, slot: number): boolean {
  const { leaves } = d.graph;
  const seen = new Set<number>();
  const todo = [slot];
  while (todo.length > 0) {
    const family = sets.family(todo.pop() as number);
    if (family === UNKNOWN) return false;
    const nodes = [family];
    while (nodes.length > 0) {
      const n = nodes.pop() as number;
      if (n < 2 || seen.has(n)) continue;
      seen.add(n);
      nodes.push(sets.zbdd.lo(n), sets.zbdd.hi(n));
      const variable = sets.slotOfLevel(sets.zbdd.level(n));
      if (variable >= leaves) todo.push(variable);
    }
  }
  return true;
}

function rankedStream(d: Diagrams, sets: MinimalSets, slot: number, order: number, keys: Float64Array): Stream {
  if (slot < d.graph.leaves) {
    if (order < 1 || keys[slot] === Number.NEGATIVE_INFINITY) return listStream([]);
    return listStream([{ ...EMPTY_SET, key: keys[slot], size: 1, leaf: slot }]);
  }
  const ranking = createRanking(d, sets, keys);
  const family = sets.family(slot);
  if (order >= ranking.largest(family)) return ranking.ofFamily(family, -1);
  const sources: Source[] = [];
  for (let size = ranking.smallest(family); size <= order; size++) {
    sources.push({ stream: ranking.ofFamily(family, size), leaf: -1, key: 0, best: ranking.best(family) });
  }
  return mergedStream(() => sources);
}

function listBest(
  stream: Stream,
  top: number,
  cutOff: number,
  weights: Float64Array,
  budget: { steps: number },
  listed: CutSet[],
): boolean {
  for (let i = 0; listed.length < top; i++) {
    if (!extend(stream, i + 1, budget)) return false;
    if (stream.found.length <= i) return true;
    const set = asCutSet(stream.found[i] as RankedSet, weights);
    if (set.weight >= cutOff) listed.push(set);
    else if (set.weight < cutOff * (1 - 1e-9)) return true; // keys are a little coarser than weights
  }
  return true;
}

function listZero(
  stream: Stream,
  top: number,
  most: number,
  weights: Float64Array,
  budget: { steps: number },
  listed: CutSet[],
): boolean {
  for (let i = 0; listed.length < top && i < most; i++) {
    if (!extend(stream, i + 1, budget)) return false;
    if (stream.found.length <= i) return true;
    const set = asCutSet(stream.found[i] as RankedSet, weights);
    if (set.leaves.some((leaf) => weights[leaf] === 0)) listed.push(set);
  }
  return true;
}
