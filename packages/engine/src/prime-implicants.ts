import { ABORTED, AND, createBdd, XOR } from './bdd.js';
import type { Diagrams } from './diagrams.js';
import { type Families, UNKNOWN } from './minimal-sets.js';
import { coneOf } from './sweep.js';
import { createZbdd } from './zbdd.js';

/** Steps of `apply` per node allowed. */
const STEPS_PER_NODE = 16;

/**
 * Prime implicants, over literals: the primes of f = (x, f1, f0) are those of f1 and f0 together, and those of f1 with x and
 * of f0 with not x that are not among them. A module stands for its own primes, and negated for those of its negation.
 * Coudert & Madre, "Implicit and incremental computation of primes and essential primes of Boolean functions", DAC 1992;
 * Rauzy & Dutuit, "Exact and truncated computations of prime implicants of coherent and non-coherent fault trees within
 * Aralia", Reliability Engineering and System Safety 58 (1997).
 */
export function createPrimeImplicants(d: Diagrams, maxNodes: number): Families {
  const { leaves } = d.graph;
  const zbdd = createZbdd(maxNodes);
  const bdd = createBdd();
  bdd.begin(d.levelSlot.length, d.nodes + maxNodes, maxNodes * STEPS_PER_NODE, false);
  const copies = new Int32Array(d.nodes).fill(UNKNOWN); // of the nodes of the diagrams, in `bdd`
  copies[0] = 0;
  copies[1] = 1;
  const primes = new Map<number, number>([
    [0, 0],
    [1, 1],
  ]);
  const both = new Map<number, number>();

  const copy = (from: number, to: number): void => {
    for (let n = from; n <= to; n++) {
      if (copies[n] !== UNKNOWN || d.variable[n] < 0) continue;
      const low = copies[d.lo[n] - leaves];
      const high = copies[d.hi[n] - leaves];
      if (low !== UNKNOWN && high !== UNKNOWN) copies[n] = bdd.make(d.level[n], low, high); // ABORTED is UNKNOWN
    }
  };

  /** Primes of a node of `bdd`, with a stack of its own. */
  const primesOf = (root: number): number => {
    if (root === UNKNOWN) return UNKNOWN;
    const stack = [root];
    while (stack.length > 0) {
      const f = stack[stack.length - 1] as number;
      if (primes.has(f)) {
        stack.pop();
        continue;
      }
      const low = bdd.lo(f);
      const high = bdd.hi(f);
      let shared = both.get(f);
      if (shared === undefined) {
        shared = bdd.apply(AND, low, high);
        both.set(f, shared);
      }
      if (shared === ABORTED) return UNKNOWN;
      const missing = [shared, low, high].filter((child) => !primes.has(child));
      if (missing.length > 0) {
        stack.push(...missing);
        continue;
      }
      const found = combine(bdd.level(f), primes.get(shared)!, primes.get(low)!, primes.get(high)!);
      if (found === ABORTED) return UNKNOWN;
      primes.set(f, found);
      both.delete(f);
    }
    return primes.get(root)!;
  };

  const combine = (level: number, shared: number, low: number, high: number): number => {
    const fails = zbdd.minus(high, shared);
    const holds = zbdd.minus(low, shared);
    if (fails === ABORTED || holds === ABORTED) return ABORTED;
    const positive = zbdd.make(2 * level + 1, shared, fails);
    return positive === ABORTED ? ABORTED : zbdd.make(2 * level, positive, holds);
  };

  const familyOfNode = (n: number, value: number): number => {
    const node = copies[n];
    if (value === 1 || node === UNKNOWN) return primesOf(node);
    return primesOf(bdd.apply(XOR, node, 1));
  };

  return {
    zbdd,
    leafAt: (level) => {
      const slot = d.levelSlot[level >> 1];
      return slot >= leaves ? -1 : (level & 1) === 1 ? slot : leaves + slot;
    },
    innerAt: (level) => familyOfNode(d.levelSlot[level >> 1] - leaves, level & 1),
    familyOf: (slot) => {
      const { from, to } = coneOf(d, slot);
      copy(from, to);
      // Modules first, so that a family stands after those that it contains.
      for (let level = 0; level < d.levelSlot.length; level++) {
        const n = d.levelSlot[level] - leaves;
        if (n < Math.max(from, 2) || n > to) continue;
        if (familyOfNode(n, 0) === UNKNOWN || familyOfNode(n, 1) === UNKNOWN) return UNKNOWN;
      }
      return familyOfNode(slot - leaves, 1);
    },
  };
}
