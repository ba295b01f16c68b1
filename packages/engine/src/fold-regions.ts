import type { Diagrams } from './diagrams.js';

/**
 * Slots as `a + b·x`, where x is what slot `base` stands for, never outside the slot's own region: a varying variable of the
 * region (a leaf or the head of a region inside it), or a node at which varying things meet, whose base is itself. The plain
 * number `a` where `base` is -1. For a node with another node as base, `b` is the probability to get from one to the other.
 */
export interface Fold {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly base: Int32Array;
}

/** Per slot: 1 if it is `slot` or the value of `slot` depends on it. */
export function slotsBelow(d: Diagrams, slot: number): Uint8Array {
  const below = new Uint8Array(slot + 1);
  const { leaves } = d.graph;
  below[slot] = 1;
  for (let at = slot; at >= leaves + 2; at--) {
    if (below[at] === 1) below[d.variable[at - leaves]] = below[d.hi[at - leaves]] = below[d.lo[at - leaves]] = 1;
  }
  return below;
}

/** Fold the slots of `below`, all of them exact, for leaves that are numbers or columns. */
export function foldRegions(d: Diagrams, values: readonly (number | Float64Array)[], below: Uint8Array): Fold {
  const { variable, lo, hi } = d;
  const { leaves } = d.graph;
  const a = new Float64Array(below.length);
  const b = new Float64Array(below.length);
  const base = new Int32Array(below.length).fill(-1);
  const self = (slot: number): void => {
    b[slot] = 1;
    base[slot] = slot;
  };
  values.forEach((value, leaf) => {
    if (typeof value === 'number') a[leaf] = value;
    else self(leaf);
  });
  a[leaves + 1] = 1;
  for (let slot = leaves + 2; slot < below.length; slot++) {
    if (below[slot] === 0) continue;
    const v = variable[slot - leaves];
    const h = hi[slot - leaves];
    const l = lo[slot - leaves];
    if (base[v] >= 0) {
      if (base[h] >= 0 || base[l] >= 0) self(slot);
      else {
        a[slot] = a[l];
        b[slot] = Math.max(0, a[h] - a[l]); // below 0 only by rounding
        base[slot] = v;
      }
    } else if (base[h] >= 0 && base[l] >= 0 && base[h] !== base[l]) self(slot);
    else {
      const q = a[v];
      a[slot] = q * a[h] + (1 - q) * a[l];
      b[slot] = q * b[h] + (1 - q) * b[l];
      base[slot] = Math.max(base[h], base[l]);
    }
  }
  return { a, b, base };
}
