import { binomialCdf, binomialSurvival } from '@surety/numerics';
import type { Counts } from '../case/index.js';

export type DetectionCounts = Extract<Counts, { readonly kind: 'detection' }>;

/*
 * A monitor audits the share f of benign traffic that looks most suspicious. The score above which that is, is known from B
 * benign rows only. However scores are distributed, and whatever ties they have, the number of benign rows at or above the
 * true threshold is Bin(B, f) or more, and the number above it Bin(B, f) or fewer. So the j-th highest benign row lies below
 * the true threshold with probability P(Bin(B, f) < j) at most; where it does not, an attack that is missed at the true
 * threshold has at least j benign rows at or above it: a rank of j or more.
 */

/** Attacks of a stratum with a rank of at least `rank`. */
export function attacksFrom(stratum: DetectionCounts['strata'][number], rank: number): number {
  return stratum.ranks.reduce((sum, each) => (each.rank >= rank ? sum + each.attacks : sum), 0);
}

/** The rank from which on an attack is missed at the budget of these very rows: floor(f × B) + 1. */
export function rankAtBudget({ audit, benign }: DetectionCounts): number {
  return Math.floor(audit * benign * (1 + 1e-12)) + 1;
}

/**
 * The doubt of a requirement on misses, given the doubt of the misses counted from a rank: the smallest α of which one half
 * covers the threshold and the other the misses, that is the least over ranks of twice the larger of the two. The halves are
 * fixed beforehand. With the whole traffic audited the threshold is below everything.
 *
 * @param direction `<=`: no more misses than required; ranks are then taken from a row surely above the threshold.
 * @param doubtFrom falls with the rank for `<=`, and rises for `>=`.
 */
export function withThreshold(
  { audit, benign }: DetectionCounts,
  direction: '<=' | '>=',
  doubtFrom: (rank: number) => number,
): number {
  if (audit >= 1) return doubtFrom(benign + 1);
  // Rank 0 takes every attack for missed, rank B + 1 none but those that are missed whatever the threshold.
  const unsure = (rank: number) =>
    direction === '<=' ? binomialCdf(rank - 1, benign, audit) : binomialSurvival(rank - 1, benign, audit);
  const outside = (rank: number) => (rank === 0 ? 0 : unsure(rank));
  const beyond = (rank: number) => (rank > benign ? 0 : unsure(rank));
  const tail = direction === '<=' ? outside : beyond;
  // One falls and the other rises with the rank: the least of the larger is where they cross.
  let low = 0;
  let high = direction === '<=' ? benign : benign + 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const rising = direction === '<=' ? tail(middle) : doubtFrom(middle);
    const falling = direction === '<=' ? doubtFrom(middle) : tail(middle);
    if (rising >= falling) high = middle;
    else low = middle;
  }
  const at = (rank: number) => 2 * Math.max(tail(rank), doubtFrom(rank));
  return Math.min(1, at(low), at(high));
}

/** Draws of the rank from which on attacks are missed: of the benign rows, how many are above a threshold of share f. */
export function rankDraws({ audit, benign }: DetectionCounts, uniform: Float64Array): Float64Array {
  if (audit >= 1) return new Float64Array(uniform.length).fill(benign + 1);
  const known = new Map<number, number>();
  const tailAt = (rank: number) => {
    const tail = known.get(rank) ?? binomialCdf(rank, benign, audit);
    known.set(rank, tail);
    return tail;
  };
  return uniform.map((u) => {
    let low = -1;
    let high = benign;
    while (high - low > 1) {
      const middle = low + ((high - low) >> 1);
      if (tailAt(middle) >= u) high = middle;
      else low = middle;
    }
    return high;
  });
}
