import { ABORTED } from './bdd.js';
import type { Diagrams } from './diagrams.js';
import { coneOf } from './sweep.js';
import { createZbdd, type Zbdd } from './zbdd.js';

/** No family is known for a node: its gate has no diagram, or a limit was met. */
export const UNKNOWN = -1;

/** The minimal cut sets of nodes of the diagrams, made when first asked for and then kept. */
export interface MinimalSets {
  readonly zbdd: Zbdd;
  /** The family of a slot above the leaves: a node of `zbdd` or `UNKNOWN`. Modules inside it are variables. */
  family(slot: number): number;
  /** Slot of a level's variable: a leaf or a module's root. */
  slotOfLevel(level: number): number;
  /** Prepare the family of `slot` and of all modules that it contains. */
  prepare(slot: number): void;
}

/**
 * Minimal solutions of a monotone function from its diagram: those of f = (x, f1, f0) are those of f0, and those of f1 that
 * include none of f0's, each with x. Since every solution of f0 is one of f1, a minimal one of f1 that includes one of f0 is
 * equal to it, and the operator "without" of the literature is a plain difference of families here.
 * Rauzy, "New algorithms for fault trees analysis", Reliability Engineering and System Safety 40 (1993).
 */
export function createMinimalSets(d: Diagrams, maxNodes: number): MinimalSets {
  const { leaves } = d.graph;
  const zbdd = createZbdd(maxNodes);
  const families = new Int32Array(d.nodes).fill(-2); // not made yet
  families[0] = 0;
  families[1] = 1;

  const prepare = (slot: number): void => {
    const { from, to } = coneOf(d, slot);
    if (to < from) return;
    const wanted = new Uint8Array(to - from + 1);
    const want = (child: number): void => {
      if (child >= leaves + 2) wanted[child - leaves - from] = 1;
    };
    want(slot);
    for (let n = to; n >= from; n--) {
      if (wanted[n - from] === 0) continue;
      if (d.variable[n] < 0) {
        const gate = d.lo[n];
        for (let i = d.graph.start[gate]; i < d.graph.start[gate + 1]; i++) want(d.slotOf[d.graph.inputs[i]]);
      } else {
        want(d.variable[n]);
        want(d.lo[n]);
        want(d.hi[n]);
      }
    }
    for (let n = from; n <= to; n++) {
      if (wanted[n - from] === 1 && families[n] === -2) families[n] = minimise(n);
    }
  };

  const minimise = (n: number): number => {
    if (d.variable[n] < 0) return UNKNOWN;
    const low = families[d.lo[n] - leaves];
    const high = families[d.hi[n] - leaves];
    if (low === UNKNOWN || high === UNKNOWN) return UNKNOWN;
    const rest = zbdd.minus(high, low);
    return rest === ABORTED ? UNKNOWN : zbdd.make(d.level[n], low, rest);
  };

  return {
    zbdd,
    family: (slot) => families[slot - leaves],
    slotOfLevel: (level) => d.levelSlot[level],
    prepare,
  };
}
