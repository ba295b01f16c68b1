import type { Diagrams } from './diagrams.js';
import type { Interval } from './types.js';

/**
 * First-order estimate: derivatives of the root's upper bound, gate by gate as if a gate's inputs were independent. `values`
 * holds the upper bounds of all slots, at the leaves' means where some of them vary.
 */
export function estimateEffects(
  d: Diagrams,
  values: Float64Array,
  rootSlot: number,
  { lower, upper }: Interval,
  varying: ReadonlyMap<number, Float64Array> | null,
  whenFails: Float64Array,
  whenHolds: Float64Array,
): void {
  const { graph, variable, lo, hi, slotOf } = d;
  const { leaves, start, inputs, need } = graph;
  const slope = new Float64Array(rootSlot + 1);
  slope[rootSlot] = 1;
  for (let slot = rootSlot; slot >= leaves + 2; slot--) {
    const w = slope[slot];
    if (w === 0) continue;
    const n = slot - leaves;
    const v = variable[n];
    if (v >= 0) {
      const q = values[v];
      slope[v] += w * Math.max(0, values[hi[n]] - values[lo[n]]);
      slope[hi[n]] += w * q;
      slope[lo[n]] += w * (1 - q);
      continue;
    }
    const own = Array.from(inputs.subarray(start[lo[n]], start[lo[n] + 1]), (ref) => slotOf[ref]);
    const slopes = countSlopes(
      own.map((input) => values[input]),
      need[lo[n]],
    );
    own.forEach((input, i) => {
      slope[input] += w * slopes[i];
    });
  }
  for (let leaf = 0; leaf < leaves; leaf++) {
    const q = values[leaf];
    const effect = Math.min(1, slope[leaf]);
    if (effect === 0) continue;
    const most = q > 0 && !varying?.has(leaf) ? Math.min(1, upper / q) : 1; // P(leaf fails) · whenFails <= upper
    whenFails[leaf] = Math.max(lower, Math.min(most, upper + (1 - q) * effect));
    whenHolds[leaf] = Math.max(0, upper - q * effect);
  }
}

/** Derivatives of P(at least k of independent events) by each event's probability: P(exactly k-1 of the others). */
function countSlopes(x: readonly number[], k: number): number[] {
  const n = x.length;
  if (k === 1 || k === n) {
    const factor = (q: number): number => (k === 1 ? 1 - q : q);
    const slopes = new Array<number>(n).fill(1);
    for (let i = 0, product = 1; i < n; i++) {
      slopes[i] *= product;
      product *= factor(x[i]);
    }
    for (let i = n - 1, product = 1; i >= 0; i--) {
      slopes[i] *= product;
      product *= factor(x[i]);
    }
    return slopes;
  }
  if (n * n * k > 1e6) return x.map(() => k / n); // only an estimate, and not worth more time
  return x.map((_, skip) => {
    const exactly = new Float64Array(k);
    exactly[0] = 1;
    for (let i = 0; i < n; i++) {
      if (i === skip) continue;
      for (let j = k - 1; j > 0; j--) exactly[j] = exactly[j] * (1 - x[i]) + exactly[j - 1] * x[i];
      exactly[0] *= 1 - x[i];
    }
    return exactly[k - 1];
  });
}
