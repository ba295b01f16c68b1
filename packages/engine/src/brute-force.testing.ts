import { expect } from 'vitest';
import type { CutSet, NodeRef, RiskModel } from './types.js';

/** Truth tables of all nodes by enumeration: bit i of the index = leaf i fails. For models of at most 16 leaves. */
export function truthTables(model: RiskModel): (node: NodeRef) => Uint8Array {
  const size = 2 ** model.leaves;
  const tables = new Map<NodeRef, Uint8Array>();
  const table = (node: NodeRef): Uint8Array => {
    const known = tables.get(node);
    if (known) return known;
    const result = new Uint8Array(size);
    if (node < model.leaves) {
      for (let mask = 0; mask < size; mask++) result[mask] = (mask >> node) & 1;
    } else {
      const gate = model.gates[node - model.leaves]!;
      const inputs = gate.inputs.map(table);
      const need = gate.kind === 'atLeast' ? gate.k : gate.kind === 'or' ? 1 : inputs.length;
      for (let mask = 0; mask < size; mask++) {
        let failing = 0;
        for (const input of inputs) failing += input[mask]!;
        result[mask] = failing >= need ? 1 : 0;
      }
    }
    tables.set(node, result);
    return result;
  };
  return table;
}

/** The sum over all failing states of the product of their leaves' probabilities. */
export function bruteProbability(table: Uint8Array, p: ArrayLike<number>): number {
  const products = new Float64Array(table.length);
  products[0] = 1;
  for (let i = 0; i < p.length; i++) {
    for (let mask = 0; mask < 1 << i; mask++) {
      products[mask + (1 << i)] = products[mask]! * p[i]!;
      products[mask]! *= 1 - p[i]!;
    }
  }
  let sum = 0;
  for (let mask = 0; mask < table.length; mask++) if (table[mask] === 1) sum += products[mask]!;
  return sum;
}

export function bruteSupport(table: Uint8Array, leaves: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < leaves; i++) if (table.some((x, mask) => x !== table[mask ^ (1 << i)])) found.push(i);
  return found;
}

/** The least sum of costs of leaves whose holding suffices; Infinity if none does. */
export function brutePathSum(table: Uint8Array, costs: ArrayLike<number>): number {
  let best = Number.POSITIVE_INFINITY;
  for (let failing = 0; failing < table.length; failing++) {
    if (table[failing] === 1) continue;
    let sum = 0;
    for (let i = 0; i < costs.length; i++) if (((failing >> i) & 1) === 0) sum += costs[i]!;
    best = Math.min(best, sum);
  }
  return best;
}

/** Whether it holds when these leaves hold and all others fail. */
export function isPathSet(table: Uint8Array, leaves: readonly number[]): boolean {
  let failing = table.length - 1;
  for (const leaf of leaves) failing &= ~(1 << leaf);
  return table[failing] === 0;
}

/** Minimal cut sets by weight, descending; ties by order, then by leaf numbers. */
export function bruteCutSets(table: Uint8Array, weights: ArrayLike<number>): CutSet[] {
  const sets: CutSet[] = [];
  for (let mask = 0; mask < table.length; mask++) {
    if (table[mask] === 0) continue;
    const leaves: number[] = [];
    for (let i = 0; 2 ** i <= mask; i++) if ((mask >> i) & 1) leaves.push(i);
    if (leaves.some((leaf) => table[mask ^ (1 << leaf)] === 1)) continue;
    sets.push({ leaves, weight: leaves.reduce((product, leaf) => product * weights[leaf]!, 1) });
  }
  return sets.sort(compareCutSets);
}

export function compareCutSets(x: CutSet, y: CutSet): number {
  if (x.weight !== y.weight) return y.weight - x.weight;
  if (x.leaves.length !== y.leaves.length) return x.leaves.length - y.leaves.length;
  const at = x.leaves.findIndex((leaf, i) => leaf !== y.leaves[i]);
  return at < 0 ? 0 : x.leaves[at]! - y.leaves[at]!;
}

/** Equal to 1e-12 relative, and exactly where the true value is 0. */
export function expectClose(actual: number, expected: number): void {
  if (Math.abs(actual - expected) <= 1e-12 * Math.abs(expected)) return;
  expect(actual).toBe(expected);
}
