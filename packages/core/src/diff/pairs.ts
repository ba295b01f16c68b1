import { append } from './multimap.js';

/** Something of the earlier state and something of the later one, by their places, that may be the same. */
export interface Pair {
  readonly was: number;
  readonly at: number;
}

export interface ScoredPair extends Pair {
  readonly similarity: number;
}

/** With more pairs than this, a key that many share says too little to be asked. */
const mostPairs = 1000;

/** Places of candidates by number: their keys. */
export type Keys = ReadonlyMap<number, readonly string[]>;

/** Pairs that share a key, each once. */
export function pairsByKey(was: Keys, at: Keys): readonly Pair[] {
  const before = byKey(was);
  const after = byKey(at, before);
  const found = new Map<number, Pair>();
  for (const [key, others] of after) {
    const ones = before.get(key)!;
    if (ones.length * others.length > mostPairs) continue;
    for (const one of ones) {
      for (const other of others) found.set(one * farther + other, { was: one, at: other });
    }
  }
  return [...found.values()];
}

/** More than any place, and small enough for exact products. */
const farther = 2 ** 26;

/** Candidates by key; only of keys that are wanted. */
function byKey(keys: Keys, wanted?: ReadonlyMap<string, unknown>): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [place, own] of keys) {
    for (const key of own) if (wanted === undefined || wanted.has(key)) append(found, key, place);
  }
  return found;
}

/**
 * Pairs that leave each thing in one of them, the most similar first. Ties go by place, so that exchanging the two
 * states gives the same pairs: two pairs that tie even then mirror each other and share nothing.
 */
export function bestPairs(pairs: readonly ScoredPair[]): readonly ScoredPair[] {
  const [usedBefore, usedAfter] = [new Set<number>(), new Set<number>()];
  const order = [...pairs].sort(
    (a, b) =>
      b.similarity - a.similarity ||
      Math.min(a.was, a.at) - Math.min(b.was, b.at) ||
      Math.max(a.was, a.at) - Math.max(b.was, b.at),
  );
  return order.filter(({ was, at }) => {
    if (usedBefore.has(was) || usedAfter.has(at)) return false;
    usedBefore.add(was);
    usedAfter.add(at);
    return true;
  });
}
