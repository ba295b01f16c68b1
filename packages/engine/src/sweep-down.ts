import type { Diagrams } from './diagrams.js';
import { regionOfNode } from './sweep.js';

/** Room for one number per slot, twice, whatever it holds; kept, because fresh memory takes longer than the sweep. */
export interface Workspace {
  readonly worth: Float64Array;
  readonly reach: Float64Array;
}

/** Levels of a region up to which edges are summed by the pair of levels that they join. */
const FEW_LEVELS = 1024;

/**
 * From the root's region inwards, each region down from its head: P(root fails | leaf fails) and P(root fails | leaf holds)
 * for all leaves met. `fails` and `holds` are the probabilities of the variables (`null`: 1 - fails). What is carried inwards
 * are both probabilities, that the root fails when a region's head fails and when it holds, so that a failure may mend.
 * A region in which some answer would be a small difference is swept again with care: there what passes a level is added
 * up, and nothing is subtracted, so that small results keep their accuracy.
 */
export function sweepDown(
  d: Diagrams,
  fails: Float64Array,
  holds: Float64Array | null,
  root: number,
  whenFails: Float64Array,
  whenHolds: Float64Array,
  { worth, reach }: Workspace,
): void {
  const { modules, slotOf, levelStart, levelSlot } = d;
  const { leaves } = d.graph;
  const rootRegion = regionOfNode(d, root - leaves);
  const first = modules.first[rootRegion];
  const ifFails = new Float64Array(rootRegion - first + 1).fill(-1); // -1: the root does not depend on this region
  const ifHolds = new Float64Array(rootRegion - first + 1);
  ifFails[rootRegion - first] = 1;
  for (let r = rootRegion; r >= first; r--) {
    if (ifFails[r - first] < 0) continue;
    const start = r === rootRegion ? root : slotOf[leaves + modules.head[r]];
    if (start < leaves + 2) continue;
    const firstLevel = levelStart[r];
    const whole = r === rootRegion; // what the root is worth is its probability
    if (!whole) weigh(d, r, start, fails, holds, ifFails[r - first], ifHolds[r - first], worth);
    const worths = whole ? fails : worth;
    const { met, whenFailing, whenHolding } =
      sweepQuick(d, r, start, fails, holds, worths, reach) ?? sweepRegion(d, r, start, fails, holds, worths, reach);
    for (let at = 0; at < met.length; at++) {
      if (met[at] === 0) continue;
      const slot = levelSlot[firstLevel + at];
      if (slot < leaves) {
        whenFails[slot] = Math.min(1, whenFailing[at]);
        whenHolds[slot] = Math.min(1, whenHolding[at]);
      } else {
        const inner = regionOfNode(d, slot - leaves) - first;
        ifFails[inner] = whenFailing[at];
        ifHolds[inner] = whenHolding[at];
      }
    }
  }
}

/** By level: whether the root may depend on it, and P(root fails) when its variable fails and when it holds. */
interface RegionEffects {
  readonly met: Uint8Array;
  readonly whenFailing: Float64Array;
  readonly whenHolding: Float64Array;
}

/** P(root fails) given that a node is reached, from what it is when the region's head fails and when it holds. */
function weigh(
  d: Diagrams,
  region: number,
  start: number,
  fails: Float64Array,
  holds: Float64Array | null,
  ifFails: number,
  ifHolds: number,
  worth: Float64Array,
): void {
  const { variable, lo, hi, nodeStart } = d;
  const { leaves } = d.graph;
  worth[leaves] = ifHolds;
  worth[leaves + 1] = ifFails;
  for (let slot = Math.max(nodeStart[region], 2) + leaves; slot <= start; slot++) {
    const n = slot - leaves;
    const v = variable[n];
    worth[slot] = fails[v] * worth[hi[n]] + (holds === null ? 1 - fails[v] : holds[v]) * worth[lo[n]];
  }
}

/** An answer below this part of P(root fails) may not be made of a difference. */
const LEAST_PART = 1e-3;

/**
 * By what P(root fails) gains from the failure of a level's variable. `null` where an answer would be a small difference of
 * large numbers.
 */
function sweepQuick(
  d: Diagrams,
  region: number,
  start: number,
  fails: Float64Array,
  holds: Float64Array | null,
  worth: Float64Array,
  reach: Float64Array,
): RegionEffects | null {
  const { variable, lo, hi, levelStart, levelSlot, nodeStart } = d;
  const { leaves } = d.graph;
  const begin = Math.max(nodeStart[region], 2) + leaves;
  const slots = levelSlot.subarray(levelStart[region], levelStart[region + 1]);
  for (const slot of slots) reach[slot] = 0; // of a variable: what is gained by its failure
  reach.fill(0, begin, start + 1);
  reach[start] = 1;
  for (let slot = start; slot >= begin; slot--) {
    const weight = reach[slot];
    if (weight === 0) continue;
    const n = slot - leaves;
    const v = variable[n];
    const up = hi[n];
    const down = lo[n];
    reach[v] += weight * (worth[up] - worth[down]);
    reach[up] += fails[v] * weight;
    reach[down] += (holds === null ? 1 - fails[v] : holds[v]) * weight;
  }
  const total = worth[start];
  const met = new Uint8Array(slots.length);
  const whenFailing = new Float64Array(slots.length);
  const whenHolding = new Float64Array(slots.length);
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at];
    const gain = reach[slot];
    if (gain === 0 || slot === leaves || slot === leaves + 1) continue; // the root does not care, or it is a constant
    met[at] = 1;
    whenFailing[at] = total + (holds === null ? 1 - fails[slot] : holds[slot]) * gain;
    whenHolding[at] = total - fails[slot] * gain;
    if (!(Math.min(whenFailing[at], whenHolding[at]) >= LEAST_PART * total)) return null;
  }
  return { met, whenFailing, whenHolding };
}

/** The same by adding up what passes each level. `worth` is P(root fails) given that a node is reached, `reach` the probability to reach it. */
function sweepRegion(
  d: Diagrams,
  region: number,
  start: number,
  fails: Float64Array,
  holds: Float64Array | null,
  worth: Float64Array,
  reach: Float64Array,
): RegionEffects {
  const { variable, lo, hi, level, levelStart, nodeStart } = d;
  const { leaves } = d.graph;
  const begin = Math.max(nodeStart[region], 2) + leaves;
  const firstLevel = levelStart[region];
  const levels = levelStart[region + 1] - firstLevel;
  const fallen = new Float64Array(levels);
  const held = new Float64Array(levels);
  const met = new Uint8Array(levels);
  const few = levels <= FEW_LEVELS;
  // Edges by their two levels, or a tree of sums over ranges of levels.
  const edges = new Float64Array(few ? (levels + 1) * (levels + 1) : 2 * levels);
  const width = levels + 1;

  const pass = (at: number, to: number, amount: number): void => {
    for (let left = at + 1 + levels, right = to + levels; left < right; left >>= 1, right >>= 1) {
      if (left & 1) edges[left++] += amount;
      if (right & 1) edges[--right] += amount;
    }
  };

  reach.fill(0, begin, start + 1);
  reach[start] = 1;
  if (few) edges[level[start - leaves] - firstLevel] = worth[start];
  else pass(-1, level[start - leaves] - firstLevel, worth[start]);
  for (let slot = start; slot >= begin; slot--) {
    const weight = reach[slot];
    if (weight === 0) continue;
    const n = slot - leaves;
    const v = variable[n];
    const at = level[n] - firstLevel;
    const up = hi[n];
    const down = lo[n];
    const f = fails[v] * weight;
    const h = (holds === null ? 1 - fails[v] : holds[v]) * weight;
    met[at] = 1;
    fallen[at] += weight * worth[up];
    held[at] += weight * worth[down];
    reach[up] += f;
    reach[down] += h;
    // The terminals lie below all levels.
    const upLevel = Math.min(levels, level[up - leaves] - firstLevel);
    const downLevel = Math.min(levels, level[down - leaves] - firstLevel);
    if (few) {
      edges[(at + 1) * width + upLevel] += f * worth[up];
      edges[(at + 1) * width + downLevel] += h * worth[down];
    } else {
      pass(at, upLevel, f * worth[up]);
      pass(at, downLevel, h * worth[down]);
    }
  }
  const passing = few ? sumsOfPairs(edges, levels) : sumsOfTree(edges, levels);
  for (let at = 0; at < levels; at++) {
    fallen[at] += passing[at];
    held[at] += passing[at];
  }
  return { met, whenFailing: fallen, whenHolding: held };
}

/** For each level the sum of the edges from above it to below it. */
function sumsOfPairs(edges: Float64Array, levels: number): Float64Array {
  const width = levels + 1;
  const open = new Float64Array(width); // by the level where they end
  const passing = new Float64Array(levels);
  for (let at = 0; at < levels; at++) {
    for (let to = at; to <= levels; to++) open[to] += edges[at * width + to];
    for (let to = at + 1; to <= levels; to++) passing[at] += open[to];
  }
  return passing;
}

function sumsOfTree(edges: Float64Array, levels: number): Float64Array {
  for (let i = 2; i < 2 * levels; i++) edges[i] += edges[i >> 1];
  return edges.slice(levels);
}
