import type { Families } from './minimal-sets.js';

/** The sum of the products of all sets of a family, and per leaf the part of it in sets with that leaf, over its weight. */
export interface CutSetSums {
  readonly sum: number;
  readonly slope: Float64Array;
}

/** One sweep up and one down the diagram of the family, in which a module's variable weighs what its own family sums to. */
export function sumCutSets(sets: Families, root: number, p: Float64Array): CutSetSums {
  const { zbdd } = sets;
  const value = new Float64Array(root + 1);
  const reach = new Float64Array(root + 1);
  const slope = new Float64Array(p.length);
  value[1] = 1;
  const weightAt = (level: number): number => {
    const leaf = sets.leafAt(level);
    return leaf >= 0 ? p[leaf] : value[sets.innerAt(level)];
  };
  const needed = new Uint8Array(root + 1);
  needed[root] = 1;
  for (let n = root; n > 1; n--) {
    if (needed[n] === 0) continue;
    needed[zbdd.lo(n)] = needed[zbdd.hi(n)] = 1;
    if (sets.leafAt(zbdd.level(n)) < 0) needed[sets.innerAt(zbdd.level(n))] = 1;
  }
  for (let n = 2; n <= root; n++) {
    if (needed[n] === 1) value[n] = value[zbdd.lo(n)] + weightAt(zbdd.level(n)) * value[zbdd.hi(n)];
  }
  reach[root] = 1;
  for (let n = root; n > 1; n--) {
    const weight = reach[n];
    if (weight === 0) continue;
    const level = zbdd.level(n);
    const leaf = sets.leafAt(level);
    reach[zbdd.lo(n)] += weight;
    reach[zbdd.hi(n)] += weight * weightAt(level);
    if (leaf >= 0) slope[leaf] += weight * value[zbdd.hi(n)];
    else reach[sets.innerAt(level)] += weight * value[zbdd.hi(n)];
  }
  return { sum: value[root], slope };
}
