import type { Diagrams } from './diagrams.js';
import type { Moments } from './effect-moments.js';
import type { Fold } from './fold-regions.js';
import { regionOfNode } from './sweep.js';

/** What is reported of a level: P(root fails), in the mean, when its variable fails and when it holds; `gain` is the difference. */
type Report = (slot: number, whenFails: number, whenHolds: number, gain: number) => void;

/**
 * From the root's region inwards, each region down from its head: P(root fails | leaf fails) and P(root fails | leaf holds) for
 * all leaves met. What is reached with probability 0 is not reported on. Without `moments` nothing varies.
 */
export function sweepEffects(
  d: Diagrams,
  fold: Fold,
  moments: Moments | null,
  root: number,
  whenFails: Float64Array,
  whenHolds: Float64Array,
): void {
  const { modules, slotOf } = d;
  const { leaves } = d.graph;
  const rootRegion = regionOfNode(d, root - leaves);
  const from = modules.first[rootRegion];
  const gains = new Float64Array(rootRegion - from + 1).fill(-1); // -1: the root does not depend on this region
  const bases = new Float64Array(rootRegion - from + 1); // P(root fails) when the region's head holds
  const sweep = createSweep(d, fold, moments, from, root);
  gains[rootRegion - from] = 1;
  for (let r = rootRegion; r >= from; r--) {
    if (gains[r - from] < 0) continue;
    const start = r === rootRegion ? root : slotOf[leaves + modules.head[r]];
    if (start < leaves + 2) continue;
    sweep(r, start, gains[r - from], bases[r - from], (slot, fails, holds, gain) => {
      if (slot < leaves) {
        whenFails[slot] = Math.min(1, fails);
        whenHolds[slot] = Math.min(1, holds);
      } else {
        const inner = regionOfNode(d, slot - leaves) - from;
        gains[inner] = gain;
        bases[inner] = holds;
      }
    });
  }
}

type Sweep = (region: number, start: number, gain: number, base: number, report: Report) => void;

/**
 * The sweep of one region. Each node has a weight: the probability to reach it, times what the root gains when the region's
 * head fails. Where things vary, the weight is known by its mean and by the mean of its product with the node's base (`mean`
 * and `product`), or by the parts of `moments`. A leaf made to fail sends the weight of its nodes to their `hi`, and what
 * passes its level elsewhere goes on as before. All that is added is non-negative, and what is subtracted is subtracted from
 * a part of the answer, so small results keep their accuracy.
 */
function createSweep(d: Diagrams, fold: Fold, moments: Moments | null, firstRegion: number, root: number): Sweep {
  const { leaves } = d.graph;
  const { level, levelSlot, lo, hi, variable, nodeStart, levelStart } = d;
  const { a, b, base } = fold;
  const firstSlot = leaves + nodeStart[firstRegion];
  let widest = 0;
  for (let r = 0; r < d.modules.count; r++) widest = Math.max(widest, levelStart[r + 1] - levelStart[r]);
  const mean = new Float64Array(root - firstSlot + 1);
  const product = new Float64Array(root - firstSlot + 1);
  const met = new Uint8Array(widest);
  const fails = new Float64Array(widest);
  const holds = new Float64Array(widest);
  const ended = new Float64Array(widest + 1); // reached "fails" at the level before
  const passing = new Float64Array(2 * widest); // a tree of sums over ranges of levels
  let firstLevel = 0;
  let levels = 0;

  /** Send a weight of mean `w`, and `wx` times the child's base, from the level `at` to a child. */
  const follow = (at: number, child: number, w: number, wx: number): void => {
    if (child === leaves || w === 0) return;
    if (child === leaves + 1) {
      ended[at + 1] += w;
      return;
    }
    mean[child - firstSlot] += w;
    product[child - firstSlot] += wx;
    let left = at + 1 + levels;
    let right = level[child - leaves] - firstLevel + levels;
    if (left === right) return;
    const passes = a[child] * w + b[child] * wx;
    for (; left < right; left >>= 1, right >>= 1) {
      if (left & 1) passing[left++] += passes;
      if (right & 1) passing[--right] += passes;
    }
  };

  const visit = (slot: number): void => {
    const n = slot - leaves;
    const v = variable[n];
    const h = hi[n];
    const l = lo[n];
    let w = mean[slot - firstSlot];
    let wx = product[slot - firstSlot];
    let wy = wx;
    let q = a[v];
    const at = level[n] - firstLevel;
    if (base[slot] === slot && moments !== null) {
      const i = 6 * moments.index[slot];
      const { parts } = moments;
      w = parts[i] + parts[i + 3];
      if (w === 0) return;
      wx = parts[i + 1] + parts[i + 4];
      wy = parts[i + 2] + parts[i + 5];
      follow(at, h, parts[i], parts[i + 1]);
      follow(at, l, parts[i + 3], parts[i + 5]);
    } else if (w === 0) return;
    else if (base[v] >= 0) {
      follow(at, h, wx, 0);
      follow(at, l, Math.max(0, w - wx), 0);
    } else {
      follow(at, h, q * w, q * wx);
      q = 1 - q;
      follow(at, l, q * w, q * wx);
    }
    met[at] = 1;
    fails[at] += a[h] * w + b[h] * wx;
    holds[at] += a[l] * w + b[l] * wy;
  };

  return (region, start, gain, ofBase, report) => {
    firstLevel = levelStart[region];
    levels = levelStart[region + 1] - firstLevel;
    met.fill(0, 0, levels);
    fails.fill(0, 0, levels);
    holds.fill(0, 0, levels);
    ended.fill(0, 0, levels + 1);
    passing.fill(0, 0, 2 * levels);
    const given = moments?.starts.get(start);
    mean[start - firstSlot] = given?.[0] ?? gain;
    product[start - firstSlot] = given?.[1] ?? 0;
    const end = Math.max(nodeStart[region], 2) + leaves;
    for (let slot = start; slot >= end; slot--) visit(slot);
    for (let i = 2; i < 2 * levels; i++) passing[i] += passing[i >> 1];
    let before = ofBase;
    for (let at = 0; at < levels; at++) {
      before += ended[at];
      if (met[at] === 0) continue;
      const other = before + passing[levels + at];
      report(levelSlot[firstLevel + at], other + fails[at], other + holds[at], Math.max(0, fails[at] - holds[at]));
    }
  };
}
