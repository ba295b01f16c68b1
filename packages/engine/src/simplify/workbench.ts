import type { Counting, Graph } from '../graph.js';
import type { NodeRef } from '../types.js';

/** A node with a sign: `2 · node`, plus 1 for its negation; or one of the constants. `literal ^ 1` is the negation. */
export type Literal = number;
export const FALSE: Literal = -2;
export const TRUE: Literal = -1;

export type Kind = 'and' | 'or' | 'atLeast' | 'xor';

/** A gate in work. `need` is of `atLeast` alone. */
export interface WorkGate {
  kind: Kind;
  need: number;
  inputs: Literal[];
}

/** A graph that is being rewritten: gates by node, and what the roots have become. */
export interface Workbench {
  readonly leaves: number;
  /** Gate `g` is node `leaves + g`. Gates that no root uses any more stay until the end. */
  readonly gates: WorkGate[];
  readonly roots: Literal[];
}

export function workbenchOf(graph: Graph): Workbench {
  const { leaves, start, need, inputs, signs } = graph;
  const gates = Array.from({ length: graph.gates }, (_, g): WorkGate => {
    const literals: Literal[] = [];
    for (let i = start[g]; i < start[g + 1]; i++)
      literals.push(2 * inputs[i] + (signs === null ? 0 : signs.negated[i]));
    return { kind: signs?.odd[g] === 1 ? 'xor' : 'atLeast', need: need[g], inputs: literals };
  });
  return { leaves, gates, roots: graph.roots.map((root) => 2 * root) };
}

export function gateAt(bench: Workbench, literal: Literal): WorkGate | undefined {
  return literal < 0 ? undefined : bench.gates[(literal >> 1) - bench.leaves];
}

/** Gates below the roots, inputs before users. */
export function inputsFirst({ leaves, gates, roots }: Workbench): Int32Array {
  const order = new Int32Array(gates.length);
  const seen = new Uint8Array(gates.length);
  const next = new Int32Array(gates.length);
  const path: number[] = [];
  let done = 0;
  const enter = (literal: Literal): void => {
    const g = (literal >> 1) - leaves;
    if (literal < 0 || g < 0 || seen[g] === 1) return;
    seen[g] = 1;
    path.push(g);
  };
  for (const root of roots) {
    enter(root);
    while (path.length > 0) {
      const g = path[path.length - 1] as number;
      const { inputs } = gates[g] as WorkGate;
      if (next[g] === inputs.length) {
        order[done++] = g;
        path.pop();
      } else enter(inputs[next[g]++] as Literal);
    }
  }
  return order.subarray(0, done);
}

/** How often each node is used by the gates of `order`; a root counts as used twice, so that it is never merged away. */
export function countUses({ leaves, gates, roots }: Workbench, order: Int32Array): Int32Array {
  const uses = new Int32Array(leaves + gates.length);
  for (const g of order) for (const literal of (gates[g] as WorkGate).inputs) if (literal >= 0) uses[literal >> 1]++;
  for (const root of roots) if (root >= 0) uses[root >> 1] += 2;
  return uses;
}

/**
 * The rewritten graph, its gates numbered anew, and the node of each root. A root that has become a constant or a negation
 * gets a gate of its own.
 */
export function gatesOf(bench: Workbench): { readonly gates: readonly Counting[]; readonly roots: readonly NodeRef[] } {
  const { leaves } = bench;
  const order = inputsFirst(bench);
  const number = new Int32Array(bench.gates.length).fill(-1);
  order.forEach((g, i) => {
    number[g] = leaves + i;
  });
  const renumbered = (literal: Literal): Literal => {
    const g = (literal >> 1) - leaves;
    return g < 0 ? literal : 2 * number[g] + (literal & 1);
  };
  const gates = Array.from(order, (g): Counting => {
    const { kind, need, inputs } = bench.gates[g] as WorkGate;
    const least = kind === 'and' ? inputs.length : kind === 'or' ? 1 : need;
    return { need: least, odd: kind === 'xor', literals: inputs.map(renumbered) };
  });
  const roots = bench.roots.map((root): NodeRef => {
    if (root >= 0 && (root & 1) === 0) return renumbered(root) >> 1;
    const literals = root >= 0 ? [renumbered(root)] : [];
    return leaves + gates.push({ need: root === TRUE ? 0 : 1, odd: false, literals }) - 1;
  });
  return { gates, roots };
}
