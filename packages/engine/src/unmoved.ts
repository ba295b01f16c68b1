import type { Diagrams } from './diagrams.js';
import type { Interval, LeafEffects } from './types.js';

/** The effects on a root that depends on no leaf but, if it is one, itself. */
export function unmoved(d: Diagrams, probability: Interval, slot: number): LeafEffects {
  const { leaves } = d.graph;
  const memory = new ArrayBuffer(2 * 8 * leaves);
  const whenFails = new Float64Array(memory, 0, leaves).fill(probability.upper);
  const whenHolds = new Float64Array(memory, 8 * leaves, leaves).fill(probability.upper);
  if (slot < leaves) {
    whenFails[slot] = 1;
    whenHolds[slot] = 0;
  }
  return { probability, whenFails, whenHolds, exact: probability.exact };
}
