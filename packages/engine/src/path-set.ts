import type { Diagrams } from './diagrams.js';
import { checkWeights, coneOf, slotOfNode } from './sweep.js';
import type { NodeRef, PathSet } from './types.js';

/**
 * Per slot: the least cost of leaves whose holding makes it hold (`sum`) by how many leaves (`count`), and a number that no
 * path set undercuts (`lower`).
 */
interface Distances {
  readonly sum: Float64Array;
  readonly count: Float64Array;
  readonly lower: Float64Array;
}

/**
 * The cheapest path set of one node. In a diagram it is the shortest path to "holds" where an edge "the leaf holds" costs the
 * leaf's cost and an edge "it fails" nothing; modules add up. Between sets of equal cost the smaller one is taken, then the
 * one that uses the variable that is earlier in the diagram.
 */
export function cheapestPathSet(d: Diagrams, costs: Float64Array, root: NodeRef): PathSet {
  checkWeights(d.graph, costs, 'cost');
  const slot = slotOfNode(d, root);
  const { from, to } = coneOf(d, slot);
  const distances = measure(d, costs, from, to);
  const { sum, lower, exact } = answer(d, costs, distances, slot);
  if (sum === Number.POSITIVE_INFINITY) return { leaves: null, sum, lower, exact };
  return { leaves: walk(d, distances, slot), sum, lower, exact };
}

/** The same sums for many nodes, in one sweep. */
export function pathSumsOf(
  d: Diagrams,
  costs: Float64Array,
  nodes: readonly NodeRef[],
): readonly Omit<PathSet, 'leaves'>[] {
  checkWeights(d.graph, costs, 'cost');
  const slots = nodes.map((node) => slotOfNode(d, node));
  let from = d.nodes;
  let to = 1;
  for (const slot of slots) {
    const cone = coneOf(d, slot);
    if (cone.from < from) from = cone.from;
    if (cone.to > to) to = cone.to;
  }
  const distances = measure(d, costs, from, to);
  return slots.map((slot) => answer(d, costs, distances, slot));
}

function answer(d: Diagrams, costs: Float64Array, distances: Distances, slot: number): Omit<PathSet, 'leaves'> {
  const sum = distances.sum[slot];
  if (d.inexact[slot] === 0) return { sum, lower: sum, exact: true };
  const lower = distances.lower[slot];
  if (sum === Number.POSITIVE_INFINITY) return { sum, lower, exact: lower === sum };
  // Inputs without a common diagram may have been paid twice for a leaf that they share: count what is in the set.
  let once = 0;
  for (const leaf of walk(d, distances, slot)) once += costs[leaf];
  return { sum: once, lower: Math.min(lower, once), exact: false };
}

function measure(d: Diagrams, costs: Float64Array, from: number, to: number): Distances {
  const { graph, variable, lo, hi } = d;
  const { leaves } = graph;
  const sum = new Float64Array(leaves + d.nodes);
  const count = new Float64Array(leaves + d.nodes);
  const lower = d.exact ? sum : new Float64Array(leaves + d.nodes);
  sum.set(costs);
  lower.set(costs);
  count.fill(1, 0, leaves);
  sum[leaves + 1] = lower[leaves + 1] = Number.POSITIVE_INFINITY;
  for (let n = from; n <= to; n++) {
    const slot = leaves + n;
    const v = variable[n];
    if (v < 0) {
      const inputs = inputSlots(d, lo[n]);
      const needed = inputs.length - graph.need[lo[n]] + 1; // so many must hold
      lower[slot] = nthSmallest(inputs, lower, needed);
      for (const input of cheapest(inputs, sum, count, needed)) {
        sum[slot] += sum[input];
        count[slot] += count[input];
      }
      if (needed > inputs.length) sum[slot] = Number.POSITIVE_INFINITY;
      continue;
    }
    const spend = sum[v] + sum[lo[n]];
    const save = sum[hi[n]];
    if (spend < save || (spend === save && count[v] + count[lo[n]] <= count[hi[n]])) {
      sum[slot] = spend;
      count[slot] = count[v] + count[lo[n]];
    } else {
      sum[slot] = save;
      count[slot] = count[hi[n]];
    }
    if (lower !== sum) lower[slot] = Math.min(lower[v] + lower[lo[n]], lower[hi[n]]);
  }
  return { sum, count, lower };
}

function inputSlots({ graph, slotOf }: Diagrams, gate: number): number[] {
  return Array.from(graph.inputs.subarray(graph.start[gate], graph.start[gate + 1]), (ref) => slotOf[ref]);
}

/** All of the `needed` cheapest inputs hold, so no path set of the gate costs less than the dearest of them. */
function nthSmallest(inputs: readonly number[], lower: Float64Array, needed: number): number {
  if (needed <= 0) return 0;
  if (needed > inputs.length) return Number.POSITIVE_INFINITY;
  return Float64Array.from(inputs, (slot) => lower[slot]).sort()[needed - 1];
}

function cheapest(inputs: number[], sum: Float64Array, count: Float64Array, needed: number): readonly number[] {
  if (needed >= inputs.length) return inputs;
  const less = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0); // Infinity - Infinity is no number
  return inputs.sort((a, b) => less(sum[a], sum[b]) || less(count[a], count[b]) || a - b).slice(0, Math.max(0, needed));
}

/** The leaves of the set that the distances of `slot` stand for, ascending. */
function walk(d: Diagrams, { sum, count }: Distances, slot: number): number[] {
  const { graph, variable, lo, hi } = d;
  const { leaves } = graph;
  const seen = new Uint8Array(leaves + d.nodes);
  const todo = [slot];
  while (todo.length > 0) {
    const at = todo.pop() as number;
    if (at === leaves || seen[at] === 1) continue;
    seen[at] = 1;
    if (at < leaves) continue;
    const n = at - leaves;
    const v = variable[n];
    if (v < 0) {
      const inputs = inputSlots(d, lo[n]);
      for (const input of cheapest(inputs, sum, count, inputs.length - graph.need[lo[n]] + 1)) todo.push(input);
      continue;
    }
    const spend = sum[v] + sum[lo[n]];
    const save = sum[hi[n]];
    if (spend < save || (spend === save && count[v] + count[lo[n]] <= count[hi[n]])) todo.push(lo[n], v);
    else todo.push(hi[n]);
  }
  const chosen: number[] = [];
  for (let leaf = 0; leaf < leaves; leaf++) if (seen[leaf] === 1) chosen.push(leaf);
  return chosen;
}
