import type { Diagrams } from './diagrams.js';
import { asCutSet, compareSets, EMPTY_SET, keysOf, leavesOf, type RankedSet } from './ranked-sets.js';
import type { CutSet, CutSetList, CutSetQuery } from './types.js';

/** Sets carried per gate, at least; more would rarely change the list. */
const CARRIED = 32;
/** Steps that are taken even under a limit too small for anything. */
const FEWEST_STEPS = 100_000;

/**
 * Minimal cut sets of a node whose diagram is not known: the best cut sets of each gate from the best of its inputs, and at
 * the end every set made minimal by leaving out what it can spare. Each set listed is a minimal cut set; others that are as
 * good may be missing (`exact: false`).
 */
export function candidateSets(d: Diagrams, slot: number, query: CutSetQuery, maxSteps: number): CutSetList {
  const { graph } = d;
  const { leaves } = graph;
  const { weights, top, order = Number.POSITIVE_INFINITY, cutOff = 0 } = query;
  const keys = keysOf(weights).map((key) => (key === Number.NEGATIVE_INFINITY ? -(2 ** 45) : key));
  const carried = Math.min(Math.max(CARRIED, top), 1000);
  const below = gatesBelow(d, slot);
  const lists = new Map<number, readonly RankedSet[]>();
  let steps = Math.max(FEWEST_STEPS, maxSteps);

  const single = (leaf: number): RankedSet => ({ ...EMPTY_SET, key: keys[leaf], size: 1, leaves: [leaf] });
  const listOf = (ref: number): readonly RankedSet[] =>
    ref < leaves ? [single(ref)] : (lists.get(ref - leaves) ?? []);
  const best = (sets: readonly RankedSet[]): readonly RankedSet[] => {
    const sorted = [...sets].sort(compareSets);
    return sorted.filter((set, i) => i === 0 || compareSets(sorted[i - 1] as RankedSet, set) !== 0).slice(0, carried);
  };
  const united = (x: RankedSet, y: RankedSet): RankedSet => {
    const all = [...new Set([...leavesOf(x), ...leavesOf(y)])].sort((a, b) => a - b);
    return { ...EMPTY_SET, key: all.reduce((sum, leaf) => sum + keys[leaf], 0), size: all.length, leaves: all };
  };
  /** The best pairs, without looking at pairs that are outranked by `carried` others on both sides. */
  const products = (xs: readonly RankedSet[], ys: readonly RankedSet[]): RankedSet[] => {
    const found: RankedSet[] = [];
    for (let i = 0; i < xs.length; i++) {
      for (let j = 0; j < ys.length && (i + 1) * (j + 1) <= carried && steps > 0; j++) {
        const set = united(xs[i] as RankedSet, ys[j] as RankedSet);
        steps -= set.size;
        found.push(set);
      }
    }
    return found;
  };

  for (const gate of below) {
    const inputs = Array.from(graph.inputs.subarray(graph.start[gate], graph.start[gate + 1]));
    const need = graph.need[gate];
    if (need === 1) {
      lists.set(gate, best(inputs.flatMap(listOf)));
      continue;
    }
    // rows[j]: best sets that make j of the inputs so far fail
    const rows: (readonly RankedSet[])[] = [[EMPTY_SET]];
    inputs.forEach((ref, i) => {
      const own = listOf(ref);
      for (let j = Math.min(need, i + 1); j >= Math.max(1, need - (inputs.length - 1 - i)); j--) {
        rows[j] = best([...(rows[j] ?? []), ...products(rows[j - 1] ?? [], own)]);
      }
    });
    lists.set(gate, rows[need] ?? []);
  }

  const fails = evaluator(d, below);
  const found = new Map<string, CutSet>();
  for (const set of lists.get(below[below.length - 1] as number) ?? []) {
    if (steps <= 0 && found.size > 0) break;
    steps -= set.size * graph.inputs.length;
    const minimal = minimise(leavesOf(set), fails);
    const cutSet = asCutSet({ ...EMPTY_SET, leaves: minimal }, weights);
    if (minimal.length <= order && cutSet.weight >= cutOff) found.set(minimal.join(), cutSet);
  }
  const sorted = [...found.values()].sort(
    (x, y) => y.weight - x.weight || x.leaves.length - y.leaves.length || compareLeaves(x.leaves, y.leaves),
  );
  return { sets: sorted.slice(0, top), exact: false };
}

function compareLeaves(x: readonly number[], y: readonly number[]): number {
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return (x[i] as number) - (y[i] as number);
  return 0;
}

/** The gates that a slot's value depends on, inputs before users; the last is the slot's own. */
function gatesBelow({ graph, slotOf }: Diagrams, slot: number): number[] {
  const { leaves, gates, start, inputs } = graph;
  let top = 0;
  while (slotOf[leaves + top] !== slot) top++;
  const order: number[] = [];
  const state = new Uint8Array(gates);
  const path = [top];
  const next = new Int32Array(gates);
  state[top] = 1;
  next[top] = start[top];
  while (path.length > 0) {
    const g = path[path.length - 1] as number;
    if (next[g] === start[g + 1]) {
      order.push(g);
      path.pop();
      continue;
    }
    const child = inputs[next[g]++] - leaves;
    if (child < 0 || state[child] === 1) continue;
    state[child] = 1;
    next[child] = start[child];
    path.push(child);
  }
  return order;
}

/** Whether the last gate of `below` fails when exactly these leaves fail. */
function evaluator({ graph }: Diagrams, below: readonly number[]): (failing: Set<number>) => boolean {
  const { leaves, start, inputs, need } = graph;
  const state = new Uint8Array(graph.gates);
  return (failing) => {
    for (const g of below) {
      let count = 0;
      for (let i = start[g]; i < start[g + 1]; i++) {
        const ref = inputs[i];
        if (ref < leaves ? failing.has(ref) : state[ref - leaves] === 1) count++;
      }
      state[g] = count >= need[g] ? 1 : 0;
    }
    return state[below[below.length - 1] as number] === 1;
  };
}

function minimise(leaves: readonly number[], fails: (failing: Set<number>) => boolean): number[] {
  const kept = new Set(leaves);
  for (const leaf of [...leaves].reverse()) {
    kept.delete(leaf);
    if (!fails(kept)) kept.add(leaf);
  }
  return [...kept].sort((a, b) => a - b);
}
