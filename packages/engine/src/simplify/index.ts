import { type Graph, graphOf } from '../graph.js';
import type { NodeRef } from '../types.js';
import { assume } from './assume.js';
import { coalesce } from './coalesce.js';
import { groupPrivate, groupShared } from './group.js';
import { normalise } from './normalise.js';
import { FALSE, gatesOf, type Literal, TRUE, type Workbench, workbenchOf } from './workbench.js';

/** Rounds of rewriting; each round looks at every gate once, and few models change after the fifth. */
const ROUNDS = 12;
/** Assumptions carried at most, whatever is allowed: more take longer than they bring. */
const MOST_ASSUMPTIONS = 2_000_000;

export interface Simplified {
  readonly graph: Graph;
  /** Where each root of the graph given is found. */
  readonly nodeOf: ReadonlyMap<NodeRef, NodeRef>;
}

/**
 * A graph with the same leaves whose roots are the same functions, and that is easier to solve. The other gates are gone:
 * only roots can be asked about. Leaves that are `given` to fail or to hold are put in as constants.
 * Niemelä, "On simplification of large fault trees", Reliability Engineering and System Safety 44 (1994); Rauzy, "Toward an
 * efficient implementation of the MOCUS algorithm", IEEE Trans. Reliability 52 (2003).
 *
 * It takes memory in proportion to the graph, and to `nodes`: a node allowed to the diagrams is an assumption allowed here.
 */
export function simplify(graph: Graph, nodes: number, given: ReadonlyMap<NodeRef, boolean> = new Map()): Simplified {
  const bench = workbenchOf(graph);
  if (given.size > 0) replace(bench, given);
  normalise(bench);
  for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
    changed = coalesce(bench);
    if (changed) normalise(bench);
    if (groupShared(bench)) changed = true;
    if (assume(bench, Math.min(MOST_ASSUMPTIONS, nodes))) changed = true;
    if (changed) normalise(bench);
  }
  groupPrivate(bench);
  const { gates, roots } = gatesOf(bench);
  const nodeOf = new Map(graph.roots.map((root, i) => [root, roots[i] as NodeRef]));
  return { graph: graphOf(graph.leaves, gates, roots), nodeOf };
}

function replace({ gates, roots }: Workbench, given: ReadonlyMap<NodeRef, boolean>): void {
  const constant = (literal: Literal): Literal => {
    const fails = given.get(literal >> 1);
    return fails === undefined ? literal : (fails ? TRUE : FALSE) ^ (literal & 1);
  };
  for (const gate of gates) gate.inputs = gate.inputs.map(constant);
  roots.forEach((root, i) => {
    roots[i] = constant(root);
  });
}
