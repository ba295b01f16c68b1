import type { Graph } from './graph.js';
import type { Modules } from './modules.js';
import type { VariableOrder } from './types.js';

/**
 * The variable order of a region: depth-first, at each gate first its leaves and modules, then its inner gates. Leaves that
 * are shared by neighbours end up near each other. Inner gates go by their weight (in leaf occurrences):
 * - `light`: from the lightest to the heaviest, leaves in the model's order. Because the heaviest input comes last, building
 *   a gate copies only its lighter inputs, O(n log n) in a tree.
 * - `heavy`: from the heaviest to the lightest, leaves that occur more often first. Of the orders that were tried on the
 *   Aralia fault trees it gives the smallest diagrams (docs/engine.md).
 */
export function orderVariables(
  { leaves, start, inputs }: Graph,
  { regionOf, head, sources }: Modules,
  region: number,
  gates: Int32Array,
  arranged: Int32Array,
  weight: Float64Array,
  levelOf: Int32Array,
  levelRef: number[],
  seen: Uint8Array,
  uses: Int32Array,
  order: VariableOrder,
): void {
  const isInner = (ref: number): boolean => ref >= leaves && regionOf[ref] === region;
  // Most regions of an argument are one gate, and there can be thousands: nothing here makes objects for each of them.
  if (order === 'heavy') {
    for (let at = 0; at < gates.length; at++) {
      for (let i = start[gates[at]]; i < start[gates[at] + 1]; i++) uses[inputs[i]]++;
    }
  }
  for (let nth = 0; nth < gates.length; nth++) {
    const g = gates[nth];
    let sum = 0;
    let at = start[g];
    const inner: number[] = [];
    for (let i = start[g]; i < start[g + 1]; i++) {
      const ref = inputs[i];
      if (isInner(ref)) {
        inner.push(ref);
        sum += weight[ref - leaves];
      } else {
        arranged[at++] = ref;
        sum++;
      }
    }
    weight[g] = sum;
    if (order === 'heavy') {
      arranged.subarray(start[g], at).sort((a, b) => uses[b] - uses[a]);
      inner.sort((a, b) => weight[b - leaves] - weight[a - leaves]);
    } else if (inner.length > 1) inner.sort((a, b) => weight[a - leaves] - weight[b - leaves]);
    for (let i = 0; i < inner.length; i++) arranged[at++] = inner[i];
  }
  const path: number[] = [];
  const next: number[] = [];
  const tops = head[region] >= 0 ? [head[region]] : sources.filter((g) => regionOf[leaves + g] === region);
  for (const top of tops) {
    path.push(top);
    next.push(start[top]);
    seen[top] = 1;
    while (path.length > 0) {
      const depth = path.length - 1;
      const g = path[depth];
      if (next[depth] === start[g + 1]) {
        path.pop();
        next.pop();
        continue;
      }
      const ref = arranged[next[depth]++];
      if (!isInner(ref)) {
        if (levelOf[ref] < 0) {
          levelOf[ref] = levelRef.length;
          levelRef.push(ref);
        }
      } else if (seen[ref - leaves] === 0) {
        seen[ref - leaves] = 1;
        path.push(ref - leaves);
        next.push(start[ref - leaves]);
      }
    }
  }
}
