import { ABORTED } from './bdd.js';
import type { Diagrams } from './diagrams.js';
import { coneOf } from './sweep.js';
import { createZbdd, type Zbdd } from './zbdd.js';

/** No family is known for a node: its gate has no diagram, or a limit was met. */
export const UNKNOWN = -1;
const NOT_MADE = -2;

/** Families of sets of leaves, or of literals, in which a whole module may be one variable. */
export interface Families {
  readonly zbdd: Zbdd;
  /** The leaf of a level (for literals: `leaf` if it fails, `leaves + leaf` if it holds); -1 for a module. */
  leafAt(level: number): number;
  /** The family, or `UNKNOWN`, that a module's level stands for. */
  innerAt(level: number): number;
  /** The family of a slot above the leaves: a node of `zbdd` or `UNKNOWN`; with the families of all modules inside. */
  familyOf(slot: number): number;
}

/**
 * Minimal cut sets, made when first asked for and then kept: the least sets of leaves that make a node fail if all other
 * leaves hold. In a coherent model there is no need to say what the others do; in a non-coherent one these are the minimal
 * positive parts of the prime implicants (Rauzy, "Mathematical foundation of minimal cutsets", IEEE Trans. Reliability 50,
 * 2001).
 *
 * For f = (x, f1, f0) they are those of f0, and those of f1 that include none of f0's, each with x. Where f is monotone every
 * solution of f0 is one of f1, a minimal one of f1 that includes one of f0 is equal to it, and the operator "without" of the
 * literature is a plain difference of families (Rauzy, "New algorithms for fault trees analysis", Reliability Engineering
 * and System Safety 40, 1993). A module that fails when all its leaves hold is turned round: its variable in the families
 * stands for the least sets that make it hold.
 */
export function createMinimalSets(d: Diagrams, maxNodes: number): Families {
  const { leaves, signs } = d.graph;
  const zbdd = createZbdd(maxNodes);
  const idle = signs === null ? null : idleValues(d);
  const idleOf = (slot: number): number => (idle === null ? 0 : idle[slot]);
  const families = new Int32Array(2 * d.nodes).fill(NOT_MADE); // of node n being v at 2n + v
  families[0] = families[3] = 1;
  families[1] = families[2] = 0;

  const prepare = (slot: number): void => {
    const { from, to } = coneOf(d, slot);
    if (to < from) return;
    const wanted = new Uint8Array(2 * (to - from + 1));
    const want = (child: number, value: number): void => {
      if (child >= leaves + 2) wanted[2 * (child - leaves - from) + value] = 1;
    };
    want(slot, 1);
    for (let n = to; n >= from; n--) {
      for (let value = 0; value < 2; value++) {
        if (wanted[2 * (n - from) + value] === 0 || d.variable[n] < 0) continue;
        if (idle !== null && idle[leaves + n] === value) continue; // no leaf need fail
        const v = d.variable[n];
        want(v, 1 - idleOf(v));
        want(d.lo[n], value);
        want(d.hi[n], value);
      }
    }
    for (let n = from; n <= to; n++) {
      for (let value = 0; value < 2; value++) {
        const at = 2 * n + value;
        if (wanted[at - 2 * from] === 1 && families[at] === NOT_MADE) families[at] = minimise(n, value);
      }
    }
  };

  const minimise = (n: number, value: number): number => {
    const v = d.variable[n];
    if (v < 0) return UNKNOWN;
    if (idle !== null && idle[leaves + n] === value) return 1;
    const turned = idleOf(v) === 1;
    const still = families[2 * ((turned ? d.hi[n] : d.lo[n]) - leaves) + value];
    const moved = families[2 * ((turned ? d.lo[n] : d.hi[n]) - leaves) + value];
    if (still === UNKNOWN || moved === UNKNOWN) return UNKNOWN;
    const rest = signs === null ? zbdd.minus(moved, still) : zbdd.without(moved, still);
    return rest === ABORTED ? UNKNOWN : zbdd.make(d.level[n], still, rest);
  };

  return {
    zbdd,
    leafAt: (level) => (d.levelSlot[level] < leaves ? d.levelSlot[level] : -1),
    innerAt: (level) => {
      const slot = d.levelSlot[level];
      const family = families[2 * (slot - leaves) + 1 - idleOf(slot)];
      return family === NOT_MADE ? UNKNOWN : family;
    },
    familyOf: (slot) => {
      prepare(slot);
      return families[2 * (slot - leaves) + 1];
    },
  };
}

/** Whether a family and those of all modules inside it are known. */
export function isKnown(sets: Families, root: number): boolean {
  if (root === UNKNOWN) return false;
  const { zbdd } = sets;
  const seen = new Set<number>();
  const nodes = [root];
  while (nodes.length > 0) {
    const n = nodes.pop() as number;
    if (n < 2 || seen.has(n)) continue;
    seen.add(n);
    nodes.push(zbdd.lo(n), zbdd.hi(n));
    if (sets.leafAt(zbdd.level(n)) >= 0) continue;
    const inner = sets.innerAt(zbdd.level(n));
    if (inner === UNKNOWN) return false;
    nodes.push(inner);
  }
  return true;
}

/** Per slot: whether it fails when all leaves hold. */
function idleValues(d: Diagrams): Uint8Array {
  const { leaves } = d.graph;
  const idle = new Uint8Array(leaves + d.nodes);
  idle[leaves + 1] = 1;
  for (let n = 2; n < d.nodes; n++) {
    if (d.variable[n] >= 0) idle[leaves + n] = idle[d.variable[n]] === 1 ? idle[d.hi[n]] : idle[d.lo[n]];
  }
  return idle;
}
