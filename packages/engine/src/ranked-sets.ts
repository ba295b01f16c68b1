import type { CutSet } from './types.js';

/**
 * A set of leaves as it is found: `leaf` and `inner` (a module's set) joined with `rest`, or plain `leaves`. The key is the
 * logarithm of the weight in whole units, so that sums are exact and equal weights tie whatever the order of multiplication.
 */
export interface RankedSet {
  readonly key: number;
  readonly size: number;
  readonly leaf: number;
  readonly inner: RankedSet | null;
  readonly rest: RankedSet | null;
  readonly leaves: readonly number[] | null;
}

export const EMPTY_SET: RankedSet = { key: 0, size: 0, leaf: -1, inner: null, rest: null, leaves: null };

/** The leaves of a set, ascending. */
export function leavesOf(set: RankedSet): number[] {
  const found: number[] = [];
  const todo: RankedSet[] = [set];
  while (todo.length > 0) {
    const at = todo.pop() as RankedSet;
    if (at.leaf >= 0) found.push(at.leaf);
    if (at.leaves) for (const leaf of at.leaves) found.push(leaf);
    if (at.inner) todo.push(at.inner);
    if (at.rest) todo.push(at.rest);
  }
  return found.sort((a, b) => a - b);
}

/** The logarithms of the weights in whole units, as fine as sums of 4,096 of them stay exact; -Infinity for weight 0. */
export function keysOf(weights: Float64Array): Float64Array {
  let largest = 1;
  for (const weight of weights) if (weight > 0) largest = Math.max(largest, Math.abs(Math.log2(weight)));
  const unit = 2 ** Math.floor(41 - Math.log2(largest));
  return weights.map((weight) => (weight > 0 ? Math.round(Math.log2(weight) * unit) : Number.NEGATIVE_INFINITY));
}

/** A found set with its weight, multiplied in the order of its leaves. */
export function asCutSet(set: RankedSet, weights: Float64Array): CutSet {
  const leaves = leavesOf(set);
  return { leaves, weight: leaves.reduce((product, leaf) => product * weights[leaf], 1) };
}

/**
 * Negative if `x` ranks before `y`: greater key, then smaller, then by leaf numbers. The order is kept when both are joined
 * with one set disjoint from both, which is why best sets can be built from best sets.
 */
export function compareSets(x: RankedSet, y: RankedSet): number {
  if (x.key !== y.key) return y.key - x.key;
  if (x.size !== y.size) return x.size - y.size;
  if (x === y) return 0;
  const a = leavesOf(x);
  const b = leavesOf(y);
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return 0;
}

/**
 * A list of sets from the best on, made longer on demand. `advance` adds the next set or sets `done`, or gives a stream that
 * first has to be longer, with `want` set on it.
 */
export interface Stream {
  readonly found: RankedSet[];
  done: boolean;
  want: number;
  advance(): Stream | null;
}

/** Whether `stream` has a set number `index`; undefined if that is not known yet. */
function has(stream: Stream, index: number): boolean | undefined {
  if (index < stream.found.length) return true;
  return stream.done ? false : undefined;
}

function needing(stream: Stream, index: number): Stream {
  stream.want = Math.max(stream.want, index + 1);
  return stream;
}

export function listStream(found: readonly RankedSet[]): Stream {
  return { found: [...found], done: true, want: 0, advance: () => null };
}

/** What a merged stream draws from: the sets of a stream, each joined with `leaf` (of this key) unless that is -1. */
export interface Source {
  readonly stream: Stream;
  readonly leaf: number;
  readonly key: number;
  /** No set of the source has a greater key. */
  readonly best: number;
}

/**
 * The sets of all sources, which have no set in common. The sources are asked for at the first step only: streams for all
 * nodes of a diagram at once would be made as deep as the diagram is. A source is left alone while another is known to be
 * better.
 */
export function mergedStream(listSources: () => readonly Source[]): Stream {
  let sources: readonly Source[] = [];
  let position: number[] = [];
  let front: (RankedSet | null)[] = [];
  let started = false;
  const stream: Stream = {
    found: [],
    done: false,
    want: 0,
    advance: () => {
      if (!started) {
        started = true;
        sources = [...listSources()].sort((x, y) => y.best - x.best);
        position = sources.map(() => 0);
        front = sources.map(() => null);
      }
      let best = -1;
      for (let i = 0; i < sources.length; i++) {
        const source = sources[i] as Source;
        if (front[i] === null) {
          if (best >= 0 && source.best < (front[best] as RankedSet).key) continue;
          const available = has(source.stream, position[i] as number);
          if (available === undefined) return needing(source.stream, position[i] as number);
          if (!available) continue;
          const rest = source.stream.found[position[i] as number] as RankedSet;
          front[i] = source.leaf < 0 ? rest : joinLeaf(source.leaf, source.key, rest);
        }
        if (best < 0 || compareSets(front[i] as RankedSet, front[best] as RankedSet) < 0) best = i;
      }
      if (best < 0) stream.done = true;
      else {
        stream.found.push(front[best] as RankedSet);
        front[best] = null;
        (position[best] as number)++;
      }
      return null;
    },
  };
  return stream;
}

function joinLeaf(leaf: number, key: number, rest: RankedSet): RankedSet {
  return { key: key + rest.key, size: rest.size + 1, leaf, inner: null, rest, leaves: null };
}

/** Each set of one stream with each of the other. */
export function productStream(left: Stream, right: Stream): Stream {
  interface Pair {
    readonly i: number;
    readonly j: number;
    readonly set: RankedSet;
  }
  const waiting: [number, number][] = [[0, 0]];
  const ready: Pair[] = [];
  const stream: Stream = {
    found: [],
    done: false,
    want: 0,
    advance: () => {
      while (waiting.length > 0) {
        const [i, j] = waiting[waiting.length - 1] as [number, number];
        const hasLeft = has(left, i);
        if (hasLeft === undefined) return needing(left, i);
        const hasRight = hasLeft ? has(right, j) : false;
        if (hasRight === undefined) return needing(right, j);
        waiting.pop();
        if (hasLeft && hasRight)
          ready.push({ i, j, set: join(left.found[i] as RankedSet, right.found[j] as RankedSet) });
      }
      let best = -1;
      for (let at = 0; at < ready.length; at++) {
        if (best < 0 || compareSets((ready[at] as Pair).set, (ready[best] as Pair).set) < 0) best = at;
      }
      if (best < 0) {
        stream.done = true;
        return null;
      }
      const { i, j, set } = ready[best] as Pair;
      ready[best] = ready[ready.length - 1] as Pair;
      ready.pop();
      stream.found.push(set);
      waiting.push([i, j + 1]);
      if (j === 0) waiting.push([i + 1, 0]);
      return null;
    },
  };
  return stream;
}

function join(inner: RankedSet, rest: RankedSet): RankedSet {
  return { key: inner.key + rest.key, size: inner.size + rest.size, leaf: -1, inner, rest, leaves: null };
}

/** Make `stream` hold `count` sets, or all it has; false if that takes more than `budget.steps` steps, which are used up. */
export function extend(stream: Stream, count: number, budget: { steps: number }): boolean {
  stream.want = Math.max(stream.want, count);
  const stack: Stream[] = [stream];
  while (stack.length > 0) {
    const top = stack[stack.length - 1] as Stream;
    if (top.done || top.found.length >= top.want) {
      stack.pop();
      continue;
    }
    if (--budget.steps < 0) return false;
    const first = top.advance();
    if (first !== null) stack.push(first);
  }
  return true;
}
