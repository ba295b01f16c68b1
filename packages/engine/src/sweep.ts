import { lowerBound, lowerBoundOfAny, upperBound } from './bounds.js';
import type { Diagrams } from './diagrams.js';
import type { Graph } from './graph.js';
import { sweepIntervals } from './interval-sweep.js';
import { sweepBoth } from './sweep-both.js';
import type { Interval, NodeRef } from './types.js';

export type Side = 'lower' | 'upper';

/** The slot of a node that a caller asks about. @throws RangeError if no root depends on it. */
export function slotOfNode(d: Diagrams, node: NodeRef): number {
  const slot = d.slotOf[node];
  if (slot === undefined || slot < 0) throw new RangeError(`node ${node} is not reachable from the roots compiled`);
  return slot;
}

/** @throws RangeError unless there is one number in [0, 1] per leaf. */
export function checkProbabilities(graph: Graph, p: Float64Array): void {
  if (p.length !== graph.leaves) throw new RangeError(`${p.length} probabilities for ${graph.leaves} leaves`);
  for (let i = 0; i < p.length; i++) {
    if (!(p[i] >= 0 && p[i] <= 1)) throw new RangeError(`probability ${p[i]} of leaf ${i} is not in [0, 1]`);
  }
}

/** @throws RangeError unless there is one non-negative number per leaf. */
export function checkWeights(graph: Graph, weights: Float64Array, what: string): void {
  if (weights.length !== graph.leaves) throw new RangeError(`${weights.length} ${what}s for ${graph.leaves} leaves`);
  for (let i = 0; i < weights.length; i++) {
    if (!(weights[i] >= 0)) throw new RangeError(`${what} ${weights[i]} of leaf ${i} is not a number from 0 up`);
  }
}

/** The first and last node that the value of `slot` can depend on (an empty range for a leaf or a constant). */
export function coneOf(d: Diagrams, slot: number): { readonly from: number; readonly to: number } {
  const node = slot - d.graph.leaves;
  if (node < 2) return { from: 2, to: 1 };
  return { from: d.nodeStart[d.modules.first[regionOfNode(d, node)]], to: node };
}

/** The region to which a diagram node belongs, by bisection. */
export function regionOfNode(d: Diagrams, node: number): number {
  let low = 0;
  let high = d.modules.count - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if (d.nodeStart[mid] <= node) low = mid;
    else high = mid - 1;
  }
  return low;
}

/** Slots filled with the leaves' probabilities and the terminals; the rest is for `sweepProbability`. */
export function loadLeaves(d: Diagrams, p: Float64Array, values: Float64Array): void {
  values.set(p);
  values[d.graph.leaves] = 0;
  values[d.graph.leaves + 1] = 1;
}

/**
 * P(fails) of the nodes `from … to`, each from its children, p·P(hi) + (1-p)·P(lo): sums of products of non-negative numbers,
 * so the relative error stays at some rounding errors per level however small the result.
 */
export function sweepProbability(d: Diagrams, values: Float64Array, from: number, to: number, side: Side): void {
  const { leaves } = d.graph;
  const { variable, lo, hi } = d;
  for (let n = from; n <= to; n++) {
    const v = variable[n];
    if (v < 0) {
      values[leaves + n] = boundGate(d, lo[n], values, side);
    } else {
      const q = values[v];
      values[leaves + n] = q * values[hi[n]] + (1 - q) * values[lo[n]];
    }
  }
}

/** A bound for a gate without a diagram from its inputs' values. */
export function boundGate(d: Diagrams, gate: number, values: Float64Array, side: Side): number {
  const { start, inputs } = d.graph;
  const own = new Float64Array(start[gate + 1] - start[gate]);
  for (let i = 0; i < own.length; i++) own[i] = values[d.slotOf[inputs[start[gate] + i]]];
  return boundFrom(d, gate, own, side);
}

/** The same from the values in the order of the inputs, which is not kept. */
export function boundFrom({ graph, apart }: Diagrams, gate: number, own: Float64Array, side: Side): number {
  const need = graph.need[gate];
  if (side === 'upper') return upperBound(own, need);
  return need === 1 ? lowerBoundOfAny(own, apart, graph.start[gate]) : lowerBound(own, need);
}

/** P(root fails). */
export function probabilityOf(d: Diagrams, p: Float64Array, root: NodeRef, scratch: Float64Array): Interval {
  checkProbabilities(d.graph, p);
  const slot = slotOfNode(d, root);
  const { from, to } = coneOf(d, slot);
  if (d.graph.signs !== null && d.inexact[slot] === 0) {
    return exactly(sweepBoth(d, p, from, Math.max(to, 1)).fails[slot]);
  }
  loadLeaves(d, p, scratch);
  if (d.graph.signs !== null) {
    const low = scratch.slice();
    sweepIntervals(d, low, scratch, from, to);
    const upper = atMostOne(scratch[slot]);
    return { lower: Math.min(low[slot], upper), upper, exact: false };
  }
  sweepProbability(d, scratch, from, to, 'upper');
  if (d.inexact[slot] === 0) return exactly(scratch[slot]);
  const upper = atMostOne(scratch[slot]);
  sweepProbability(d, scratch, from, to, 'lower');
  return { lower: Math.min(atMostOne(scratch[slot]), upper), upper, exact: false };
}

/** A probability that is known, as an interval. */
export function exactly(x: number): Interval {
  const upper = atMostOne(x);
  return { lower: upper, upper, exact: true };
}

/** Rounding may carry a probability an ulp beyond 1. */
export function atMostOne(x: number): number {
  return Math.min(x, 1);
}
