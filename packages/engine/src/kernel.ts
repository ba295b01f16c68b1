import type { Diagrams } from './diagrams.js';
import { BLOCK, type FusedPasses, type Operand, type Pass, type Step, type TrialMemory } from './fused/index.js';
import { boundFrom } from './sweep.js';
import type { Symbols } from './symbols.js';

/** Calls `visit` with the slot of each vector that the vector at `slot` is computed from (repeats possible). */
function eachDependence(d: Diagrams, { base }: Symbols, slot: number, visit: (slot: number) => void): void {
  const { leaves, start, inputs } = d.graph;
  const n = slot - leaves;
  const v = d.variable[n];
  if (v < 0) {
    for (let i = start[d.lo[n]]; i < start[d.lo[n] + 1]; i++) {
      const at = base[d.slotOf[inputs[i]]];
      if (at >= 0) visit(at);
    }
    return;
  }
  if (base[v] >= 0) visit(base[v]);
  if (base[d.hi[n]] >= 0) visit(base[d.hi[n]]);
  if (base[d.lo[n]] >= 0) visit(base[d.lo[n]]);
}

/**
 * The vectors (no leaves) to compute for the targets, ascending, and the frontier: those among them that `set` never changed
 * and that are inputs of ones it did change. `seen` is scratch of one zero per slot, and left so.
 */
export function collectNeeds(
  d: Diagrams,
  symbols: Symbols,
  targets: readonly number[],
  isKnown: (slot: number) => boolean,
  seen: Uint8Array,
): { readonly slots: Int32Array; readonly frontier: ReadonlySet<number> } {
  const { leaves } = d.graph;
  const frontier = new Set<number>();
  const found: number[] = []; // also the queue
  const want = (slot: number): void => {
    if (slot < leaves || seen[slot] === 1 || isKnown(slot)) return;
    seen[slot] = 1;
    found.push(slot);
  };
  for (const slot of targets) want(slot);
  for (let i = 0; i < found.length; i++) {
    const slot = found[i] as number;
    eachDependence(d, symbols, slot, (from) => {
      want(from);
      if (symbols.changing[slot] === 1 && symbols.changing[from] === 0 && from >= leaves) frontier.add(from);
    });
  }
  for (const slot of found) seen[slot] = 0;
  return { slots: Int32Array.from(found).sort(), frontier };
}

export interface Kernel {
  /** Prepare to compute `slots` (ascending, with all that they depend on but leaves and `full`), of which `kept` are kept. */
  load(
    slots: Int32Array,
    targets: readonly number[],
    full: ReadonlyMap<number, Float64Array>,
    kept: Iterable<number>,
    trials: number,
  ): void;
  /** Compute trials `from … to - 1`: adds the targets' sums to `sums` and writes the vectors of `kept`. */
  block(from: number, to: number, sums: Float64Array, kept: ReadonlyMap<number, Float64Array>): void;
}

/** Nodes times trials from which a fused program is worth its making; nodes up to which it is small. */
const WORTH_FUSING = 2_000_000;
const MOST_FUSED = 2000;

/** Computes vectors block by block, with as few blocks in memory as are needed at once. */
export function createKernel(
  d: Diagrams,
  symbols: Symbols,
  side: 'lower' | 'upper',
  passes: FusedPasses,
  memory: TrialMemory | undefined,
): Kernel {
  const { graph, variable, lo, hi } = d;
  const { leaves } = graph;
  const { a, b, base } = symbols;
  const none = new Float64Array(BLOCK);

  let order: Int32Array = new Int32Array(0);
  let asked: readonly number[] = [];
  let known: ReadonlyMap<number, Float64Array> = new Map();
  /** Slots needed for the last time by the i-th computed one: `freed[freedStart[i]] … freed[freedStart[i + 1] - 1]`. */
  let freed: Int32Array = new Int32Array(0);
  let freedStart: Int32Array = new Int32Array(1);
  const lastUse = new Int32Array(leaves + d.nodes).fill(-1); // in `load` only
  let outside: number[] = []; // columns and known vectors that are read
  const views: Float64Array[] = new Array(leaves + d.nodes).fill(none);
  const pool: Float64Array[] = [];
  const free: Float64Array[] = [];

  let fused: Pass | null = null;
  /** Slots in the order of the outputs of `fused`. */
  let results: readonly number[] = [];

  const load: Kernel['load'] = (slots, targets, full, kept, trials) => {
    order = slots;
    asked = targets;
    known = full;
    const read = new Set<number>();
    for (let i = 0; i < order.length; i++) lastUse[order[i]] = i;
    for (let i = 0; i < order.length; i++) {
      eachDependence(d, symbols, order[i], (slot) => {
        if (lastUse[slot] >= 0) lastUse[slot] = i;
        else read.add(slot);
      });
    }
    for (const slot of targets) if (lastUse[slot] < 0) read.add(slot);
    outside = [...read];
    freedStart = new Int32Array(order.length + 1);
    for (const slot of order) freedStart[lastUse[slot] + 1]++;
    for (let i = 0; i < order.length; i++) freedStart[i + 1] += freedStart[i];
    freed = new Int32Array(order.length);
    const next = freedStart.slice();
    for (const slot of order) freed[next[lastUse[slot]]++] = slot;
    for (const slot of order) lastUse[slot] = -1;
    fused = null;
    if (order.length > MOST_FUSED || order.length * trials < WORTH_FUSING) return;
    results = [...new Set([...kept, ...targets])].filter((slot) => order.includes(slot));
    fused = fusedPass();
  };

  /** What `compute` does for all slots, as one program; none where a gate has no diagram. */
  const fusedPass = (): Pass | null => {
    const numberOf = new Map(outside.map((slot, at) => [slot, at]));
    const steps: Step[] = [];
    const operand = (slot: number): Operand =>
      base[slot] < 0 ? { add: a[slot], by: 0 } : { add: a[slot], by: b[slot], x: numberOf.get(base[slot]) as number };
    for (const slot of order) {
      const n = slot - leaves;
      const v = variable[n];
      if (v < 0) return null;
      const h = hi[n];
      const l = lo[n];
      if (base[v] >= 0) steps.push({ kind: 'decide', q: operand(v), hi: operand(h), lo: operand(l) });
      else {
        // Two vectors meet, or the node would be no vector.
        const q = a[v];
        const r = 1 - q;
        const x = numberOf.get(base[h]) as number;
        const y = numberOf.get(base[l]) as number;
        steps.push({ kind: 'mix', add: q * a[h] + r * a[l], by: q * b[h], x, byY: r * b[l], y });
      }
      numberOf.set(slot, outside.length + steps.length - 1);
    }
    const outputs = results.map((slot) => (numberOf.get(slot) as number) - outside.length);
    return passes.bind(steps, outputs, outside.map(columnOf), memory);
  };

  /** A column or known vector, all of it. */
  const columnOf = (slot: number): Float64Array =>
    slot < leaves ? symbols.column(slot) : (known.get(slot) as Float64Array);

  const viewOf = (slot: number): Float64Array => (base[slot] < 0 ? none : views[base[slot]]);

  /** Whether a slot is a vector as it is. */
  const isPlain = (slot: number): boolean => a[slot] === 0 && b[slot] === 1;

  const compute = (slot: number, out: Float64Array, length: number): void => {
    const n = slot - leaves;
    const v = variable[n];
    if (v < 0) {
      boundBlock(lo[n], out, length);
      return;
    }
    const h = hi[n];
    const l = lo[n];
    if (base[v] < 0) {
      const q = a[v];
      const r = 1 - q;
      mix(out, length, q * a[h] + r * a[l], q * b[h], viewOf(h), r * b[l], viewOf(l));
    } else if (base[h] < 0 && a[h] === 1 && isPlain(v) && isPlain(l)) either(out, length, viewOf(v), viewOf(l));
    else if (base[l] < 0 && a[l] === 0 && isPlain(v) && isPlain(h)) both(out, length, viewOf(v), viewOf(h));
    else if (base[h] < 0) decideFixedHi(out, length, a[v], b[v], viewOf(v), a[h], a[l], b[l], viewOf(l));
    else if (base[l] < 0) decideFixedLo(out, length, a[v], b[v], viewOf(v), a[h], b[h], viewOf(h), a[l]);
    else decide(out, length, a[v], b[v], viewOf(v), a[h], b[h], viewOf(h), a[l], b[l], viewOf(l));
  };

  const boundBlock = (gate: number, out: Float64Array, length: number): void => {
    const from = graph.start[gate];
    const n = graph.start[gate + 1] - from;
    const slots = Array.from({ length: n }, (_, i) => d.slotOf[graph.inputs[from + i]]);
    const own = new Float64Array(n);
    for (let t = 0; t < length; t++) {
      for (let i = 0; i < n; i++) own[i] = a[slots[i]] + b[slots[i]] * viewOf(slots[i])[t];
      out[t] = boundFrom(d, gate, own, side);
    }
  };

  const blockFused = (
    pass: Pass,
    length: number,
    from: number,
    sums: Float64Array,
    kept: ReadonlyMap<number, Float64Array>,
  ): void => {
    pass.run(from, length);
    for (let i = 0; i < results.length; i++) {
      const out = pass.outputs[i];
      views[results[i]] = out;
      kept.get(results[i])?.set(out.subarray(0, length), from);
    }
    for (let i = 0; i < asked.length; i++) {
      const outer = outside.includes(asked[i]);
      sums[i] += total(outer ? columnOf(asked[i]).subarray(from, from + length) : views[asked[i]], length);
    }
  };

  const block = (from: number, to: number, sums: Float64Array, kept: ReadonlyMap<number, Float64Array>): void => {
    const length = to - from;
    if (fused !== null) {
      blockFused(fused, length, from, sums, kept);
      return;
    }
    for (const slot of outside) views[slot] = columnOf(slot).subarray(from, to);
    free.length = 0;
    for (const buffer of pool) free.push(buffer);
    let next = 0; // of the targets, which ascend as the slots do
    const addTargets = (slot: number): void => {
      while (next < asked.length && asked[next] < slot) sums[next] += total(views[asked[next++]], length);
      if (next < asked.length && asked[next] === slot) sums[next++] += total(views[slot], length);
    };
    for (let i = 0; i < order.length; i++) {
      const slot = order[i];
      let out = free.pop();
      if (out === undefined) {
        out = new Float64Array(BLOCK);
        pool.push(out);
      }
      compute(slot, out, length);
      views[slot] = out;
      addTargets(slot);
      const keep = kept.get(slot);
      if (keep !== undefined) keep.set(out.subarray(0, length), from);
      for (let j = freedStart[i]; j < freedStart[i + 1]; j++) free.push(views[freed[j]]);
    }
    addTargets(Number.POSITIVE_INFINITY);
  };

  return { load, block };
}

function total(x: Float64Array, length: number): number {
  let sum = 0;
  for (let t = 0; t < length; t++) sum += x[t];
  return sum;
}

export function mix(
  out: Float64Array,
  length: number,
  c: number,
  u: number,
  x: Float64Array,
  w: number,
  y: Float64Array,
): void {
  for (let t = 0; t < length; t++) out[t] = c + u * x[t] + w * y[t];
}

/** `decide` where hi is 0 + 1·h and lo is 0, to the same bits: most nodes of a fault tree are this or `either`. */
function both(out: Float64Array, length: number, q: Float64Array, h: Float64Array): void {
  for (let t = 0; t < length; t++) out[t] = q[t] * h[t];
}

/** `decide` where hi is 1 and lo is 0 + 1·l, to the same bits. */
function either(out: Float64Array, length: number, q: Float64Array, l: Float64Array): void {
  for (let t = 0; t < length; t++) {
    const p = q[t];
    out[t] = p + (1 - p) * l[t];
  }
}

function decideFixedHi(
  out: Float64Array,
  length: number,
  aq: number,
  bq: number,
  q: Float64Array,
  h: number,
  al: number,
  bl: number,
  l: Float64Array,
): void {
  for (let t = 0; t < length; t++) {
    const p = aq + bq * q[t];
    out[t] = p * h + (1 - p) * (al + bl * l[t]);
  }
}

function decideFixedLo(
  out: Float64Array,
  length: number,
  aq: number,
  bq: number,
  q: Float64Array,
  ah: number,
  bh: number,
  h: Float64Array,
  l: number,
): void {
  for (let t = 0; t < length; t++) {
    const p = aq + bq * q[t];
    out[t] = p * (ah + bh * h[t]) + (1 - p) * l;
  }
}

export function decide(
  out: Float64Array,
  length: number,
  aq: number,
  bq: number,
  q: Float64Array,
  ah: number,
  bh: number,
  h: Float64Array,
  al: number,
  bl: number,
  l: Float64Array,
): void {
  for (let t = 0; t < length; t++) {
    const p = aq + bq * q[t];
    out[t] = p * (ah + bh * h[t]) + (1 - p) * (al + bl * l[t]);
  }
}
