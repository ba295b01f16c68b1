import type { Diagrams } from './diagrams.js';
import { coneOf } from './sweep.js';

/** An effect below this part of P(root fails) is not trusted: it is a small difference of large numbers. */
const LEAST_PART = 1e-3;

/**
 * P(root fails | leaf fails) and P(root fails | leaf holds) of a coherent model by the chain rule: one sweep down gives the
 * derivative of P(root fails) by the value of every slot, modules and what is in them included. `values` are the
 * probabilities of all slots; `derivative` is room for as many. From P, the two are P + (1-p)·derivative and P - p·derivative;
 * the sum is as accurate as P, and so is the difference unless it is far smaller than P. The leaves where it is are given
 * back, to be answered in another way.
 */
export function effectsByGradient(
  d: Diagrams,
  values: Float64Array,
  root: number,
  derivative: Float64Array,
  whenFails: Float64Array,
  whenHolds: Float64Array,
): readonly number[] {
  const { variable, lo, hi } = d;
  const { leaves } = d.graph;
  const { from, to } = coneOf(d, root);
  derivative.fill(0, 0, leaves + 2);
  derivative.fill(0, leaves + from, root + 1);
  derivative[root] = 1;
  for (let n = to; n >= from; n--) {
    const weight = derivative[leaves + n];
    if (weight === 0) continue;
    const v = variable[n];
    const h = hi[n];
    const l = lo[n];
    const falls = weight * values[v];
    derivative[v] += weight * (values[h] - values[l]);
    derivative[h] += falls;
    derivative[l] += weight - falls;
  }
  const total = values[root];
  const small: number[] = [];
  for (let leaf = 0; leaf < leaves; leaf++) {
    const gain = Math.max(0, derivative[leaf]); // below 0 only by rounding
    if (gain === 0) continue;
    const p = values[leaf];
    whenFails[leaf] = Math.min(1, total + (1 - p) * gain);
    whenHolds[leaf] = Math.max(0, total - p * gain);
    if (whenHolds[leaf] < LEAST_PART * total) small.push(leaf);
  }
  return small;
}
