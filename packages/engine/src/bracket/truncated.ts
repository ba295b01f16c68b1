import { ABORTED, AND, BOTTOM, OR } from '../bdd.js';
import type { Side } from '../sweep.js';
import { type Arena, createArena, type Truncated } from './arena.js';

/** A gate of a region over levels and gates before it: inputs from 0 up are levels, `-1 - i` is gate i of the region. */
export interface RegionGate {
  readonly need: number;
  readonly inputs: readonly number[];
}

/** What a diagram may take. */
export interface Room {
  /** Decisions to which the diagram of each gate is shortened. */
  readonly decisions: number;
  /** Nodes of all diagrams that are needed at once. */
  readonly nodes: number;
  readonly steps: { left: number };
}

/**
 * A diagram that bounds the function of a region's last gate from one side, made gate by gate; each is shortened once it has
 * too many decisions, and where two together do not fit in the room, these are shortened further. `null` when a limit was
 * met; `steps.left` is used up. See `createArena`.
 * Cutting off what is unlikely is as old as MOCUS; for diagrams see Rauzy & Dutuit, Reliability Engineering and System Safety
 * 58 (1997), and Jung, Han & Yang, "Fast BDD truncation method for efficient top event probability calculation", Nuclear
 * Engineering and Technology 40 (2008). Here what is cut off keeps a bound on its probability.
 */
export function truncated(
  gates: readonly RegionGate[],
  q: Float64Array,
  steer: Float64Array,
  side: Side,
  { decisions, nodes, steps }: Room,
): Truncated | null {
  const arena = createArena(q, steer, side, nodes, steps);
  const roots = new Int32Array(gates.length);
  const users = new Int32Array(gates.length);
  for (const { inputs } of gates) for (const input of inputs) if (input < 0) users[-1 - input]++;
  for (const [i, { need, inputs }] of gates.entries()) {
    const work = new Int32Array(inputs.length + need + 2);
    const combine = (op: typeof OR | typeof AND, a: number, b: number): number =>
      combined(arena, op, work, a, b, decisions, [roots, work], steps);
    inputs.forEach((input, at) => {
      work[at] = input >= 0 ? arena.literal(input) : roots[-1 - input];
    });
    if (work.includes(ABORTED)) return null;
    const sorted = work.subarray(0, inputs.length).sort((a, b) => arena.level(b) - arena.level(a));
    const row = sorted.length; // work[row + j]: at least j of the inputs so far
    const both = row + need + 1;
    work[row] = 1;
    for (let done = 0; done < sorted.length; done++) {
      for (let j = Math.min(need, done + 1); j >= Math.max(1, need - (sorted.length - 1 - done)); j--) {
        work[both] = j === 1 ? work[done] : combine(AND, done, row + j - 1);
        if (work[both] === ABORTED) return null;
        work[row + j] = combine(OR, both, row + j);
        if (work[row + j] === ABORTED) return null;
      }
    }
    roots[i] = work[row + need];
    for (const input of inputs) if (input < 0 && --users[-1 - input] === 0) roots[-1 - input] = 0;
  }
  const last = roots.subarray(gates.length - 1);
  arena.collect([last]);
  return { ...arena.arrays(), root: last[0] };
}

/** `work[a] op work[b]`, shortened; both operands are shortened more and more until the result fits. */
function combined(
  arena: Arena,
  op: typeof OR | typeof AND,
  work: Int32Array,
  a: number,
  b: number,
  decisions: number,
  held: readonly Int32Array[],
  steps: { readonly left: number },
): number {
  if (arena.crowded()) arena.collect(held);
  for (let most = decisions; ; most = Math.floor(most / 2)) {
    for (const again of [false, true]) {
      if (again) arena.collect(held);
      const r = arena.apply(op, work[a], work[b]);
      const short = r === ABORTED ? ABORTED : arena.shorten(r, decisions);
      if (short !== ABORTED) return short;
      if (steps.left < 0) return ABORTED;
    }
    if (most === 0) return ABORTED;
    for (const at of [a, b]) {
      const short = arena.shorten(work[at], Math.floor(most / 2));
      if (short === ABORTED) return ABORTED;
      work[at] = short;
    }
  }
}

/** P(fails), and by level how much likelier that is when its variable fails than when it holds, as far as is decided. */
export function measureTruncated(
  { level, lo, hi, value, root }: Truncated,
  q: Float64Array,
): { readonly probability: number; readonly gain: Float64Array } {
  const reach = new Float64Array(level.length);
  const gain = new Float64Array(q.length);
  reach[root] = 1;
  for (let n = root; n > 1; n--) {
    const weight = reach[n];
    if (weight === 0 || level[n] === BOTTOM) continue;
    gain[level[n]] += weight * (value[hi[n]] - value[lo[n]]);
    reach[hi[n]] += weight * q[level[n]];
    reach[lo[n]] += weight * (1 - q[level[n]]);
  }
  return { probability: Math.min(1, value[root]), gain };
}
