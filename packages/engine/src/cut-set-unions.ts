import { ABORTED, createBdd, OR } from './bdd.js';
import type { Diagrams } from './diagrams.js';
import { type Families, UNKNOWN } from './minimal-sets.js';
import { regionOfNode } from './sweep.js';

/**
 * For each leaf of a coherent model the probability that some minimal cut set with that leaf fails, divided by the leaf's own;
 * NaN where that would take too long. Within a region it is P(some set with the variable fails, the variable left out of the
 * sets), from a diagram of its own; along the modules around a leaf these multiply, as each depends on other leaves.
 * `values` are the probabilities of all slots.
 */
export function unionsWithLeaf(
  d: Diagrams,
  sets: Families,
  root: number,
  values: Float64Array,
  maxNodes: number,
): Float64Array {
  const { modules, slotOf, levelSlot, levelStart } = d;
  const { leaves } = d.graph;
  const found = new Float64Array(leaves);
  const around = new Map<number, number>([[root, 1]]); // by slot of a module: the product of those around it
  const rootRegion = regionOfNode(d, root - leaves);
  let steps = maxNodes;
  for (let r = rootRegion; r >= modules.first[rootRegion]; r--) {
    const start = r === rootRegion ? root : slotOf[leaves + modules.head[r]];
    const outer = around.get(start);
    if (outer === undefined || start < leaves + 2) continue;
    const first = levelStart[r];
    const levels = levelStart[r + 1] - first;
    const each = unionsOfRegion(sets, sets.familyOf(start), first, levels, (level) => values[levelSlot[level]], steps);
    steps -= each.steps;
    for (let at = 0; at < levels; at++) {
      const slot = levelSlot[first + at];
      const product = outer * each.probability[at];
      if (slot < leaves) found[slot] = product;
      else if (product !== 0) around.set(slot, product);
    }
  }
  return found;
}

function unionsOfRegion(
  { zbdd }: Families,
  family: number,
  first: number,
  levels: number,
  valueAt: (level: number) => number,
  maxSteps: number,
): { readonly probability: Float64Array; readonly steps: number } {
  const probability = new Float64Array(levels).fill(Number.NaN);
  if (family === UNKNOWN) return { probability, steps: 0 };
  const bdd = createBdd();
  bdd.begin(levels, maxSteps + 2, 4 * maxSteps, true);
  const functions = new Map<number, number>([
    [0, 0],
    [1, 1],
  ]); // of a family: some set of it fails
  const chances: number[] = [0, 1]; // of the nodes of `bdd`
  let steps = maxSteps;

  /** `bdd` nodes stand after their children, so what is new is computed in order. */
  const chanceOf = (node: number): number => {
    for (let n = chances.length; n <= node; n++) {
      const q = valueAt(first + bdd.level(n));
      chances.push(q * (chances[bdd.hi(n)] as number) + (1 - q) * (chances[bdd.lo(n)] as number));
    }
    return chances[node] as number;
  };

  /** The nodes below `from` that `known` does not have, children first; null when there are too many steps. */
  const missing = (from: number, known: ReadonlyMap<number, number>, last: number): number[] | null => {
    const order: number[] = [];
    const seen = new Set<number>();
    const stack = [from];
    while (stack.length > 0) {
      const n = stack[stack.length - 1] as number;
      const ready = known.has(n) || seen.has(n) || zbdd.level(n) >= last;
      const children = ready
        ? []
        : [zbdd.lo(n), zbdd.hi(n)].filter((x) => !known.has(x) && !seen.has(x) && zbdd.level(x) < last);
      if (children.length > 0) {
        stack.push(...children);
        if (--steps < 0) return null;
        continue;
      }
      stack.pop();
      if (ready) continue;
      seen.add(n);
      order.push(n);
    }
    return order;
  };

  const functionOf = (root: number): number => {
    const order = missing(root, functions, Number.POSITIVE_INFINITY);
    if (order === null) return ABORTED;
    for (const n of order) {
      const low = functions.get(zbdd.lo(n)) as number;
      const either = bdd.apply(OR, functions.get(zbdd.hi(n)) as number, low);
      const node = either === ABORTED ? ABORTED : bdd.make(zbdd.level(n) - first, low, either);
      if (node === ABORTED) return ABORTED;
      functions.set(n, node);
    }
    return functions.get(root) as number;
  };

  /** The sets with the variable of a level, without it. */
  const setsWith = (level: number): number => {
    const parts = new Map<number, number>();
    const partOf = (n: number): number =>
      zbdd.level(n) > level ? 0 : zbdd.level(n) === level ? zbdd.hi(n) : (parts.get(n) as number);
    const order = missing(family, parts, level);
    if (order === null) return ABORTED;
    for (const n of order) {
      const part = zbdd.make(zbdd.level(n), partOf(zbdd.lo(n)), partOf(zbdd.hi(n)));
      if (part === ABORTED) return ABORTED;
      parts.set(n, part);
    }
    return partOf(family);
  };

  for (let at = 0; at < levels; at++) {
    const part = setsWith(first + at);
    const node = part === ABORTED ? ABORTED : functionOf(part);
    if (node === ABORTED) break;
    probability[at] = chanceOf(node);
  }
  return { probability, steps: maxSteps - Math.max(0, steps) };
}
