import { ABORTED, AND, BOTTOM, type OR } from '../bdd.js';
import type { Side } from '../sweep.js';

/**
 * Diagrams whose paths may end at a probability in place of "holds" and "fails". Node 0 is "holds" and 1 is "fails"; the
 * variable of a `level` fails along `hi`.
 */
export interface Arena {
  readonly level: (node: number) => number;
  readonly literal: (level: number) => number;
  /** A bound of `f op g` from bounds of both; `ABORTED` at a limit. The recursion is as deep as there are levels. */
  readonly apply: (op: typeof OR | typeof AND, f: number, g: number) => number;
  /** `f`, ended early so that about so many decisions are left: those that are likeliest to be reached. `ABORTED` at a limit. */
  readonly shorten: (f: number, decisions: number) => number;
  /** Drops all nodes that are not below one of `held`, which are renumbered in place. */
  readonly collect: (held: readonly Int32Array[]) => void;
  /** Whether much of the room is used. */
  readonly crowded: () => boolean;
  readonly arrays: () => Pick<Truncated, 'level' | 'lo' | 'hi' | 'value'>;
}

/** A diagram that bounds a function; nodes 0 and 1 are "holds" and "fails", those at `BOTTOM` end a path. */
export interface Truncated {
  readonly level: Int32Array;
  readonly lo: Int32Array;
  readonly hi: Int32Array;
  /** Bound on the probability, given what was decided above. */
  readonly value: Float64Array;
  readonly root: number;
}

/** Bits of a probability at the end of a path that are kept, the others are rounded away from the truth: so ends are shared. */
const BITS = 8;
/** Part of the room from which garbage is looked for. */
const CROWDED = 0.7;

/**
 * An arena of diagrams that bound monotone functions from one side. `q` are bounds, of that side, on the probabilities by
 * level; `steer` are the probabilities by which paths are ranked when a diagram is shortened, and change no bound.
 *
 * A path that ends at t says: given what was decided on it, and any variables of levels above its last decision, the function
 * fails with at most (`upper`) or at least (`lower`) the probability t. The failures of monotone functions are associated
 * (Esary, Proschan & Walkup 1967), so where the path of one operand ends and P(g) bounds the other there,
 * - upper: P(f and g) <= min(t, P(g)), and g itself bounds it; P(f or g) <= 1 - (1 - t)(1 - P(g));
 * - lower: P(f and g) >= t P(g); P(f or g) >= max(t, P(g)), and g itself bounds it.
 * This is done where the path ends and not below, where more is decided. Failures never mend, so a node may be replaced by
 * its `hi` in an upper and by its `lo` in a lower bound: `make` does it wherever that is no loss.
 */
export function createArena(
  q: Float64Array,
  steer: Float64Array,
  side: Side,
  maxNodes: number,
  steps: { left: number },
): Arena {
  const upper = side === 'upper';
  const most = maxNodes + 2;
  let room = Math.min(1 << 12, most);
  let level: Int32Array = new Int32Array(room);
  let lo: Int32Array = new Int32Array(room);
  let hi: Int32Array = new Int32Array(room);
  let value: Float64Array = new Float64Array(room);
  let seen: Int32Array = new Int32Array(room);
  let table: Int32Array = new Int32Array(1);
  let cacheF: Int32Array = new Int32Array(1);
  let cacheG: Int32Array = new Int32Array(1);
  let cacheR: Int32Array = new Int32Array(1);
  let count = 2;
  level[0] = level[1] = BOTTOM;
  value[1] = 1;
  const word = new Float64Array(1);
  const bits = new DataView(word.buffer);

  const hash = (a: number, b: number, c: number): number => {
    let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
    h ^= h >>> 15;
    h = Math.imul(h, 0x2c1b3c6d);
    return h ^ (h >>> 13);
  };

  const fillTable = (): void => {
    for (let n = 2; n < count; n++) {
      let slot = hash(level[n], lo[n], hi[n]) & (table.length - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = n;
    }
  };

  const size = (): void => {
    const power = 2 ** Math.ceil(Math.log2(room));
    table = new Int32Array(2 * power);
    cacheF = new Int32Array(power);
    cacheG = new Int32Array(power);
    cacheR = new Int32Array(power);
    fillTable();
  };
  size();

  const grow = (): void => {
    room = Math.min(2 * room, most);
    [level, lo, hi, seen] = [level, lo, hi, seen].map((array) => larger(array, new Int32Array(room))) as [
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    value = larger(value, new Float64Array(room));
    size();
  };

  const enter = (v: number, low: number, high: number, p: number): number => {
    let slot = hash(v, low, high) & (table.length - 1);
    for (;;) {
      const n = table[slot];
      if (n === 0) break;
      if (lo[n] === low && hi[n] === high && level[n] === v) return n;
      slot = (slot + 1) & (table.length - 1);
    }
    if (count === most) return ABORTED;
    if (count === room) {
      grow();
      return enter(v, low, high, p);
    }
    const n = count++;
    level[n] = v;
    lo[n] = low;
    hi[n] = high;
    value[n] = p;
    table[slot] = n;
    return n;
  };

  const make = (v: number, low: number, high: number): number => {
    if (low === ABORTED || high === ABORTED) return ABORTED;
    if (value[high] <= value[low]) return upper ? high : low;
    return enter(v, low, high, q[v] * value[high] + (1 - q[v]) * value[low]);
  };

  /** The end of a path with a probability. */
  const end = (p: number): number => {
    if (p >= 1 || p <= 0) return p >= 1 ? 1 : 0;
    word[0] = p;
    const unit = 1 << (20 - BITS);
    const head = bits.getInt32(4, true);
    const down = head & -unit;
    bits.setInt32(4, down, true);
    bits.setInt32(0, 0, true);
    if (upper && word[0] < p) bits.setInt32(4, down + unit, true);
    const rounded = word[0];
    if (rounded >= 1) return 1;
    return rounded === 0 ? 0 : enter(BOTTOM, bits.getInt32(4, true), 0, rounded);
  };

  const applyToEnd = (op: typeof OR | typeof AND, f: number, g: number): number => {
    const x = value[f];
    const y = value[g];
    if (upper === (op === AND)) return upper === x <= y ? f : g;
    return end(op === AND ? x * y : x + y * (1 - x));
  };

  const apply = (op: typeof OR | typeof AND, f0: number, g0: number): number => {
    const f = Math.min(f0, g0);
    const g = Math.max(f0, g0);
    if (f === 0) return op === AND ? 0 : g;
    if (f === 1) return op === AND ? g : 1;
    // One diagram may bound two functions: it bounds what both or any do as far as it has no numbers to be combined.
    if (f === g && upper === (op === AND)) return f;
    if (level[f] === BOTTOM || level[g] === BOTTOM) return applyToEnd(op, f, g);
    const slot = hash(f, g, op) & (cacheF.length - 1);
    if (cacheF[slot] === 2 * f + op && cacheG[slot] === g) return cacheR[slot];
    if (--steps.left < 0) return ABORTED;
    const v = Math.min(level[f], level[g]);
    const low = apply(op, level[f] === v ? lo[f] : f, level[g] === v ? lo[g] : g);
    if (low === ABORTED) return ABORTED;
    const r = low === 1 ? 1 : make(v, low, apply(op, level[f] === v ? hi[f] : f, level[g] === v ? hi[g] : g));
    if (r === ABORTED) return ABORTED;
    // The arena may have grown, and the cache with it.
    const at = hash(f, g, op) & (cacheF.length - 1);
    cacheF[at] = 2 * f + op;
    cacheG[at] = g;
    cacheR[at] = r;
    return r;
  };

  const shorten = (f: number, decisions: number): number => {
    const below = nodesBelow(f, (n) => level[n] === BOTTOM, lo, hi, seen);
    steps.left -= below.length;
    const forget = (): void => {
      for (const n of below) seen[n] = 0;
    };
    if (below.length <= decisions) {
      forget();
      return f;
    }
    const reach = new Float64Array(below.length);
    reach[below.length - 1] = 1;
    for (let i = below.length - 1; i >= 0; i--) {
      const n = below[i];
      const p = steer[level[n]];
      if (level[hi[n]] !== BOTTOM) reach[seen[hi[n]] - 1] += p * reach[i];
      if (level[lo[n]] !== BOTTOM) reach[seen[lo[n]] - 1] += (1 - p) * reach[i];
    }
    const least = decisions === 0 ? Number.POSITIVE_INFINITY : reach.slice().sort()[below.length - decisions];
    const replaced = new Int32Array(below.length);
    const now = (n: number): number => (level[n] === BOTTOM ? n : replaced[seen[n] - 1]);
    let r = f;
    for (let i = 0; i < below.length && r !== ABORTED; i++) {
      const n = below[i];
      const p = q[level[n]];
      if (reach[i] >= least) r = make(level[n], now(lo[n]), now(hi[n]));
      // Where little is lost, the shape is worth more than the number (it was not, in upper bounds).
      else if (!upper && p * (value[hi[n]] - value[lo[n]]) <= value[n] / 2) r = now(lo[n]);
      else r = end(value[n]);
      replaced[i] = r;
    }
    forget();
    return r;
  };

  const collect = (held: readonly Int32Array[]): void => {
    const alive = new Int32Array(count);
    for (const roots of held) for (const n of roots) alive[n] = 1;
    for (let n = count - 1; n > 1; n--) if (alive[n] === 1 && level[n] !== BOTTOM) alive[lo[n]] = alive[hi[n]] = 1;
    alive[0] = 0;
    alive[1] = 1;
    let kept = 2;
    for (let n = 2; n < count; n++) {
      if (alive[n] === 0) continue;
      const isEnd = level[n] === BOTTOM;
      level[kept] = level[n];
      lo[kept] = isEnd ? lo[n] : alive[lo[n]];
      hi[kept] = isEnd ? hi[n] : alive[hi[n]];
      value[kept] = value[n];
      alive[n] = kept++;
    }
    steps.left -= count;
    count = kept;
    for (const roots of held) for (let i = 0; i < roots.length; i++) roots[i] = alive[roots[i]];
    table.fill(0);
    cacheF.fill(0);
    fillTable();
  };

  return {
    level: (n) => level[n],
    literal: (v) => make(v, 0, 1),
    apply,
    shorten,
    collect,
    crowded: () => count > CROWDED * most,
    arrays: () => ({
      level: level.slice(0, count),
      lo: lo.slice(0, count),
      hi: hi.slice(0, count),
      value: value.slice(0, count),
    }),
  };
}

function larger<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** The decisions below a node, ascending; `seen` is set to their place in the list, from 1. */
function nodesBelow(
  root: number,
  isEnd: (n: number) => boolean,
  lo: Int32Array,
  hi: Int32Array,
  seen: Int32Array,
): Int32Array {
  const found: number[] = [];
  const todo = [root];
  while (todo.length > 0) {
    const n = todo.pop() as number;
    if (isEnd(n) || seen[n] !== 0) continue;
    seen[n] = 1;
    found.push(n);
    todo.push(lo[n], hi[n]);
  }
  const sorted = Int32Array.from(found).sort();
  for (let i = 0; i < sorted.length; i++) seen[sorted[i]] = i + 1;
  return sorted;
}
