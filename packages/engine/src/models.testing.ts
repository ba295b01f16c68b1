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
