import fc from 'fast-check';
import type { Gate, NodeRef, RiskModel } from './types.js';

/** A small model with shared leaves and gates, gates of all kinds, empty ones and repeated inputs, and its roots. */
export interface Sample {
  readonly model: RiskModel;
  readonly roots: readonly NodeRef[];
  /** The roots and everything below them. */
  readonly reachable: readonly NodeRef[];
}

const number = fc.noBias(fc.nat(1_000_000));

const rawGate = fc.record({
  kind: fc.constantFrom('or' as const, 'or' as const, 'and' as const, 'atLeast' as const, 'atLeast' as const),
  k: number,
  inputs: fc.oneof(
    { weight: 25, arbitrary: fc.array(number, { minLength: 3, maxLength: 5, size: 'max' }) },
    { weight: 1, arbitrary: fc.array(number, { maxLength: 6, size: 'max' }) },
  ),
});

/** Half of the inputs are leaves, half are one of the last few gates, so that much is shared and little is left out. */
export function samples(maxLeaves = 10, maxGates = 12): fc.Arbitrary<Sample> {
  return fc
    .record({
      leaves: fc.noBias(fc.integer({ min: Math.min(5, maxLeaves), max: maxLeaves })),
      raw: fc.noBias(fc.array(rawGate, { minLength: 5, maxLength: maxGates, size: 'max' })),
      more: fc.array(number, { maxLength: 2 }),
    })
    .map(({ leaves, raw, more }) => {
      const gates = raw.map(({ kind, k, inputs }, g): Gate => {
        const refs = inputs.map((x) =>
          x % 2 === 0 || g === 0 ? (x >> 1) % leaves : leaves + g - 1 - ((x >> 1) % Math.min(g, 3)),
        );
        if (kind !== 'atLeast') return { kind, inputs: refs };
        // Mostly a k that is neither an or nor an and, now and then 0 or n.
        return {
          kind,
          k: k % 10 === 0 ? (k >> 4) % (refs.length + 1) : Math.min(refs.length, 2 + (k % 2)),
          inputs: refs,
        };
      });
      const total = leaves + gates.length;
      const roots = [total - 1, ...more.map((x) => x % total)];
      return { model: { leaves, gates }, roots, reachable: below({ leaves, gates }, roots) };
    });
}

export function below(model: RiskModel, roots: readonly NodeRef[]): NodeRef[] {
  const seen = new Set<NodeRef>();
  const todo = [...roots];
  while (todo.length > 0) {
    const node = todo.pop()!;
    if (seen.has(node)) continue;
    seen.add(node);
    if (node >= model.leaves) todo.push(...model.gates[node - model.leaves]!.inputs);
  }
  return [...seen].sort((a, b) => a - b);
}

/** A probability: 0, 1, tiny, near 1 or ordinary. */
export const probabilities: fc.Arbitrary<number> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 18 }).map((x) => 10 ** -x) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }).map((x) => 1 - 10 ** -x) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 999_999 }).map((x) => x / 1_000_000) },
);

/** One probability for each of the (at most 16) leaves. */
export const vectors: fc.Arbitrary<number[]> = fc.array(probabilities, { minLength: 16, maxLength: 16 });

/** Numbers from a seed (mulberry32), for models too large for fast-check. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A tree of gates, nine in ten of them `or`, each with one to three leaves, of which a share also stands below a
 * gate at a tree distance of at most six. The root is the last gate.
 */
export function nearTree(gates: number, seed: number, sharing = 0.2): RiskModel {
  const random = randomNumbers(seed);
  const parent = new Int32Array(gates).fill(-1);
  const children: number[][] = Array.from({ length: gates }, () => []);
  const open = [0];
  for (let g = 1; g < gates; g++) {
    const at = Math.floor(random() * open.length);
    const up = open[at]!;
    parent[g] = up;
    children[up]!.push(g);
    if (children[up]!.length >= 4) open[at] = open.pop()!;
    open.push(g);
  }
  const leavesOf: number[][] = Array.from({ length: gates }, () => []);
  let leaves = 0;
  for (let g = 0; g < gates; g++) {
    const own = 1 + Math.floor(random() * 3);
    for (let i = 0; i < own; i++) {
      leavesOf[g]!.push(leaves);
      if (random() < sharing) {
        let other = g;
        for (let step = 0; step < 6; step++) {
          const around = parent[other]! < 0 ? children[other]! : [parent[other]!, ...children[other]!];
          if (around.length > 0 && random() < 0.8) other = around[Math.floor(random() * around.length)]!;
        }
        if (!leavesOf[other]!.includes(leaves)) leavesOf[other]!.push(leaves);
      }
      leaves++;
    }
  }
  // A model's inputs need not be numbered before their users, but it reads better: gate 0 of the tree comes last.
  const number = (g: number): number => leaves + gates - 1 - g;
  const list: Gate[] = [];
  for (let g = gates - 1; g >= 0; g--) {
    const inputs = [...leavesOf[g]!, ...children[g]!.map(number)];
    const draw = random();
    if (draw < 0.9 || inputs.length < 2) list.push({ kind: 'or', inputs });
    else if (draw < 0.95 || inputs.length < 3) list.push({ kind: 'and', inputs });
    else list.push({ kind: 'atLeast', k: 2, inputs });
  }
  return { leaves, gates: list };
}
