import { ABORTED, AND, type Bdd, type Operation, OR } from './bdd.js';
import type { Graph } from './graph.js';
import type { Modules } from './modules.js';

const KEY = 2 ** 32;
/** Nodes of a region from which garbage is looked for. */
const COLLECT_FROM = 1 << 16;

/** Build the diagrams of all gates of a region, inputs before users, with so many nodes at most. */
export type Build = (region: number, gates: Int32Array, budget: number) => void;

/** Builds the diagrams of a region's gates; `nodeOf` receives their roots. */
export function createBuilder(
  graph: Graph,
  modules: Modules,
  bdd: Bdd,
  levelOf: Int32Array,
  nodeOf: Int32Array,
): Build {
  const { leaves, gates: gateCount, start, inputs, need } = graph;
  const { regionOf } = modules;
  const failed = new Uint8Array(gateCount); // gates without a diagram
  let widest = 0;
  for (let g = 0; g < gateCount; g++) widest = Math.max(widest, start[g + 1] - start[g]);
  const keys = new Float64Array(widest); // live inputs of the gate in work, as (level, reference), ascending
  const pair = new Int32Array(2);
  const nothing = new Int32Array(0);

  let region = 0;
  let gates: Int32Array = nothing;
  let budget = 0;
  let base = 0;
  let done = 0; // gates before this one have a node
  let threshold = 0;

  const collect = (rows: Int32Array): void => {
    const roots = new Int32Array(done);
    for (let i = 0; i < done; i++) roots[i] = nodeOf[gates[i]];
    bdd.collect(roots, rows);
    for (let i = 0; i < done; i++) nodeOf[gates[i]] = roots[i];
    threshold = Math.max(COLLECT_FROM, 2 * (bdd.size() - base));
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

  /** The diagram of an `or` or `and` of the first `n` keys, from the last to the first. */
  const fold = (op: Operation, n: number): number => {
    const rows = pair;
    rows[0] = op === OR ? 0 : 1;
    rows[1] = 0;
    for (let i = n - 1; i >= 0; i--) {
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
  const ladder = (k: number, n: number): number => {
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

  const buildGate = (g: number): number => {
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
    if (k <= 0) return 1;
    if (k > live) return 0;
    if (lost) return ABORTED;
    sortAscending(keys, live);
    if (k === 1) return fold(OR, live);
    return k === live ? fold(AND, live) : ladder(k, live);
  };

  return (ofRegion, ofGates, ofBudget) => {
    region = ofRegion;
    gates = ofGates;
    budget = ofBudget;
    base = bdd.size();
    done = 0;
    threshold = COLLECT_FROM;
    for (const g of gates) {
      let node = buildGate(g);
      if (node === ABORTED) {
        failed[g] = 1;
        node = bdd.mark(g);
      }
      nodeOf[g] = node;
      done++;
    }
    if (bdd.dirty()) collect(nothing);
  };
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
