import { ABORTED, AND, BOTTOM, OR } from '../bdd.js';
import type { Side } from '../sweep.js';

/** A gate of a region over levels and gates before it: inputs from 0 up are levels, `-1 - i` is gate i of the region. */
export interface RegionGate {
  readonly need: number;
  readonly inputs: readonly number[];
}

/** A diagram that bounds the function of a region's last gate; nodes 0 and 1 are "holds" and "fails". */
export interface Truncated {
  readonly level: Int32Array;
  readonly lo: Int32Array;
  readonly hi: Int32Array;
  readonly root: number;
}

/** Cost of a variable that never fails. */
const NEVER = 1 << 20;
/** Part of the cost of what must fail beside a gate that is counted: the rest may be shared with it. Half did best. */
const BESIDE = 0.5;
/** What a set may cost at most; keys of the cache hold it beside two node numbers. */
const MOST = 1 << 12;
const CACHE = 1 << 20;

/** The cost of a failure, in units of `1 / scale` of a decade of probability. */
export function costOf(p: number, scale: number): number {
  return p === 0 ? NEVER : Math.round(-Math.log10(p) * scale);
}

/**
 * A diagram that is below (`lower`) or above (`upper`) a monotone function whatever the probabilities: along a path the
 * variables that fail have a budget of costs; where it is spent, the next failure is taken to change nothing (the function
 * is at least that) or to suffice (it is at most that). Sums and products of such bounds are such bounds. A gate gets what
 * the budget leaves after the cheapest failures that its users need beside it. `null` when a limit was met; `steps.left` is
 * used up. The recursion is as deep as there are levels.
 * Truncation by probability is as old as MOCUS; for diagrams see Rauzy & Dutuit, Reliability Engineering and System Safety 58
 * (1997), and for rigorous upper bounds by it Rauzy, "Toward an efficient implementation of the MOCUS algorithm" (2003).
 */
export function truncated(
  gates: readonly RegionGate[],
  cost: Int32Array,
  budget: number,
  side: Side,
  maxNodes: number,
  steps: { left: number },
): Truncated | null {
  const most = Math.min(budget, MOST);
  const upper = side === 'upper';
  let level: Int32Array = new Int32Array(1 << 12);
  let lo: Int32Array = new Int32Array(1 << 12);
  let hi: Int32Array = new Int32Array(1 << 12);
  let table: Int32Array = new Int32Array(1 << 13);
  let count = 2;
  level[0] = level[1] = BOTTOM;
  const size = Math.min(CACHE, 1 << Math.ceil(Math.log2(Math.max(1024, maxNodes))));
  const cacheF = new Int32Array(size);
  const cacheG = new Int32Array(size);
  const cacheB = new Int32Array(size);
  const cacheR = new Int32Array(size);

  const hash = (a: number, b: number, c: number): number => {
    let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
    h ^= h >>> 15;
    h = Math.imul(h, 0x2c1b3c6d);
    return h ^ (h >>> 13);
  };

  const grow = (): void => {
    const room = level.length * 2;
    [level, lo, hi] = [level, lo, hi].map((array) => {
      const larger = new Int32Array(room);
      larger.set(array);
      return larger;
    }) as [Int32Array, Int32Array, Int32Array];
    table = new Int32Array(room * 2);
    for (let n = 2; n < count; n++) {
      let slot = hash(level[n], lo[n], hi[n]) & (table.length - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = n;
    }
  };

  const make = (v: number, low: number, high: number): number => {
    if (low === ABORTED || high === ABORTED) return ABORTED;
    if (low === high) return low;
    let slot = hash(v, low, high) & (table.length - 1);
    for (;;) {
      const n = table[slot];
      if (n === 0) break;
      if (lo[n] === low && hi[n] === high && level[n] === v) return n;
      slot = (slot + 1) & (table.length - 1);
    }
    if (count - 2 >= maxNodes) return ABORTED;
    const n = count++;
    level[n] = v;
    lo[n] = low;
    hi[n] = high;
    table[slot] = n;
    if (count === level.length) grow();
    return n;
  };

  /** `f op g` within a budget; depth is bounded by the number of levels. With `g` = the neutral element, `f` cut to it. */
  const apply = (op: typeof OR | typeof AND, f0: number, g0: number, left: number): number => {
    const f = Math.min(f0, g0);
    const g = Math.max(f0, g0);
    if (f === 0 && (op === AND || g === 0)) return 0;
    if (f === 1 && (op === OR || g === 1)) return 1;
    if (g === 1 && f === 0) return 1; // of `or`
    const key = 2 * left + op;
    const slot = hash(f, g, key) & (size - 1);
    if (cacheF[slot] === f && cacheG[slot] === g && cacheB[slot] === key) return cacheR[slot];
    if (--steps.left < 0) return ABORTED;
    const v = Math.min(level[f], level[g]);
    const low = apply(op, level[f] === v ? lo[f] : f, level[g] === v ? lo[g] : g, left);
    if (low === ABORTED) return ABORTED;
    let high = 1;
    if (low !== 1) {
      if (cost[v] <= left) {
        high = apply(op, level[f] === v ? hi[f] : f, level[g] === v ? hi[g] : g, left - cost[v]);
      } else if (!upper) high = low;
    }
    const r = make(v, low, high);
    if (r === ABORTED) return ABORTED;
    cacheF[slot] = f;
    cacheG[slot] = g;
    cacheB[slot] = key;
    cacheR[slot] = r;
    return r;
  };

  const needed = neededBeside(gates, cost);
  const roots = new Int32Array(gates.length);
  for (const [i, { need, inputs }] of gates.entries()) {
    const left = Math.max(0, most - needed[i]);
    const literal = (v: number): number => (cost[v] <= left || upper ? make(v, 0, 1) : 0);
    const diagrams = inputs
      .map((input) => (input >= 0 ? literal(input) : roots[-1 - input]))
      .sort((a, b) => level[b] - level[a]);
    if (diagrams.includes(ABORTED)) return null;
    const rows = new Int32Array(need + 1); // row j: at least j of the inputs so far
    rows[0] = 1;
    for (const [done, x] of diagrams.entries()) {
      for (let j = Math.min(need, done + 1); j >= Math.max(1, need - (diagrams.length - 1 - done)); j--) {
        const both = j === 1 ? x : apply(AND, x, rows[j - 1], left);
        rows[j] = both === ABORTED ? ABORTED : apply(OR, both, rows[j], left);
        if (rows[j] === ABORTED) return null;
      }
    }
    roots[i] = rows[need];
  }
  return {
    level: level.slice(0, count),
    lo: lo.slice(0, count),
    hi: hi.slice(0, count),
    root: roots[gates.length - 1],
  };
}

/**
 * Per gate: about the least cost of the failures that must come with it for the last gate to fail because of it. (It steers
 * where a diagram is cut; any number gives bounds.)
 */
function neededBeside(gates: readonly RegionGate[], cost: Int32Array): Float64Array {
  const own = new Float64Array(gates.length); // cheapest failure of the gate, shared variables paid again
  const costs = ({ inputs }: RegionGate): number[] => inputs.map((x) => (x >= 0 ? cost[x] : own[-1 - x]));
  const sum = (values: readonly number[], n: number): number =>
    [...values].sort((a, b) => a - b).reduce((total, x, i) => (i < n ? total + x : total), 0);
  for (const [i, gate] of gates.entries()) own[i] = sum(costs(gate), gate.need);
  const beside = new Float64Array(gates.length).fill(Number.POSITIVE_INFINITY);
  beside[gates.length - 1] = 0;
  for (let i = gates.length - 1; i >= 0; i--) {
    const gate = gates[i] as RegionGate;
    const all = costs(gate);
    gate.inputs.forEach((input, at) => {
      if (input >= 0) return;
      const others = all.filter((_, j) => j !== at);
      const total = beside[i] + sum(others, gate.need - 1) * BESIDE;
      beside[-1 - input] = Math.min(beside[-1 - input], total);
    });
  }
  return beside;
}

/** P(fails), and by level how much likelier that is when its variable fails than when it holds. */
export function measureTruncated(
  { level, lo, hi, root }: Truncated,
  q: Float64Array,
): { readonly probability: number; readonly gain: Float64Array } {
  const value = new Float64Array(level.length);
  const reach = new Float64Array(level.length);
  const gain = new Float64Array(q.length);
  value[1] = 1;
  for (let n = 2; n <= root; n++) value[n] = q[level[n]] * value[hi[n]] + (1 - q[level[n]]) * value[lo[n]];
  reach[root] = 1;
  for (let n = root; n > 1; n--) {
    const weight = reach[n];
    if (weight === 0) continue;
    gain[level[n]] += weight * (value[hi[n]] - value[lo[n]]);
    reach[hi[n]] += weight * q[level[n]];
    reach[lo[n]] += weight * (1 - q[level[n]]);
  }
  return { probability: Math.min(1, value[root]), gain };
}
