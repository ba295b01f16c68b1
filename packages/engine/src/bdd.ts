/** Level of the two terminals: below every variable. */
export const BOTTOM = 0x7fffffff;
/** In place of a node: a limit was met. */
export const ABORTED = -1;
export const OR = 0;
export const AND = 1;
export const XOR = 2;
export type Operation = typeof OR | typeof AND | typeof XOR;

/**
 * Reduced ordered binary decision diagrams of one region after the other in one growing arena.
 * Node 0 is "holds", node 1 "fails". `hi` is followed when the variable fails. A node stands after its children, so an
 * ascending sweep sees children first. Where all functions are monotone, `apply` makes use of it. Complement edges would save
 * nothing there (the complement of a monotone function is monotone only if constant), and cost every step a test; the few
 * negations of a non-coherent model are made by `apply` as well: not f = f xor "fails".
 * Bryant, "Graph-based algorithms for Boolean function manipulation", IEEE Trans. Computers C-35 (1986).
 */
export interface Bdd {
  level(node: number): number;
  lo(node: number): number;
  hi(node: number): number;
  /** Nodes in the arena, garbage and the two terminals included. */
  size(): number;
  /**
   * Start a region of `levels` variables whose nodes may bring the arena to `maxSize`, within `maxSteps` steps. `monotone`
   * promises that all its functions are.
   */
  begin(levels: number, maxSize: number, maxSteps: number, monotone: boolean): void;
  /** Steps taken since `begin`. */
  steps(): number;
  /** Whether no step is left. */
  exhausted(): boolean;
  /** The node (level, lo, hi); `ABORTED` at the limit. */
  make(level: number, lo: number, hi: number): number;
  /** The same of a node that there is none of yet, in a region without another `make`; whatever the limit. */
  append(level: number, lo: number, hi: number): number;
  /** `f or g`, `f and g`, `f xor g`; `ABORTED` at the limit. */
  apply(op: Operation, f: number, g: number): number;
  /** Add a node that is no decision: it stands for a gate without a diagram. Never refused. */
  mark(gate: number): number;
  /** Whether anything since `begin` can have left garbage. */
  dirty(): boolean;
  /** Drop the nodes of this region that are not below `roots` or `others`; both are renumbered in place. */
  collect(roots: Int32Array, others: Int32Array): void;
  /** The finished arena: level, lo, hi. A marked node has level -1 and its gate as lo. */
  arrays(): { readonly level: Int32Array; readonly lo: Int32Array; readonly hi: Int32Array };
}

const SMALL_TABLE = 256;

export function createBdd(): Bdd {
  let level: Int32Array = new Int32Array(1 << 14);
  let lo: Int32Array = new Int32Array(1 << 14);
  let hi: Int32Array = new Int32Array(1 << 14);
  let count = 2;
  level[0] = level[1] = BOTTOM;
  lo[1] = hi[1] = 1;

  let regionStart = 2;
  let maxCount = 0;
  let stepsLeft = 0;
  let stepsGiven = 0;
  let applied = false;
  let monotoneOnly = true;

  let table: Int32Array = new Int32Array(SMALL_TABLE);
  let tableMask = SMALL_TABLE - 1;
  let tableUsed = 0;

  let cacheMask = -1; // cleared and sized at the first apply of a region
  let cacheF: Int32Array = new Int32Array(0);
  let cacheG: Int32Array = new Int32Array(0);
  let cacheR: Int32Array = new Int32Array(0);

  let renamed: Int32Array = new Int32Array(0); // in `collect`: 1 = alive, then the new number

  let stackF: Int32Array = new Int32Array(64);
  let stackG: Int32Array = new Int32Array(64);
  let stackHiF: Int32Array = new Int32Array(64);
  let stackHiG: Int32Array = new Int32Array(64);
  let stackLo: Int32Array = new Int32Array(64);

  const hash = (a: number, b: number, c: number): number => {
    let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
    h ^= h >>> 15;
    h = Math.imul(h, 0x2c1b3c6d);
    return h ^ (h >>> 13);
  };

  const growArena = (): void => {
    level = grown(level);
    lo = grown(lo);
    hi = grown(hi);
  };

  const fillTable = (): void => {
    for (let n = regionStart; n < count; n++) {
      if (level[n] < 0) continue;
      let slot = hash(level[n], lo[n], hi[n]) & tableMask;
      while (table[slot] !== 0) slot = (slot + 1) & tableMask;
      table[slot] = n;
    }
    tableUsed = count - regionStart;
  };

  const growTable = (): void => {
    const capacity = (tableMask + 1) * 4;
    if (table.length < capacity) table = new Int32Array(capacity);
    else table.fill(0, 0, capacity);
    tableMask = capacity - 1;
    fillTable();
    if (cacheMask >= 0 && cacheMask < 1 << 22) resizeCache(capacity);
  };

  const resizeCache = (capacity: number): void => {
    const mask = Math.max(1 << 10, capacity) - 1;
    if (cacheF.length <= mask) {
      cacheF = new Int32Array(mask + 1);
      cacheG = new Int32Array(mask + 1);
      cacheR = new Int32Array(mask + 1);
    } else {
      cacheF.fill(0, 0, mask + 1);
    }
    cacheMask = mask;
  };

  const append = (v: number, low: number, high: number): number => {
    if (count === level.length) growArena();
    const n = count++;
    level[n] = v;
    lo[n] = low;
    hi[n] = high;
    return n;
  };

  const make = (v: number, low: number, high: number): number => {
    if (low === high) return low;
    let slot = hash(v, low, high) & tableMask;
    for (;;) {
      const n = table[slot];
      if (n === 0) break;
      if (lo[n] === low && hi[n] === high && level[n] === v) return n;
      slot = (slot + 1) & tableMask;
    }
    if (count >= maxCount) return ABORTED;
    const n = append(v, low, high);
    table[slot] = n;
    if (++tableUsed * 2 > tableMask) growTable();
    return n;
  };

  const apply = (op: Operation, f0: number, g0: number): number => {
    applied = true;
    if (cacheMask < 0) resizeCache(tableMask + 1);
    let f = f0;
    let g = g0;
    let depth = 0;
    for (;;) {
      if (f > g) {
        const swap = f;
        f = g;
        g = swap;
      }
      let r = ABORTED;
      if (f === g) r = op === XOR ? 0 : f;
      else if (f === 0) r = op === AND ? 0 : g;
      else if (f === 1 && op !== XOR) r = op === OR ? 1 : g;
      else {
        const slot = hash(f, g, op) & cacheMask;
        if (cacheF[slot] === f * 4 + op && cacheG[slot] === g) r = cacheR[slot];
      }
      if (r === ABORTED) {
        if (--stepsLeft < 0) return ABORTED;
        const levelF = level[f];
        const levelG = level[g];
        stackF[depth] = f;
        stackG[depth] = g;
        stackLo[depth] = ABORTED;
        if (levelF <= levelG) {
          stackHiF[depth] = hi[f];
          f = lo[f];
        } else stackHiF[depth] = f;
        if (levelG <= levelF) {
          stackHiG[depth] = hi[g];
          g = lo[g];
        } else stackHiG[depth] = g;
        depth++;
        continue;
      }
      for (;;) {
        if (depth === 0) return r;
        const at = depth - 1;
        // Monotone: if it fails although the variable holds, it fails.
        if (stackLo[at] === ABORTED && !(r === 1 && monotoneOnly)) {
          stackLo[at] = r;
          f = stackHiF[at];
          g = stackHiG[at];
          break;
        }
        depth = at;
        const a = stackF[at];
        const b = stackG[at];
        if (stackLo[at] !== ABORTED) {
          r = make(Math.min(level[a], level[b]), stackLo[at], r);
          if (r === ABORTED) return ABORTED;
        }
        const slot = hash(a, b, op) & cacheMask;
        cacheF[slot] = a * 4 + op;
        cacheG[slot] = b;
        cacheR[slot] = r;
      }
    }
  };

  const begin = (levels: number, maxSize: number, maxSteps: number, monotone: boolean): void => {
    monotoneOnly = monotone;
    regionStart = count;
    maxCount = maxSize;
    stepsLeft = stepsGiven = maxSteps;
    applied = false;
    if (tableUsed > 0) table.fill(0, 0, tableMask + 1);
    tableMask = SMALL_TABLE - 1;
    tableUsed = 0;
    cacheMask = -1;
    if (stackF.length < levels + 1) {
      const room = levels * 2 + 1;
      stackF = new Int32Array(room);
      stackG = new Int32Array(room);
      stackHiF = new Int32Array(room);
      stackHiG = new Int32Array(room);
      stackLo = new Int32Array(room);
    }
  };

  const mark = (gate: number): number => {
    if (count === level.length) growArena();
    const n = count++;
    level[n] = -1;
    lo[n] = gate;
    hi[n] = 0;
    return n;
  };

  const collect = (roots: Int32Array, others: Int32Array): void => {
    stepsLeft -= count - regionStart;
    if (renamed.length < count - regionStart) renamed = new Int32Array(2 * (count - regionStart));
    else renamed.fill(0, 0, count - regionStart);
    const keep = (n: number): void => {
      if (n >= regionStart) renamed[n - regionStart] = 1;
    };
    for (let i = 0; i < roots.length; i++) keep(roots[i]);
    for (let i = 0; i < others.length; i++) keep(others[i]);
    for (let n = count - 1; n >= regionStart; n--) {
      if (renamed[n - regionStart] === 0 || level[n] < 0) continue;
      keep(lo[n]);
      keep(hi[n]);
    }
    const rename = (n: number): number => (n >= regionStart ? renamed[n - regionStart] : n);
    let next = regionStart;
    for (let n = regionStart; n < count; n++) {
      if (renamed[n - regionStart] === 0) continue;
      level[next] = level[n];
      lo[next] = level[n] < 0 ? lo[n] : rename(lo[n]);
      hi[next] = level[n] < 0 ? hi[n] : rename(hi[n]);
      renamed[n - regionStart] = next++;
    }
    for (let i = 0; i < roots.length; i++) roots[i] = rename(roots[i]);
    for (let i = 0; i < others.length; i++) others[i] = rename(others[i]);
    count = next;
    table.fill(0, 0, tableMask + 1);
    fillTable();
    if (cacheMask >= 0) cacheF.fill(0, 0, cacheMask + 1);
  };

  return {
    level: (n) => level[n],
    lo: (n) => lo[n],
    hi: (n) => hi[n],
    size: () => count,
    begin,
    exhausted: () => stepsLeft <= 0,
    steps: () => stepsGiven - Math.max(0, stepsLeft),
    make,
    append,
    apply,
    mark,
    dirty: () => applied,
    collect,
    arrays: () => ({ level: level.slice(0, count), lo: lo.slice(0, count), hi: hi.slice(0, count) }),
  };
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
