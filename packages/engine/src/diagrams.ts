import { inputsApart } from './apart.js';
import { type Bdd, BOTTOM, createBdd } from './bdd.js';
import { createBuilder } from './build-gates.js';
import type { Graph } from './graph.js';
import type { Modules } from './modules.js';
import type { Limits, VariableOrder } from './types.js';
import { orderVariables } from './variable-order.js';

/**
 * All diagrams of a compiled model, ready to be swept. Values live in one array of slots: the leaves, then the nodes of the
 * diagrams (the terminals "holds" and "fails" first). A slot's value depends on smaller slots only, so one ascending sweep
 * over slots computes everything. `variable`, `lo`, `hi` (indexed by node) hold slots.
 */
export interface Diagrams {
  readonly graph: Graph;
  readonly modules: Modules;
  /** Number of nodes; slots are `0 … leaves + nodes - 1`. */
  readonly nodes: number;
  /** Slot of the variable on which a node decides; -1 for a gate without a diagram, whose number is then in `lo`. */
  readonly variable: Int32Array;
  /** Slot of the child where the variable holds. */
  readonly lo: Int32Array;
  /** Slot of the child where the variable fails. */
  readonly hi: Int32Array;
  /** Position of the variable in its region's order; -1 for a gate without a diagram. */
  readonly level: Int32Array;
  /** Slot of each level's variable; levels of one region are consecutive. */
  readonly levelSlot: Int32Array;
  /** Levels of region `r` are `levelStart[r] … levelStart[r + 1] - 1`. */
  readonly levelStart: Int32Array;
  /** Slot of each node of the model; -1 if no root depends on it. */
  readonly slotOf: Int32Array;
  /** Nodes of region `r` are `nodeStart[r] … nodeStart[r + 1] - 1`. */
  readonly nodeStart: Int32Array;
  /** Per slot: 1 if its value depends on a gate without a diagram. */
  readonly inexact: Uint8Array;
  readonly exact: boolean;
  /** Per place in the inputs of an `or` without a diagram: 1 for some whose failures are independent. */
  readonly apart: Uint8Array;
}

/** Apply steps that may be taken per node allowed. */
const STEPS_PER_NODE = 16;

/**
 * Build the diagrams region by region, inner modules first. A gate whose diagram would pass the limits is left without one;
 * so are the gates of its region above it, and nothing else. Unless `keepAll`, inner gates that no root is are forgotten.
 */
export function buildDiagrams(
  graph: Graph,
  modules: Modules,
  limits: Limits,
  { order, keepAll }: { readonly order: VariableOrder; readonly keepAll: boolean },
): Diagrams {
  const { leaves, gates, start } = graph;
  const total = leaves + gates;
  const bdd = createBdd();
  const levelOf = new Int32Array(total).fill(-1);
  const levelRef: number[] = [];
  const levelStart = new Int32Array(modules.count + 1);
  const nodeStart = new Int32Array(modules.count + 1);
  const nodeOf = new Int32Array(gates).fill(-1);
  const build = createBuilder(graph, modules, bdd, levelOf, nodeOf, keepAll);
  const arranged = graph.inputs.slice();
  const weight = new Float64Array(gates);
  const seen = new Uint8Array(gates);
  const uses = new Int32Array(total);

  const inputsOf = (g: number): number => start[g + 1] - start[g];
  let edgesLeft = 0;
  for (let i = 0; i < modules.gates.length; i++) edgesLeft += inputsOf(modules.gates[i]);
  let stepsLeft = limits.nodes * STEPS_PER_NODE;

  /**
   * A region of one "or" or "and" of variables is a chain, the same that would be built in the long way; of an argument most
   * regions are, and there can be thousands. False where it is something else.
   */
  const chain = (g: number): boolean => {
    const n = inputsOf(g);
    const isOr = graph.need[g] === 1;
    if (graph.signs !== null || n === 0 || !(isOr || graph.need[g] === n)) return false;
    for (let i = start[g]; i < start[g + 1]; i++) {
      const ref = graph.inputs[i];
      if (levelOf[ref] >= 0 || (ref >= leaves && nodeOf[ref - leaves] <= 1)) return false;
    }
    const first = levelRef.length;
    for (let i = start[g]; i < start[g + 1]; i++) {
      const ref = graph.inputs[i];
      // An input that is listed twice.
      if (levelOf[ref] >= 0) return undone(first);
      levelOf[ref] = levelRef.length;
      levelRef.push(ref);
    }
    let node = isOr ? 0 : 1;
    for (let level = first + n - 1; level >= first; level--) {
      node = isOr ? bdd.append(level, node, 1) : bdd.append(level, 0, node);
    }
    nodeOf[g] = node;
    return true;
  };

  const undone = (first: number): false => {
    for (let level = first; level < levelRef.length; level++) levelOf[levelRef[level]] = -1;
    levelRef.length = first;
    return false;
  };

  for (let r = 0; r < modules.count; r++) {
    nodeStart[r] = bdd.size();
    levelStart[r] = levelRef.length;
    const own = modules.gates.subarray(modules.start[r], modules.start[r + 1]);
    if (own.length === 0) continue;
    if (order === 'light' && own.length === 1 && bdd.size() + edgesLeft < limits.nodes && chain(own[0])) {
      edgesLeft -= inputsOf(own[0]);
      continue;
    }
    let edges = 0;
    for (let i = 0; i < own.length; i++) edges += inputsOf(own[i]);
    edgesLeft -= edges;
    orderVariables(graph, modules, r, own, arranged, weight, levelOf, levelRef, seen, uses, order);

    // A module of tree shape needs one node per edge: what the modules to come need at least is not given to this one.
    const free = Math.max(0, limits.nodes - (bdd.size() - 2));
    const nodes = free - Math.min(edgesLeft, Math.floor(free / 2));
    const steps = Math.max(Math.floor(stepsLeft / 2), STEPS_PER_NODE * edges);
    bdd.begin(levelRef.length - levelStart[r], bdd.size() + nodes, steps, graph.signs === null);
    build(r, own, nodes);
    stepsLeft -= bdd.steps();
  }
  nodeStart[modules.count] = bdd.size();
  levelStart[modules.count] = levelRef.length;
  return finish(graph, modules, bdd, nodeOf, levelRef, levelStart, nodeStart);
}

function finish(
  graph: Graph,
  modules: Modules,
  bdd: Bdd,
  nodeOf: Int32Array,
  levelRef: readonly number[],
  levelStart: Int32Array,
  nodeStart: Int32Array,
): Diagrams {
  const { leaves, gates, reachable } = graph;
  const { level, lo, hi } = bdd.arrays();
  const nodes = bdd.size();
  const slotOf = new Int32Array(leaves + gates).fill(-1);
  for (let leaf = 0; leaf < leaves; leaf++) if (reachable[leaf]) slotOf[leaf] = leaf;
  for (let g = 0; g < gates; g++) if (nodeOf[g] >= 0) slotOf[leaves + g] = leaves + nodeOf[g];
  const levelSlot = new Int32Array(levelRef.length);
  for (let at = 0; at < levelRef.length; at++) levelSlot[at] = slotOf[levelRef[at]];
  const variable = new Int32Array(nodes).fill(-1);
  const inexact = new Uint8Array(leaves + nodes);
  const without: number[] = []; // gates without a diagram
  level[0] = level[1] = BOTTOM;
  for (let n = 2; n < nodes; n++) {
    const slot = leaves + n;
    if (level[n] < 0) {
      inexact[slot] = 1;
      without.push(lo[n]);
      continue;
    }
    variable[n] = levelSlot[level[n]];
    lo[n] += leaves;
    hi[n] += leaves;
    inexact[slot] = inexact[variable[n]] | inexact[lo[n]] | inexact[hi[n]];
  }
  return {
    graph,
    modules,
    nodes,
    variable,
    lo,
    hi,
    level,
    levelSlot,
    levelStart,
    slotOf,
    nodeStart,
    inexact,
    exact: without.length === 0,
    apart: inputsApart(graph, modules, without),
  };
}
