import { ABORTED, AND, type Bdd, BOTTOM, createBdd, type Operation, OR } from './bdd.js';
import type { Graph } from './graph.js';
import type { Modules } from './modules.js';
import type { Limits } from './types.js';

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
}

/** Apply steps that may be taken per node allowed. */
const STEPS_PER_NODE = 16;

/**
 * Build the diagrams region by region, inner modules first. A gate whose diagram would pass the limits is left without one;
 * so are the gates of its region above it, and nothing else.
 */
export function buildDiagrams(graph: Graph, modules: Modules, limits: Limits): Diagrams {
  const { leaves, gates, start } = graph;
  const total = leaves + gates;
  const bdd = createBdd();
  const levelOf = new Int32Array(total).fill(-1);
  const levelRef: number[] = [];
  const levelStart = new Int32Array(modules.count + 1);
  const nodeStart = new Int32Array(modules.count + 1);
  const nodeOf = new Int32Array(gates).fill(-1);
  const failed = new Uint8Array(gates);
  const arranged = graph.inputs.slice();
  const weight = new Float64Array(gates);

  let edgesLeft = 0;
  for (const g of modules.gates) edgesLeft += start[g + 1] - start[g];
  let stepsLeft = limits.nodes * STEPS_PER_NODE;

  for (let r = 0; r < modules.count; r++) {
    nodeStart[r] = bdd.size();
    levelStart[r] = levelRef.length;
    const own = modules.gates.subarray(modules.start[r], modules.start[r + 1]);
    if (own.length === 0) continue;
    let edges = 0;
    for (const g of own) edges += start[g + 1] - start[g];
    edgesLeft -= edges;
    orderVariables(graph, modules, r, own, arranged, weight, levelOf, levelRef);

    // A module of tree shape needs one node per edge: what the modules to come need at least is not given to this one.
    const free = Math.max(0, limits.nodes - (bdd.size() - 2));
    const nodes = free - Math.min(edgesLeft, Math.floor(free / 2));
    const steps = Math.max(Math.floor(stepsLeft / 2), STEPS_PER_NODE * edges);
    bdd.begin(levelRef.length - levelStart[r], bdd.size() + nodes, steps);
    buildRegion({ graph, modules, bdd, region: r, gates: own, levelOf, nodeOf, failed, budget: nodes });
    stepsLeft -= bdd.steps();
  }
  nodeStart[modules.count] = bdd.size();
  levelStart[modules.count] = levelRef.length;
  return finish(graph, modules, bdd, nodeOf, Int32Array.from(levelRef), levelStart, nodeStart);
}

/**
 * The variable order of a region: depth-first, at each gate first its leaves and modules in the model's order, then its inner
 * gates from the lightest to the heaviest (in leaf occurrences). Leaves that are shared by neighbours end up near each other;
 * and because the heaviest input comes last, building a gate copies only its lighter inputs, O(n log n) in a tree.
 */
function orderVariables(
  { leaves, start, inputs }: Graph,
  { regionOf, head, sources }: Modules,
  region: number,
  gates: Int32Array,
  arranged: Int32Array,
  weight: Float64Array,
  levelOf: Int32Array,
  levelRef: number[],
): void {
  const isInner = (ref: number): boolean => ref >= leaves && regionOf[ref] === region;
  for (const g of gates) {
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
    if (inner.length > 1) inner.sort((a, b) => weight[a - leaves] - weight[b - leaves]);
    for (const ref of inner) arranged[at++] = ref;
  }
  const seen = new Set<number>();
  const path: number[] = [];
  const next: number[] = [];
  const tops = head[region] >= 0 ? [head[region]] : sources.filter((g) => regionOf[leaves + g] === region);
  for (const top of tops) {
    path.push(top);
    next.push(start[top]);
    seen.add(top);
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
      } else if (!seen.has(ref - leaves)) {
        seen.add(ref - leaves);
        path.push(ref - leaves);
        next.push(start[ref - leaves]);
      }
    }
  }
}

interface Region {
  readonly graph: Graph;
  readonly modules: Modules;
  readonly bdd: Bdd;
  readonly region: number;
  readonly gates: Int32Array;
  readonly levelOf: Int32Array;
  /** Per gate: the root of its diagram. */
  readonly nodeOf: Int32Array;
  /** Per gate: 1 if it has no diagram. */
  readonly failed: Uint8Array;
  readonly budget: number;
}

const KEY = 2 ** 32;

function buildRegion({ graph, modules, bdd, region, gates, levelOf, nodeOf, failed, budget }: Region): void {
  const { leaves, start, inputs, need } = graph;
  const { regionOf } = modules;
  const base = bdd.size();
  let done = 0; // gates before this one have a node
  let threshold = 1 << 16;

  const collect = (rows: Int32Array): void => {
    const roots = Int32Array.from({ length: done }, (_, i) => nodeOf[gates[i]]);
    bdd.collect(roots, rows);
    for (let i = 0; i < done; i++) nodeOf[gates[i]] = roots[i];
    threshold = Math.max(1 << 16, 2 * (bdd.size() - base));
  };

  /** `rows[a] op rows[b]`, with one collection of garbage when memory runs out. */
  const combine = (op: Operation, rows: Int32Array, a: number, b: number): number => {
    if (bdd.size() - base > threshold) collect(rows);
    const r = bdd.apply(op, rows[a], rows[b]);
    if (r !== ABORTED || bdd.exhausted()) return r;
    collect(rows);
    if (bdd.size() - base > 0.75 * budget) return ABORTED;
    return bdd.apply(op, rows[a], rows[b]);
  };

  /** The diagram of a gate from its live inputs, given as keys (level, reference) in ascending order. */
  const fold = (op: Operation, keys: Float64Array): number => {
    const rows = new Int32Array(2);
    rows[0] = op === OR ? 0 : 1;
    for (let i = keys.length - 1; i >= 0; i--) {
      const level = Math.floor(keys[i] / KEY);
      const ref = keys[i] - level * KEY;
      const literal = ref < leaves || regionOf[ref] !== region;
      if (literal && level < bdd.level(rows[0])) {
        rows[0] = op === OR ? bdd.make(level, rows[0], 1) : bdd.make(level, 0, rows[0]);
      } else {
        rows[1] = literal ? bdd.make(level, 0, 1) : nodeOf[ref - leaves];
        if (rows[1] === ABORTED) return ABORTED;
        rows[0] = combine(op, rows, 1, 0);
      }
      if (rows[0] === ABORTED) return ABORTED;
    }
    return rows[0];
  };

  /**
   * At least `k` of the inputs fail: from the last input to the first, row j = "at least j of the inputs so far", which a
   * further input f turns into (f and row j-1) or row j. Inputs that share leaves, or are the same, are treated as they are.
   */
  const ladder = (k: number, keys: Float64Array): number => {
    const n = keys.length;
    const rows = new Int32Array(k + 3); // rows 0 … k, the input, the conjunction
    rows[0] = 1;
    for (let i = n - 1; i >= 0; i--) {
      const level = Math.floor(keys[i] / KEY);
      const ref = keys[i] - level * KEY;
      const literal = ref < leaves || regionOf[ref] !== region;
      const from = Math.min(k, n - i);
      const to = Math.max(1, k - i);
      let input = ABORTED;
      for (let j = from; j >= to; j--) {
        if (literal && level < bdd.level(rows[j]) && level < bdd.level(rows[j - 1])) {
          rows[j] = bdd.make(level, rows[j], rows[j - 1]);
        } else {
          if (input === ABORTED) {
            input = literal ? bdd.make(level, 0, 1) : nodeOf[ref - leaves];
            if (input === ABORTED) return ABORTED;
            rows[k + 1] = input;
          }
          rows[k + 2] = combine(AND, rows, k + 1, j - 1);
          if (rows[k + 2] === ABORTED) return ABORTED;
          rows[j] = combine(OR, rows, k + 2, j);
          rows[k + 2] = 0;
        }
        if (rows[j] === ABORTED) return ABORTED;
      }
      rows[k + 1] = 0;
    }
    return rows[k];
  };

  for (const g of gates) {
    const keys = new Float64Array(start[g + 1] - start[g]);
    let live = 0;
    let k = need[g];
    let lost = false;
    for (let i = start[g]; i < start[g + 1]; i++) {
      const ref = inputs[i];
      let level = levelOf[ref];
      if (ref >= leaves) {
        const node = nodeOf[ref - leaves];
        if (node === 1) k--;
        if (node <= 1) continue;
        if (regionOf[ref] === region) {
          if (failed[ref - leaves]) lost = true;
          level = bdd.level(node);
        }
      }
      keys[live++] = level * KEY + ref;
    }
    const used = sortAscending(keys.subarray(0, live));
    let node = ABORTED;
    if (k <= 0) node = 1;
    else if (k > live) node = 0;
    else if (!lost) node = k === 1 ? fold(OR, used) : k === live ? fold(AND, used) : ladder(k, used);
    if (node === ABORTED) {
      failed[g] = 1;
      node = bdd.mark(g);
    }
    nodeOf[g] = node;
    done++;
  }
  if (bdd.dirty()) collect(new Int32Array(0));
}

function sortAscending(keys: Float64Array): Float64Array {
  if (keys.length > 16) return keys.sort();
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i];
    let j = i - 1;
    while (j >= 0 && keys[j] > key) {
      keys[j + 1] = keys[j];
      j--;
    }
    keys[j + 1] = key;
  }
  return keys;
}

function finish(
  graph: Graph,
  modules: Modules,
  bdd: Bdd,
  nodeOf: Int32Array,
  levelRef: Int32Array,
  levelStart: Int32Array,
  nodeStart: Int32Array,
): Diagrams {
  const { leaves, gates, reachable } = graph;
  const { level, lo, hi } = bdd.arrays();
  const nodes = bdd.size();
  const slotOf = new Int32Array(leaves + gates).fill(-1);
  for (let leaf = 0; leaf < leaves; leaf++) if (reachable[leaf]) slotOf[leaf] = leaf;
  for (let g = 0; g < gates; g++) if (nodeOf[g] >= 0) slotOf[leaves + g] = leaves + nodeOf[g];
  const levelSlot = levelRef.map((ref) => slotOf[ref]);
  const variable = new Int32Array(nodes).fill(-1);
  const inexact = new Uint8Array(leaves + nodes);
  let exact = true;
  level[0] = level[1] = BOTTOM;
  for (let n = 2; n < nodes; n++) {
    const slot = leaves + n;
    if (level[n] < 0) {
      inexact[slot] = 1;
      exact = false;
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
    exact,
  };
}
