import { BOTTOM } from './bdd.js';
import type { Diagrams } from './diagrams.js';
import { probabilityOf, regionOfNode, slotOfNode, sweepProbability } from './sweep.js';
import type { Interval, LeafEffects, NodeRef } from './types.js';

/**
 * P(root fails | leaf fails) and P(root fails | leaf holds) for every leaf, in one backward sweep. Going down from the root,
 * each node is reached with some probability; a leaf made to fail sends what reaches its nodes to their `hi`, and what
 * passes its level elsewhere goes on as before. Only non-negative numbers are added, so small results keep their accuracy.
 * For a root without a diagram the two are estimates (`exact: false`) as if the inputs of a gate were independent, kept
 * within what is known: whenFails <= upper / p and whenHolds <= upper.
 */
export function effectsOf(d: Diagrams, p: Float64Array, root: NodeRef, scratch: Float64Array): LeafEffects {
  const probability = probabilityOf(d, p, root, scratch);
  const slot = slotOfNode(d, root);
  const { leaves } = d.graph;
  const whenFails = new Float64Array(leaves).fill(probability.upper);
  const whenHolds = new Float64Array(leaves).fill(probability.upper);
  const effects = { probability, whenFails, whenHolds, exact: probability.exact };
  if (slot < leaves) {
    whenFails[slot] = 1;
    whenHolds[slot] = 0;
  } else if (!probability.exact) {
    sweepProbability(d, scratch, 2, slot - leaves, 'upper');
    estimate(d, scratch, slot, probability, whenFails, whenHolds);
  } else if (slot > leaves + 1) {
    sweepRegions(d, scratch, slot - leaves, whenFails, whenHolds);
  }
  return effects;
}

/** From the root's region inwards: what a module's head does to the root, combined with what a leaf does to the head. */
function sweepRegions(
  d: Diagrams,
  values: Float64Array,
  rootNode: number,
  whenFails: Float64Array,
  whenHolds: Float64Array,
): void {
  const { graph, modules, nodeStart, levelStart, levelSlot } = d;
  const { leaves } = graph;
  const rootRegion = regionOfNode(d, rootNode);
  const from = modules.first[rootRegion];
  const headFails = new Float64Array(rootRegion - from + 1).fill(-1); // -1: the root does not depend on this region
  const headHolds = new Float64Array(rootRegion - from + 1);
  const work = createWork(d, nodeStart[from], rootNode);
  headFails[rootRegion - from] = 1;
  for (let r = rootRegion; r >= from; r--) {
    const ifFails = headFails[r - from];
    const ifHolds = headHolds[r - from];
    if (ifFails < 0) continue;
    const start = r === rootRegion ? rootNode : d.slotOf[leaves + modules.head[r]] - leaves;
    if (start < 2) continue;
    work.sweep(values, r, start, (level, fails, holds) => {
      const overallFails = ifFails * fails + ifHolds * (1 - fails);
      const overallHolds = ifFails * holds + ifHolds * (1 - holds);
      const slot = levelSlot[levelStart[r] + level];
      if (slot < leaves) {
        whenFails[slot] = overallFails;
        whenHolds[slot] = overallHolds;
      } else {
        const inner = regionOfNode(d, slot - leaves) - from;
        headFails[inner] = overallFails;
        headHolds[inner] = overallHolds;
      }
    });
  }
}

interface Work {
  /** Sweep one region down from `start` and report the conditional probabilities of `start` for each level met. */
  sweep(
    values: Float64Array,
    region: number,
    start: number,
    report: (level: number, whenFails: number, whenHolds: number) => void,
  ): void;
}

function createWork(d: Diagrams, firstNode: number, lastNode: number): Work {
  const { leaves } = d.graph;
  const { level, lo, hi, variable, nodeStart, levelStart } = d;
  let widest = 0;
  for (let r = 0; r < d.modules.count; r++) widest = Math.max(widest, levelStart[r + 1] - levelStart[r]);
  const weight = new Float64Array(lastNode - firstNode + 1);
  const met = new Uint8Array(widest);
  const fails = new Float64Array(widest);
  const holds = new Float64Array(widest);
  const ended = new Float64Array(widest + 1); // reached "fails" at the level before
  const passing = new Float64Array(2 * widest); // a tree of sums over ranges of levels

  const sweep: Work['sweep'] = (values, region, start, report) => {
    const base = levelStart[region];
    const levels = levelStart[region + 1] - base;
    met.fill(0, 0, levels);
    fails.fill(0, 0, levels);
    holds.fill(0, 0, levels);
    ended.fill(0, 0, levels + 1);
    passing.fill(0, 0, 2 * levels);
    weight[start - firstNode] = 1;

    const follow = (at: number, child: number, w: number): void => {
      if (child === leaves || w === 0) return;
      if (child === leaves + 1) {
        ended[at + 1] += w;
        return;
      }
      weight[child - leaves - firstNode] += w;
      let left = at + 1 + levels;
      let right = level[child - leaves] - base + levels;
      if (left === right) return;
      const passes = w * values[child];
      for (; left < right; left >>= 1, right >>= 1) {
        if (left & 1) passing[left++] += passes;
        if (right & 1) passing[--right] += passes;
      }
    };

    for (let n = start; n >= nodeStart[region] && n >= 2; n--) {
      const w = weight[n - firstNode];
      if (w === 0 || level[n] === BOTTOM || variable[n] < 0) continue;
      const at = level[n] - base;
      const q = values[variable[n]];
      met[at] = 1;
      fails[at] += w * values[hi[n]];
      holds[at] += w * values[lo[n]];
      follow(at, hi[n], w * q);
      follow(at, lo[n], w * (1 - q));
    }
    for (let i = 2; i < 2 * levels; i++) passing[i] += passing[i >> 1];
    let before = 0;
    for (let at = 0; at < levels; at++) {
      before += ended[at];
      if (met[at] === 0) continue;
      const other = before + passing[levels + at];
      report(at, Math.min(1, other + fails[at]), Math.min(1, other + holds[at]));
    }
  };
  return { sweep };
}

/** First-order estimate: derivatives of the root's upper bound, gate by gate as if a gate's inputs were independent. */
function estimate(
  d: Diagrams,
  values: Float64Array,
  rootSlot: number,
  { lower, upper }: Interval,
  whenFails: Float64Array,
  whenHolds: Float64Array,
): void {
  const { graph, variable, lo, hi, slotOf } = d;
  const { leaves, start, inputs, need } = graph;
  const slope = new Float64Array(rootSlot + 1);
  slope[rootSlot] = 1;
  for (let slot = rootSlot; slot >= leaves + 2; slot--) {
    const w = slope[slot];
    if (w === 0) continue;
    const n = slot - leaves;
    const v = variable[n];
    if (v >= 0) {
      const q = values[v];
      slope[v] += w * Math.max(0, values[hi[n]] - values[lo[n]]);
      slope[hi[n]] += w * q;
      slope[lo[n]] += w * (1 - q);
      continue;
    }
    const own = Array.from(inputs.subarray(start[lo[n]], start[lo[n] + 1]), (ref) => slotOf[ref]);
    const slopes = countSlopes(
      own.map((input) => values[input]),
      need[lo[n]],
    );
    own.forEach((input, i) => {
      slope[input] += w * slopes[i];
    });
  }
  for (let leaf = 0; leaf < leaves; leaf++) {
    const q = values[leaf];
    const effect = Math.min(1, slope[leaf]);
    if (effect === 0) continue;
    const most = q > 0 ? Math.min(1, upper / q) : 1;
    whenFails[leaf] = Math.max(lower, Math.min(most, upper + (1 - q) * effect));
    whenHolds[leaf] = Math.max(0, upper - q * effect);
  }
}

/** Derivatives of P(at least k of independent events) by each event's probability: P(exactly k-1 of the others). */
function countSlopes(x: readonly number[], k: number): number[] {
  const n = x.length;
  if (k === 1 || k === n) {
    const factor = (q: number): number => (k === 1 ? 1 - q : q);
    const slopes = new Array<number>(n).fill(1);
    for (let i = 0, product = 1; i < n; i++) {
      slopes[i] *= product;
      product *= factor(x[i]);
    }
    for (let i = n - 1, product = 1; i >= 0; i--) {
      slopes[i] *= product;
      product *= factor(x[i]);
    }
    return slopes;
  }
  if (n * n * k > 1e6) return x.map(() => k / n); // only an estimate, and not worth more time
  return x.map((_, skip) => {
    const exactly = new Float64Array(k);
    exactly[0] = 1;
    for (let i = 0; i < n; i++) {
      if (i === skip) continue;
      for (let j = k - 1; j > 0; j--) exactly[j] = exactly[j] * (1 - x[i]) + exactly[j - 1] * x[i];
      exactly[0] *= 1 - x[i];
    }
    return exactly[k - 1];
  });
}
