import { ABORTED, AND, type Bdd, type Operation, OR, XOR } from './bdd.js';
import type { Graph } from './graph.js';
import type { Modules } from './modules.js';

const KEY = 2 ** 32;
/** Nodes of a region from which garbage is looked for. */
const COLLECT_FROM = 1 << 16;

/** Build the diagrams of all gates of a region, inputs before users, with so many nodes at most. */
export type Build = (region: number, gates: Int32Array, budget: number) => void;

/** Builds the diagrams of a region's gates; `nodeOf` receives their roots, -1 for those that `keepAll` allows to forget. */
export function createBuilder(
  graph: Graph,
  modules: Modules,
  bdd: Bdd,
  levelOf: Int32Array,
  nodeOf: Int32Array,
  keepAll: boolean,
): Build {
  const { leaves, gates: gateCount, start, inputs, need, signs } = graph;
  const { regionOf } = modules;
  const usesLeft = keepAll ? null : usesByGates(graph);
  const failed = new Uint8Array(gateCount); // gates without a diagram
  let widest = 0;
  for (let g = 0; g < gateCount; g++) widest = Math.max(widest, start[g + 1] - start[g]);
  const keys = new Float64Array(widest); // live inputs of the gate in work, as (level, 2 · reference + negated), ascending
  const pair = Int32Array.of(0, 0, 1);
  const nothing = new Int32Array(0);

  let region = 0;
  let gates: Int32Array = nothing;
  let budget = 0;
  let base = 0;
  let done = 0; // gates before this one have a node
  let threshold = 0;

  const collect = (rows: Int32Array): void => {
    let kept = 0;
    for (let i = 0; i < done; i++) if (nodeOf[gates[i]] >= 0) kept++;
    const roots = new Int32Array(kept);
    kept = 0;
    for (let i = 0; i < done; i++) if (nodeOf[gates[i]] >= 0) roots[kept++] = nodeOf[gates[i]];
    bdd.collect(roots, rows);
    kept = 0;
    for (let i = 0; i < done; i++) if (nodeOf[gates[i]] >= 0) nodeOf[gates[i]] = roots[kept++];
    threshold = Math.max(COLLECT_FROM, 2 * (bdd.size() - base));
  };

  /** Forget the inner gates that `g`, which has its diagram, was the last to use. */
  const release = (g: number, left: Int32Array): void => {
    for (let i = start[g]; i < start[g + 1]; i++) {
      const inner = inputs[i] - leaves;
      if (inner >= 0 && regionOf[inputs[i]] === region && --left[inner] === 0) nodeOf[inner] = -1;
    }
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

  const isLiteral = (key: number): boolean => {
    const ref = (key % KEY) >>> 1;
    return ref < leaves || regionOf[ref] !== region;
  };

  /** Puts the diagram of an input at `rows[at]`, which is `ABORTED` at the limit. */
  const load = (key: number, rows: Int32Array, at: number): void => {
    const negated = key % 2 === 1;
    if (isLiteral(key)) {
      const level = Math.floor(key / KEY);
      rows[at] = negated ? bdd.make(level, 1, 0) : bdd.make(level, 0, 1);
      return;
    }
    rows[at] = nodeOf[((key % KEY) >>> 1) - leaves];
    if (!negated) return;
    const one = rows.length - 1; // the last row is the constant "fails"
    rows[at] = combine(XOR, rows, at, one);
  };

  /** The diagram of an `or`, `and` or `xor` of the first `n` keys and `from`, from the last to the first. */
  const fold = (op: Operation, n: number, from: number): number => {
    const rows = pair;
    rows[0] = from;
    rows[1] = 0;
    for (let i = n - 1; i >= 0; i--) {
      const level = Math.floor(keys[i] / KEY);
      if (op !== XOR && level < bdd.level(rows[0]) && isLiteral(keys[i])) {
        const decided = op === OR ? 1 : 0; // by the input if it counts
        const counting = op === OR ? decided : rows[0];
        const other = op === OR ? rows[0] : decided;
        rows[0] = keys[i] % 2 === 1 ? bdd.make(level, counting, other) : bdd.make(level, other, counting);
      } else {
        load(keys[i], rows, 1);
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
  const ladder = (k: number, n: number): number => {
    const rows = new Int32Array(k + 4); // rows 0 … k, the input, the conjunction, "fails"
    rows[0] = rows[k + 3] = 1;
    for (let i = n - 1; i >= 0; i--) {
      const level = Math.floor(keys[i] / KEY);
      const literal = isLiteral(keys[i]);
      const from = Math.min(k, n - i);
      const to = Math.max(1, k - i);
      let loaded = false;
      for (let j = from; j >= to; j--) {
        if (literal && level < bdd.level(rows[j]) && level < bdd.level(rows[j - 1])) {
          rows[j] = keys[i] % 2 === 1 ? bdd.make(level, rows[j - 1], rows[j]) : bdd.make(level, rows[j], rows[j - 1]);
        } else {
          if (!loaded) load(keys[i], rows, k + 1);
          loaded = true;
          if (rows[k + 1] === ABORTED) return ABORTED;
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

  const buildGate = (g: number): number => {
    let live = 0;
    let k = need[g];
    let parity = 0;
    let lost = false;
    for (let i = start[g]; i < start[g + 1]; i++) {
      const ref = inputs[i];
      const negated = signs === null ? 0 : signs.negated[i];
      let level = levelOf[ref];
      if (ref >= leaves) {
        const node = nodeOf[ref - leaves];
        if (node === 1 - negated) {
          k--;
          parity ^= 1;
        }
        if (node <= 1) continue;
        if (regionOf[ref] === region) {
          if (failed[ref - leaves]) lost = true;
          level = bdd.level(node);
        }
      }
      keys[live++] = level * KEY + 2 * ref + negated;
    }
    if (signs !== null && signs.odd[g] === 1) {
      if (lost) return ABORTED;
      sortAscending(keys, live);
      return fold(XOR, live, parity);
    }
    if (k <= 0) return 1;
    if (k > live) return 0;
    if (lost) return ABORTED;
    sortAscending(keys, live);
    if (k === 1) return fold(OR, live, 0);
    return k === live ? fold(AND, live, 1) : ladder(k, live);
  };

  return (ofRegion, ofGates, ofBudget) => {
    region = ofRegion;
    gates = ofGates;
    budget = ofBudget;
    base = bdd.size();
    done = 0;
    threshold = COLLECT_FROM;
    for (let i = 0; i < gates.length; i++) {
      const g = gates[i];
      let node = buildGate(g);
      if (node === ABORTED) {
        failed[g] = 1;
        node = bdd.mark(g);
      }
      nodeOf[g] = node;
      done++;
      if (usesLeft !== null && failed[g] === 0) release(g, usesLeft);
    }
    if (bdd.dirty()) collect(nothing);
  };
}

/** How often each gate is used by others; roots once more, so that they are kept. */
function usesByGates({ leaves, gates, start, inputs, roots }: Graph): Int32Array {
  const uses = new Int32Array(gates);
  for (let i = 0; i < start[gates]; i++) if (inputs[i] >= leaves) uses[inputs[i] - leaves]++;
  for (const root of roots) if (root >= leaves) uses[root - leaves]++;
  return uses;
}

function sortAscending(keys: Float64Array, n: number): void {
  if (n > 16) {
    keys.subarray(0, n).sort();
    return;
  }
  for (let i = 1; i < n; i++) {
    const key = keys[i];
    let j = i - 1;
    while (j >= 0 && keys[j] > key) {
      keys[j + 1] = keys[j];
      j--;
    }
    keys[j + 1] = key;
  }
}
