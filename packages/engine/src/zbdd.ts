import { ABORTED, BOTTOM } from './bdd.js';

/**
 * Zero-suppressed decision diagrams of families of sets (Minato, DAC 1993). Node 0 is no set, node 1 the empty set alone;
 * `lo` holds the sets without the variable, `hi` those with it, without it. A node stands after its children.
 */
export interface Zbdd {
  size(): number;
  level(node: number): number;
  lo(node: number): number;
  hi(node: number): number;
  /** The node (level, lo, hi); `ABORTED` at the limit. */
  make(level: number, lo: number, hi: number): number;
  /** The sets of `f` that are not in `g`, both families of sets that do not include each other; `ABORTED` at a limit. */
  minus(f: number, g: number): number;
  /** The sets of `f` that include no set of `g`, both as above; `ABORTED` at a limit. */
  without(f: number, g: number): number;
}

const MINUS = 0;
const WITHOUT = 1;
/** What a step of work waits for: the sets without its variable, those with it, and in `without` these thinned again. */
const LOW = 0;
const HIGH = 1;
const THINNED = 2;

/** Steps that may be taken per node allowed. */
const STEPS_PER_NODE = 16;

export function createZbdd(maxNodes: number): Zbdd {
  let level: Int32Array = new Int32Array(1 << 12);
  let lo: Int32Array = new Int32Array(1 << 12);
  let hi: Int32Array = new Int32Array(1 << 12);
  let count = 2;
  level[0] = level[1] = BOTTOM;
  let table: Int32Array = new Int32Array(1 << 13);
  let cacheF: Int32Array = new Int32Array(1 << 12);
  let cacheG: Int32Array = new Int32Array(1 << 12);
  let cacheR: Int32Array = new Int32Array(1 << 12);
  let stepsLeft = maxNodes * STEPS_PER_NODE;
  let stackF: Int32Array = new Int32Array(256);
  let stackG: Int32Array = new Int32Array(256);
  let stackLo: Int32Array = new Int32Array(256);
  let stackStage: Int32Array = new Int32Array(256);

  const hash = (a: number, b: number, c: number): number => {
    let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
    h ^= h >>> 15;
    h = Math.imul(h, 0x2c1b3c6d);
    return h ^ (h >>> 13);
  };

  const grow = (): void => {
    level = doubled(level);
    lo = doubled(lo);
    hi = doubled(hi);
    table = new Int32Array(level.length * 2);
    for (let n = 2; n < count; n++) {
      let slot = hash(level[n], lo[n], hi[n]) & (table.length - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = n;
    }
    cacheF = new Int32Array(level.length);
    cacheG = new Int32Array(level.length);
    cacheR = new Int32Array(level.length);
  };

  const make = (v: number, low: number, high: number): number => {
    if (high === 0) return low;
    let mask = table.length - 1;
    let slot = hash(v, low, high) & mask;
    for (;;) {
      const n = table[slot];
      if (n === 0) break;
      if (lo[n] === low && hi[n] === high && level[n] === v) return n;
      slot = (slot + 1) & mask;
    }
    if (count - 2 >= maxNodes) return ABORTED;
    if (count === level.length) {
      grow();
      mask = table.length - 1;
      slot = hash(v, low, high) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
    }
    const n = count++;
    level[n] = v;
    lo[n] = low;
    hi[n] = high;
    table[slot] = n;
    return n;
  };

  const growStack = (): void => {
    stackF = doubled(stackF);
    stackG = doubled(stackG);
    stackLo = doubled(stackLo);
    stackStage = doubled(stackStage);
  };

  const run = (op: typeof MINUS | typeof WITHOUT, f0: number, g0: number): number => {
    let f = f0;
    let g = g0;
    let depth = 0;
    for (;;) {
      while (f > 1 && level[g] < level[f]) {
        g = lo[g];
        stepsLeft--;
      }
      let r = ABORTED;
      if (f === 0 || f === g) r = 0;
      else if (g === 1)
        r = op === MINUS ? f : 0; // the empty set is minimal only alone, and in every set
      else if (g === 0 || f === 1) r = f;
      else {
        const slot = hash(f, g, op) & (cacheF.length - 1);
        if (cacheF[slot] === 2 * f + op && cacheG[slot] === g) r = cacheR[slot];
      }
      if (r === ABORTED) {
        if (--stepsLeft < 0) return ABORTED;
        if (depth === stackF.length) growStack();
        stackF[depth] = f;
        stackG[depth] = g;
        stackStage[depth] = LOW;
        if (level[g] === level[f]) g = lo[g];
        f = lo[f];
        depth++;
        continue;
      }
      for (;;) {
        if (depth === 0) return r;
        const at = depth - 1;
        const a = stackF[at];
        const b = stackG[at];
        const same = level[a] === level[b];
        if (stackStage[at] === LOW) {
          stackLo[at] = r;
          if (same || op === WITHOUT) {
            stackStage[at] = HIGH;
            f = hi[a];
            g = same ? hi[b] : b;
            break;
          }
          r = hi[a]; // no set of b has the variable
        } else if (stackStage[at] === HIGH && op === WITHOUT && same) {
          stackStage[at] = THINNED;
          f = r;
          g = lo[b];
          break;
        }
        depth = at;
        r = make(level[a], stackLo[at], r);
        if (r === ABORTED) return ABORTED;
        const slot = hash(a, b, op) & (cacheF.length - 1);
        cacheF[slot] = 2 * a + op;
        cacheG[slot] = b;
        cacheR[slot] = r;
      }
    }
  };

  return {
    size: () => count,
    level: (n) => level[n],
    lo: (n) => lo[n],
    hi: (n) => hi[n],
    make,
    minus: (f, g) => run(MINUS, f, g),
    without: (f, g) => run(WITHOUT, f, g),
  };
}

function doubled(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
