import { randomNumbers } from '../../../bench/near-tree.mjs';
import type { Gate, NodeRef, RiskModel } from './types.js';

/** A model with shared leaves and gates, its only root the last gate; deterministic in the seed. */
export function randomModel(seed: number, leaves: number, coherent: boolean): RiskModel {
  const random = randomNumbers(seed);
  const below = (n: number): number => Math.min(n - 1, Math.floor(random() * n));
  const kinds = coherent
    ? (['or', 'and', 'atLeast'] as const)
    : (['or', 'and', 'or', 'and', 'atLeast', 'cardinality', 'nor', 'nand', 'xor', 'not', 'iff', 'imply'] as const);
  const gates: Gate[] = [];
  const count = 4 + below(8);
  for (let g = 0; g < count; g++) {
    const kind = kinds[below(kinds.length)]!;
    const n = kind === 'not' ? 1 : kind === 'iff' || kind === 'imply' ? 2 : 2 + below(4);
    const inputs = Array.from({ length: n }, () =>
      g === 0 || random() < 0.5 ? below(leaves) : leaves + g - 1 - below(Math.min(g, 3)),
    );
    if (kind === 'atLeast') gates.push({ kind, k: 1 + below(n), inputs });
    else if (kind === 'cardinality') {
      const min = below(n);
      gates.push({ kind, min, max: min + below(n - min + 1), inputs });
    } else gates.push({ kind, inputs });
  }
  // The last gate joins some that would be left out.
  gates.push({
    kind: random() < 0.5 ? 'or' : 'and',
    inputs: [leaves + count - 1, leaves + below(count), below(leaves)],
  });
  return { leaves, gates };
}

const PATTERNS = [0xaaaaaaaa, 0xcccccccc, 0xf0f0f0f0, 0xff00ff00, 0xffff0000];

/** The truth table of a node by enumeration, 32 states to a word; bit i of a state's number = leaf i fails. */
export function bitTable(model: RiskModel, node: NodeRef): Uint32Array {
  const words = Math.max(1, 2 ** (model.leaves - 5));
  const tables = new Map<NodeRef, Uint32Array>();
  const leaf = (i: number): Uint32Array =>
    i < 5
      ? new Uint32Array(words).fill(PATTERNS[i]!)
      : Uint32Array.from({ length: words }, (_, w) => ((w >> (i - 5)) & 1 ? 0xffffffff : 0));
  const tableOf = (ref: NodeRef): Uint32Array => {
    let table = tables.get(ref);
    if (table === undefined) {
      table = ref < model.leaves ? leaf(ref) : gateTable(model.gates[ref - model.leaves]!);
      tables.set(ref, table);
    }
    return table;
  };
  const gateTable = (gate: Gate): Uint32Array => {
    const inputs = gate.inputs.map(tableOf);
    const n = inputs.length;
    return Uint32Array.from({ length: words }, (_, w) => {
      const row = new Uint32Array(n + 2); // row[j]: at least j of the inputs so far
      row[0] = 0xffffffff;
      let odd = 0;
      for (let i = 0; i < n; i++) {
        const x = inputs[i]![w]!;
        odd ^= x;
        for (let j = i + 1; j >= 1; j--) row[j]! |= row[j - 1]! & x;
      }
      switch (gate.kind) {
        case 'or':
          return row[1]!;
        case 'and':
          return row[n]!;
        case 'nor':
        case 'not':
          return ~row[1]!;
        case 'nand':
          return ~row[n]!;
        case 'xor':
          return odd;
        case 'iff':
          return ~odd;
        case 'imply':
          return ~inputs[0]![w]! | inputs[1]![w]!;
        case 'atLeast':
          return row[gate.k]!;
        case 'cardinality':
          return row[gate.min]! & ~row[gate.max + 1]!;
      }
    });
  };
  return tableOf(node);
}

export function bit(table: Uint32Array, state: number): number {
  return (table[state >> 5]! >>> (state & 31)) & 1;
}

/** P(fails), and given that each leaf fails or holds: one pass up and one down the full decision tree. */
export function bruteEffects(table: Uint32Array, p: readonly number[]) {
  const n = p.length;
  const size = 2 ** n;
  // Node 1 is the root; leaf n - 1 is decided first, so that the last row is in the order of the states.
  const value = new Float64Array(2 * size);
  for (let state = 0; state < size; state++) value[size + state] = bit(table, state);
  for (let node = size - 1, row = size >> 1, leaf = 0; node >= 1; node--) {
    if (node < row) {
      row >>= 1;
      leaf++;
    }
    value[node] = p[leaf]! * value[2 * node + 1]! + (1 - p[leaf]!) * value[2 * node]!;
  }
  const reach = new Float64Array(size);
  const whenFails = new Float64Array(n);
  const whenHolds = new Float64Array(n);
  reach[1] = 1;
  for (let node = 1, row = 2, leaf = n - 1; node < size; node++) {
    if (node === row) {
      row *= 2;
      leaf--;
    }
    const weight = reach[node]!;
    whenFails[leaf]! += weight * value[2 * node + 1]!;
    whenHolds[leaf]! += weight * value[2 * node]!;
    if (2 * node + 1 < size) {
      reach[2 * node + 1] = weight * p[leaf]!;
      reach[2 * node] = weight * (1 - p[leaf]!);
    }
  }
  return { probability: value[1]!, whenFails, whenHolds };
}

/** Least sets of leaves that make it fail while all others hold, as bit masks. */
export function bruteMinimalStates(table: Uint32Array, leaves: number): number[] {
  const size = 2 ** leaves;
  const above = new Uint8Array(size); // 1: includes a state that fails
  const found: number[] = [];
  for (let state = 0; state < size; state++) {
    for (let i = 0; i < leaves; i++) if ((state >> i) & 1 && above[state ^ (1 << i)] === 1) above[state] = 1;
    if (above[state] === 0 && bit(table, state) === 1) {
      above[state] = 1;
      found.push(state);
    }
  }
  return found;
}

/** Prime implicants among all 3^n products; each as one digit per leaf: 0 it holds, 1 it fails, 2 whatever. */
export function brutePrimes(table: Uint32Array, leaves: number): string[] {
  const size = 3 ** leaves;
  const implies = new Uint8Array(size);
  const digits = new Uint8Array(leaves);
  const powers = Array.from({ length: leaves }, (_, i) => 3 ** i);
  const found: string[] = [];
  const forEach = (visit: (product: number) => void): void => {
    digits.fill(0);
    for (let product = 0; product < size; product++) {
      visit(product);
      for (let i = 0; i < leaves && ++digits[i]! === 3; i++) digits[i] = 0;
    }
  };
  forEach((product) => {
    const free = digits.indexOf(2);
    if (free >= 0) {
      implies[product] = implies[product - powers[free]!]! & implies[product - 2 * powers[free]!]!;
      return;
    }
    let state = 0;
    for (let i = 0; i < leaves; i++) state |= digits[i]! << i;
    implies[product] = bit(table, state);
  });
  forEach((product) => {
    if (implies[product] === 0) return;
    for (let i = 0; i < leaves; i++) {
      if (digits[i] !== 2 && implies[product + (2 - digits[i]!) * powers[i]!] === 1) return;
    }
    found.push(digits.join(''));
  });
  return found.sort();
}
