import { buildDiagrams, type Diagrams } from '../diagrams.js';
import type { Graph } from '../graph.js';
import { findModules } from '../modules.js';
import { simplify } from '../simplify/index.js';
import { type Side, sweepProbability } from '../sweep.js';
import { measureTruncated, type RegionGate, truncated } from './truncated.js';

/** How much work may be done for one branch, and at what gap it is good enough. */
export interface Effort {
  /** Nodes of the diagrams that may be built to solve it exactly. */
  readonly exactNodes: number;
  /** Nodes of a truncated diagram. */
  readonly truncatedNodes: number;
  /** Steps left for everything; used up. */
  readonly steps: { left: number };
}

export interface Bracket {
  readonly lower: number;
  readonly upper: number;
  readonly exact: boolean;
  /** The leaf by whose failure most of the gap may be told from the rest; -1 if there is none. */
  readonly split: number;
}

/** Decisions of the first truncated diagrams of a region, and how much each further round has more. */
const FIRST_DECISIONS = 256;
const GROWTH = 4;
/** Nodes that a truncated diagram has room for, per decision that is kept of a gate. */
const ROOM = 64;
/** A round of lower bounds that closes less than this part of the gap is the last. */
const WORTH_IT = 0.02;
/** What likely failures are taken to have at most when paths are ranked. */
const LIKELIEST = 0.98;
/** Levels down to which truncated diagrams recurse. */
const MOST_LEVELS = 4000;
/** Steps that a rewriting takes per edge, and building per node allowed. */
const STEPS_PER_EDGE = 100;
const STEPS_PER_NODE = 16;

/**
 * Bounds on the probability of a coherent graph's only root when some leaves are given. What can be solved exactly is; in
 * the rest diagrams are truncated, at first early and then later and later, until `good` says so or a limit is met.
 */
export function bracketGate(
  graph: Graph,
  given: ReadonlyMap<number, boolean>,
  q: Readonly<Record<Side, Float64Array>>,
  good: (lower: number, upper: number) => boolean,
  effort: Effort,
): Bracket {
  const { graph: rest, nodeOf } = simplify(graph, effort.exactNodes, given);
  effort.steps.left -= rest.inputs.length * STEPS_PER_EDGE;
  const root = nodeOf.get(graph.roots[0]) as number;
  const d = buildDiagrams(rest, findModules(rest), { nodes: effort.exactNodes }, { order: 'heavy', keepAll: false });
  effort.steps.left -= d.exact ? d.nodes : effort.exactNodes * STEPS_PER_NODE;
  const slot = d.slotOf[root];
  const values = { lower: slotValues(d, q.lower), upper: slotValues(d, q.upper) };
  const hard = hardRegions(d);
  let split = -1;
  let widest = 0;
  let from = 2;
  for (const r of hard) {
    const end = d.nodeStart[r + 1] - 1;
    for (const side of ['lower', 'upper'] as const) sweepProbability(d, values[side], from, end, side);
    from = end + 1;
    const head = d.slotOf[rest.leaves + d.modules.head[r]];
    if (d.variable[head - rest.leaves] >= 0 || head < rest.leaves + 2) continue; // only gates above its head are hard
    const alone = hard.length === 1;
    const { lower, upper, most } = bracketRegion(d, r, values, alone ? good : (l, u) => u - l <= 1e-3 * l, effort);
    values.lower[head] = Math.max(values.lower[head], lower);
    values.upper[head] = Math.min(values.upper[head], upper);
    if (most.share > widest) {
      widest = most.share;
      split = most.leaf;
    }
  }
  for (const side of ['lower', 'upper'] as const) sweepProbability(d, values[side], from, d.nodes - 1, side);
  return {
    lower: Math.min(values.lower[slot], values.upper[slot], 1),
    upper: Math.min(values.upper[slot], 1),
    exact: d.inexact[slot] === 0 && values.lower[slot] === values.upper[slot],
    split,
  };
}

function slotValues(d: Diagrams, q: Float64Array): Float64Array {
  const values = new Float64Array(d.graph.leaves + d.nodes);
  values.set(q);
  values[d.graph.leaves + 1] = 1;
  return values;
}

/** Regions with a head in which some gate has no diagram, inner ones first. */
function hardRegions(d: Diagrams): number[] {
  const found: number[] = [];
  for (let r = 0; r < d.modules.count; r++) {
    let isHard = false;
    for (let n = Math.max(2, d.nodeStart[r]); n < d.nodeStart[r + 1]; n++) if (d.variable[n] < 0) isHard = true;
    if (isHard && d.modules.head[r] >= 0) found.push(r);
  }
  return found;
}

interface RegionBracket {
  readonly lower: number;
  readonly upper: number;
  readonly most: { readonly leaf: number; readonly share: number };
}

function bracketRegion(
  d: Diagrams,
  region: number,
  values: Readonly<Record<Side, Float64Array>>,
  good: (lower: number, upper: number) => boolean,
  { truncatedNodes, steps }: Effort,
): RegionBracket {
  const first = d.levelStart[region];
  const slots = d.levelSlot.subarray(first, d.levelStart[region + 1]);
  let lower = 0;
  let upper = 1;
  let most = { leaf: -1, share: 0 };
  if (slots.length > MOST_LEVELS) return { lower, upper, most };
  const gates = gatesOfRegion(d, region, slots);
  const q = { lower: pick(values.lower, slots), upper: pick(values.upper, slots) };
  const largest = Math.floor(truncatedNodes / ROOM);
  let steer = q.upper;
  let gainBelow: Float64Array = new Float64Array(slots.length);
  let raised = true;
  for (let decisions = Math.min(FIRST_DECISIONS, largest); steps.left > 0; decisions *= GROWTH) {
    const room = { decisions, nodes: truncatedNodes, steps };
    const above = truncated(gates, q.upper, steer, 'upper', room);
    if (above === null) break;
    const high = measureTruncated(above, q.upper);
    upper = Math.min(upper, high.probability);
    if (raised) {
      const below = truncated(gates, q.lower, steer, 'lower', room);
      if (below === null) break;
      const low = measureTruncated(below, q.lower);
      raised = low.probability - lower > WORTH_IT * (upper - lower);
      lower = Math.max(lower, low.probability);
      gainBelow = low.gain;
    }
    most = { leaf: -1, share: 0 };
    // P(gap | fails) · p / P(gap) is the part of the gap in which a variable fails; the rarer it is, the more that tells.
    const gapIfFails = q.upper.map((p, at) => Math.max(0, upper - lower + (1 - p) * (high.gain[at] - gainBelow[at])));
    slots.forEach((slot, at) => {
      const p = q.upper[at];
      const share = p === 0 || p === 1 ? 0 : -Math.log(p) * p * gapIfFails[at];
      if (slot < d.graph.leaves && share > most.share) most = { leaf: slot, share };
    });
    if (good(lower, upper) || decisions * GROWTH > largest) break;
    steer = q.upper.map((p, at) => Math.max(p, Math.min(LIKELIEST, (p * gapIfFails[at]) / (upper - lower))));
  }
  return { lower: Math.min(lower, upper), upper, most };
}

function gatesOfRegion(d: Diagrams, region: number, slots: Int32Array): RegionGate[] {
  const { leaves, start, inputs, need } = d.graph;
  const { regionOf } = d.modules;
  const levelOf = new Map(Array.from(slots, (slot, at) => [slot, at]));
  const own = d.modules.gates.subarray(d.modules.start[region], d.modules.start[region + 1]);
  const place = new Map(Array.from(own, (g, i) => [g, i]));
  return Array.from(own, (g) => ({
    need: need[g],
    inputs: Array.from(inputs.subarray(start[g], start[g + 1]), (ref) =>
      ref >= leaves && regionOf[ref] === region
        ? -1 - (place.get(ref - leaves) as number)
        : (levelOf.get(d.slotOf[ref]) as number),
    ),
  }));
}

function pick(values: Float64Array, slots: Int32Array): Float64Array {
  return Float64Array.from(slots, (slot) => values[slot]);
}
