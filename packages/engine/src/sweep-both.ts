import type { Diagrams } from './diagrams.js';

/** Per slot: the probability that it fails, and that it holds. */
export interface Both {
  readonly fails: Float64Array;
  readonly holds: Float64Array;
}

/**
 * P(fails) and P(holds) of the nodes `from … to` of a non-coherent model. A module may count there when it holds, which can be
 * far less likely than a rounding error of P(fails): so neither is computed from the other.
 */
export function sweepBoth(d: Diagrams, p: Float64Array, from: number, to: number): Both {
  const { leaves } = d.graph;
  const { variable, lo, hi } = d;
  const fails = new Float64Array(leaves + to + 1);
  const holds = new Float64Array(leaves + to + 1);
  fails.set(p);
  for (let leaf = 0; leaf < leaves; leaf++) holds[leaf] = 1 - p[leaf];
  holds[leaves] = 1;
  fails[leaves + 1] = 1;
  for (let n = from; n <= to; n++) {
    const v = variable[n];
    if (v < 0) continue; // a gate without a diagram, on which nothing asked depends
    fails[leaves + n] = fails[v] * fails[hi[n]] + holds[v] * fails[lo[n]];
    holds[leaves + n] = fails[v] * holds[hi[n]] + holds[v] * holds[lo[n]];
  }
  return { fails, holds };
}
