import type { Diagrams } from './diagrams.js';
import { slotOfNode } from './sweep.js';
import type { NodeRef } from './types.js';

/**
 * The leaves that the function of `root` depends on: a reduced diagram decides on no others, and each leaf of a monotone
 * function's support is in a minimal cut set. Below a gate without a diagram all leaves are listed.
 */
export function supportOf(d: Diagrams, root: NodeRef): { readonly leaves: readonly number[]; readonly exact: boolean } {
  const { graph, variable, lo, hi, slotOf } = d;
  const { leaves, start, inputs } = graph;
  const seen = new Uint8Array(leaves + d.nodes);
  const todo: number[] = [];
  const visit = (slot: number): void => {
    if (seen[slot] === 1) return;
    seen[slot] = 1;
    if (slot > leaves + 1) todo.push(slot - leaves);
  };
  const top = slotOfNode(d, root);
  visit(top);
  while (todo.length > 0) {
    const n = todo.pop() as number;
    if (variable[n] < 0) {
      for (let i = start[lo[n]]; i < start[lo[n] + 1]; i++) visit(slotOf[inputs[i]]);
    } else {
      visit(variable[n]);
      visit(lo[n]);
      visit(hi[n]);
    }
  }
  const found: number[] = [];
  for (let leaf = 0; leaf < leaves; leaf++) if (seen[leaf] === 1) found.push(leaf);
  return { leaves: found, exact: d.inexact[top] === 0 };
}
