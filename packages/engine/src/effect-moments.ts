import type { Diagrams } from './diagrams.js';
import type { Fold } from './fold-regions.js';
import { decide, mix } from './kernel.js';
import { regionOfNode } from './sweep.js';

/** Trials handled at a time: as many as keep the vectors in work below this many numbers (32 MB), within reason. */
const NUMBERS = 4_000_000;
const LONGEST = 1024;
const SHORTEST = 16;

/** Means over the trials of products of vectors: what the varying part of a model does to the part that does not vary. */
export interface Moments {
  /**
   * Six numbers for each node that is its own base, from `parts[6 * index[slot]]` on. With W the weight that reaches it, q its
   * variable, x and y what the values of `hi` and `lo` have as base: the means of Wq, Wqx, Wqy, and of the same with 1 - q.
   */
  readonly parts: Float64Array;
  readonly index: Int32Array;
  /** For the start of a region with something varying in it, unless it is its own base: the means of W and of Wx. */
  readonly starts: ReadonlyMap<number, readonly [number, number]>;
}

/**
 * Sweep the nodes at which varying things meet up for their values and down for the weight that reaches them, block by
 * block. The weight at the head of a region is what the root gains in probability when that head fails.
 */
export function momentsOf(
  d: Diagrams,
  fold: Fold,
  below: Uint8Array,
  values: readonly (number | Float64Array)[],
  trials: number,
): Moments {
  const { variable, lo, hi, nodeStart } = d;
  const { leaves } = d.graph;
  const { a, b, base } = fold;
  const root = below.length - 1;
  const isStart = startsIn(d, root);
  const order: number[] = []; // slots that get a vector, ascending
  const index = new Int32Array(below.length).fill(-1);
  for (let slot = leaves + 2; slot <= root; slot++) {
    if (below[slot] === 0 || base[slot] < 0 || (base[slot] !== slot && isStart[slot] === 0)) continue;
    index[slot] = order.length;
    order.push(slot);
  }
  const size = Math.min(trials, LONGEST, Math.max(SHORTEST, Math.floor(NUMBERS / (2 * order.length + 1))));
  const vectors = (): Float64Array[] => order.map(() => new Float64Array(size));
  const none = new Float64Array(size);
  const x = vectors();
  const weight = order.map((slot) => (base[slot] === slot ? new Float64Array(size) : none));
  const gain = order.map((slot) => (isStart[slot] === 1 ? new Float64Array(size) : none));
  const ifFails = new Float64Array(size);
  const ifHolds = new Float64Array(size);
  const columns = new Map<number, Float64Array>();
  const parts = new Float64Array(6 * order.length);
  const starts = new Map<number, [number, number]>();
  let length = 0;

  const read = (slot: number): Float64Array => {
    if (slot < 0) return none;
    return slot < leaves ? (columns.get(slot) as Float64Array) : (x[index[slot]] as Float64Array);
  };

  const up = (slot: number, out: Float64Array): void => {
    if (base[slot] !== slot) {
      mix(out, length, a[slot], b[slot], read(base[slot]), 0, none);
      return;
    }
    const v = variable[slot - leaves];
    const h = hi[slot - leaves];
    const l = lo[slot - leaves];
    if (base[v] >= 0) decide(out, length, 0, 1, read(v), a[h], b[h], read(base[h]), a[l], b[l], read(base[l]));
    else {
      const q = a[v];
      mix(out, length, q * a[h] + (1 - q) * a[l], q * b[h], read(base[h]), (1 - q) * b[l], read(base[l]));
    }
  };

  /** Pass a weight on to the base of a slot; `first` is the first slot of the region. Leaves need none. */
  const pass = (slot: number, first: number, factor: number, w: Float64Array): void => {
    const to = base[slot];
    const scale = factor * b[slot];
    if (to < leaves || scale === 0) return;
    const into = (to < first ? gain : weight)[index[to]] as Float64Array;
    for (let t = 0; t < length; t++) into[t] += scale * w[t];
  };

  const down = (slot: number): void => {
    const first = leaves + nodeStart[regionOfNode(d, slot - leaves)];
    const i = index[slot];
    const own = weight[i] as Float64Array;
    if (isStart[slot] === 1) {
      const start = gain[i] as Float64Array;
      if (base[slot] === slot) for (let t = 0; t < length; t++) own[t] += start[t];
      else {
        const sums = starts.get(slot) ?? [0, 0];
        addStart(start, read(base[slot]), length, sums);
        starts.set(slot, sums);
        pass(slot, first, 1, start);
        return;
      }
    }
    const v = variable[slot - leaves];
    const h = hi[slot - leaves];
    const l = lo[slot - leaves];
    const xh = read(base[h]);
    const xl = read(base[l]);
    if (base[v] < 0) {
      const q = a[v];
      addParts(own, xh, xl, length, q, parts, 6 * i);
      pass(h, first, q, own);
      pass(l, first, 1 - q, own);
      return;
    }
    const q = read(v);
    for (let t = 0; t < length; t++) {
      ifFails[t] = own[t] * q[t];
      ifHolds[t] = own[t] * (1 - q[t]);
    }
    addParts(ifFails, xh, xl, length, 1, parts, 6 * i);
    addParts(ifHolds, xh, xl, length, 0, parts, 6 * i);
    pass(h, first, 1, ifFails);
    pass(l, first, 1, ifHolds);
    if (v >= leaves) addGain(gain[index[v]] as Float64Array, own, length, a[h], b[h], xh, a[l], b[l], xl);
  };

  for (let from = 0; from < trials; from += size) {
    length = Math.min(size, trials - from);
    values.forEach((value, leaf) => {
      if (typeof value !== 'number') columns.set(leaf, value.subarray(from, from + length));
    });
    order.forEach((slot, i) => {
      up(slot, x[i] as Float64Array);
      weight[i]?.fill(0);
      gain[i]?.fill(slot === root ? 1 : 0);
    });
    for (let i = order.length - 1; i >= 0; i--) down(order[i] as number);
  }
  for (const sums of starts.values()) for (const i of [0, 1] as const) sums[i] /= trials;
  return { parts: parts.map((sum) => sum / trials), index, starts };
}

/** Per slot: 1 for the root and for heads of regions. */
function startsIn(d: Diagrams, root: number): Uint8Array {
  const isStart = new Uint8Array(root + 1);
  const { leaves } = d.graph;
  for (let r = 0; r < d.modules.count - 1; r++) {
    const slot = d.slotOf[leaves + d.modules.head[r]];
    if (slot <= root) isStart[slot] = 1;
  }
  isStart[root] = 1;
  return isStart;
}

function addStart(w: Float64Array, x: Float64Array, length: number, sums: [number, number]): void {
  let sum = 0;
  let product = 0;
  for (let t = 0; t < length; t++) {
    sum += w[t];
    product += w[t] * x[t];
  }
  sums[0] += sum;
  sums[1] += product;
}

/** Add the sums of w, wx and wy, the share `q` of them to the first three parts and the rest to the last three. */
function addParts(
  w: Float64Array,
  x: Float64Array,
  y: Float64Array,
  length: number,
  q: number,
  parts: Float64Array,
  at: number,
): void {
  let sum = 0;
  let withX = 0;
  let withY = 0;
  for (let t = 0; t < length; t++) {
    sum += w[t];
    withX += w[t] * x[t];
    withY += w[t] * y[t];
  }
  parts[at] += q * sum;
  parts[at + 1] += q * withX;
  parts[at + 2] += q * withY;
  parts[at + 3] += (1 - q) * sum;
  parts[at + 4] += (1 - q) * withX;
  parts[at + 5] += (1 - q) * withY;
}

function addGain(
  out: Float64Array,
  w: Float64Array,
  length: number,
  ah: number,
  bh: number,
  h: Float64Array,
  al: number,
  bl: number,
  l: Float64Array,
): void {
  for (let t = 0; t < length; t++) out[t] += w[t] * Math.max(0, ah + bh * h[t] - (al + bl * l[t]));
}
