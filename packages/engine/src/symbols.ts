import type { Diagrams } from './diagrams.js';
import { boundGate, regionOfNode } from './sweep.js';

/**
 * Every slot as `a + b·x`, where x is the vector of slot `base` (a leaf's column, or a node at which varying things meet; that
 * node's own base is itself), or the plain number `a` where `base` is -1.
 */
export interface Symbols {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly base: Int32Array;
  /** Per slot: 1 if a call of `set` has ever changed it. */
  readonly changing: Uint8Array;
  column(leaf: number): Float64Array;
  set(leaf: number, value: number | Float64Array): void;
  /** Bring slots up to date after `set`, all or those on which one depends; gives those that were computed again. */
  refresh(asked?: number): readonly number[];
}

/** Regions that are out of date, up to which it pays to pick those that a question is about. */
const FEW_REGIONS = 64;

export function createSymbols(
  d: Diagrams,
  leafValues: readonly (number | Float64Array)[],
  side: 'lower' | 'upper',
): Symbols {
  const { graph, modules, variable, lo, hi, nodeStart } = d;
  const { leaves } = graph;
  const size = leaves + d.nodes;
  const a = new Float64Array(size);
  const b = new Float64Array(size);
  const base = new Int32Array(size).fill(-1);
  const changing = new Uint8Array(size);
  const dirty = new Uint8Array(size);
  const columns = new Map<number, Float64Array>();
  const touched = new Set<number>();
  /** Regions that may depend on what was set, and are not up to date. */
  const pending = new Set<number>();
  /** By region: its variables that changed since. */
  const waiting = new Map<number, number[]>();

  const write = (leaf: number, value: number | Float64Array): void => {
    if (typeof value === 'number') {
      a[leaf] = value;
      b[leaf] = 0;
      base[leaf] = -1;
      columns.delete(leaf);
    } else {
      a[leaf] = 0;
      b[leaf] = 1;
      base[leaf] = leaf;
      columns.set(leaf, value);
    }
  };

  const plain = (slot: number, value: number): void => {
    a[slot] = value;
    b[slot] = 0;
    base[slot] = -1;
  };

  const vector = (slot: number): void => {
    a[slot] = 0;
    b[slot] = 1;
    base[slot] = slot;
  };

  const gateWithoutDiagram = (slot: number, gate: number): void => {
    for (let i = graph.start[gate]; i < graph.start[gate + 1]; i++) {
      if (base[d.slotOf[graph.inputs[i]]] >= 0) {
        vector(slot);
        return;
      }
    }
    plain(slot, boundGate(d, gate, a, side));
  };

  const node = (n: number): void => {
    const slot = leaves + n;
    const v = variable[n];
    if (v < 0) {
      gateWithoutDiagram(slot, lo[n]);
      return;
    }
    const h = hi[n];
    const l = lo[n];
    const baseH = base[h];
    const baseL = base[l];
    const q = a[v];
    if (base[v] < 0) {
      if (q === 0 || q === 1) {
        const only = q === 0 ? l : h;
        a[slot] = a[only];
        b[slot] = b[only];
        base[slot] = base[only];
        return;
      }
      if (baseH !== baseL && baseH >= 0 && baseL >= 0) {
        vector(slot);
        return;
      }
      a[slot] = q * a[h] + (1 - q) * a[l];
      b[slot] = q * b[h] + (1 - q) * b[l];
      base[slot] = baseH >= 0 ? baseH : baseL;
      if (b[slot] === 0) base[slot] = -1;
    } else if (baseH < 0 && baseL < 0) {
      // q·hi + (1-q)·lo with q = a + b·x; hi >= lo since failures are monotone, up to rounding.
      a[slot] = q * a[h] + (1 - q) * a[l];
      b[slot] = b[v] * Math.max(0, a[h] - a[l]);
      base[slot] = b[slot] === 0 ? -1 : base[v];
    } else vector(slot);
  };

  leafValues.forEach((value, leaf) => {
    write(leaf, value);
  });
  plain(leaves, 0);
  plain(leaves + 1, 1);
  for (let n = 2; n < d.nodes; n++) node(n);

  const isDirty = (n: number): boolean => {
    const v = variable[n];
    if (v >= 0) return (dirty[v] | dirty[lo[n]] | dirty[hi[n]]) === 1;
    for (let i = graph.start[lo[n]]; i < graph.start[lo[n] + 1]; i++) {
      if (dirty[d.slotOf[graph.inputs[i]]] === 1) return true;
    }
    return false;
  };

  const regionOf = (slot: number): number => (slot < leaves + 2 ? -1 : regionOfNode(d, slot - leaves));

  const flag = (slot: number, region: number): void => {
    // A slot that is dirty between two questions is waiting.
    if (dirty[slot] === 1) return;
    dirty[slot] = 1;
    const known = waiting.get(region);
    if (known === undefined) waiting.set(region, [slot]);
    else known.push(slot);
  };

  /** The nodes of a region, of which some variables changed. */
  const refreshRegion = (r: number, variables: readonly number[], changed: number[]): void => {
    const from = changed.length;
    const head = modules.head[r] < 0 ? -1 : d.slotOf[leaves + modules.head[r]];
    const waits = head >= 0 && dirty[head] === 1;
    for (let n = nodeStart[r]; n < nodeStart[r + 1]; n++) {
      if (!isDirty(n)) continue;
      const slot = leaves + n;
      dirty[slot] = changing[slot] = 1;
      changed.push(slot);
      node(n);
    }
    const goesOn = head >= 0 && dirty[head] === 1;
    for (let i = from; i < changed.length; i++) dirty[changed[i]] = 0;
    for (let i = 0; i < variables.length; i++) dirty[variables[i]] = 0;
    // Of a module the region around it sees nothing but the head.
    if (waits) dirty[head] = 1;
    else if (goesOn) flag(head, modules.parent[r]);
  };

  const refresh = (asked?: number): readonly number[] => {
    if (touched.size === 0 && pending.size === 0) return [];
    // Of several questions in a row each but the first would find out again what it need not bring up to date.
    const some = asked !== undefined && touched.size > 0;
    const changed: number[] = [];
    for (const leaf of touched) {
      const region = modules.regionOf[leaf];
      changing[leaf] = 1;
      changed.push(leaf);
      if (region >= 0) flag(leaf, region);
      for (let r = region; r >= 0 && !pending.has(r); r = modules.parent[r]) pending.add(r);
    }
    touched.clear();
    const last = some && pending.size <= FEW_REGIONS ? regionOf(asked) : modules.count - 1;
    const first = last < 0 ? 0 : modules.first[last];
    const regions = [...pending].filter((r) => r >= first && r <= last).sort((x, y) => x - y);
    for (let i = 0; i < regions.length; i++) {
      const r = regions[i];
      const variables = waiting.get(r);
      pending.delete(r);
      waiting.delete(r);
      if (variables !== undefined) refreshRegion(r, variables, changed);
    }
    return changed;
  };

  return {
    a,
    b,
    base,
    changing,
    column: (leaf) => columns.get(leaf) as Float64Array,
    set: (leaf, value) => {
      write(leaf, value);
      touched.add(leaf);
    },
    refresh,
  };
}
