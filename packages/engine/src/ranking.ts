import type { Families } from './minimal-sets.js';
import { EMPTY_SET, listStream, mergedStream, productStream, type Source, type Stream } from './ranked-sets.js';

/** The sets of families (nodes of the diagram of minimal cut sets) from the best on. */
export interface Ranking {
  /** Orders of the smallest and the largest set of a family (Infinity and -Infinity where it has none). */
  smallest(family: number): number;
  largest(family: number): number;
  /** The greatest key of a set of a family (-Infinity where it has none). */
  best(family: number): number;
  /** All sets of a family (`size` -1), or those of exactly `size` leaves. Leaves whose key is -Infinity are in none. */
  ofFamily(family: number, size: number): Stream;
}

export function createRanking(sets: Families, keys: Float64Array): Ranking {
  const { zbdd } = sets;
  const count = zbdd.size();
  const smallest = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const largest = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const best = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  smallest[1] = largest[1] = best[1] = 0;
  for (let n = 2; n < count; n++) {
    const leaf = sets.leafAt(zbdd.level(n));
    const inner = leaf >= 0 ? -1 : sets.innerAt(zbdd.level(n));
    const high = zbdd.hi(n);
    const low = zbdd.lo(n);
    const most = leaf >= 0 ? 1 : inner < 0 ? 0 : largest[inner];
    const fewest = leaf >= 0 ? 1 : inner < 0 ? 0 : smallest[inner];
    smallest[n] = Math.min(smallest[low], fewest + smallest[high]);
    largest[n] = Math.max(largest[low], most + largest[high]);
    const key = leaf >= 0 ? keys[leaf] : inner < 0 ? Number.NEGATIVE_INFINITY : best[inner];
    best[n] = Math.max(best[low], key + best[high]);
  }

  const streams = new Map<string | number, Stream>();
  const empty = listStream([]);
  const unit = listStream([EMPTY_SET]);

  const ofFamily = (family: number, size: number): Stream => {
    if (family === 0) return empty;
    if (family === 1) return size <= 0 ? unit : empty;
    if (size >= 0 && (size < smallest[family] || size > largest[family])) return empty;
    const name = size < 0 ? family : `${family}:${size}`;
    let stream = streams.get(name);
    if (stream === undefined) {
      stream = mergedStream(() => sourcesOf(family, size));
      streams.set(name, stream);
    }
    return stream;
  };

  const sourcesOf = (family: number, size: number): Source[] => {
    const low = zbdd.lo(family);
    const high = zbdd.hi(family);
    const sources: Source[] = [{ stream: ofFamily(low, size), leaf: -1, key: 0, best: best[low] }];
    const leaf = sets.leafAt(zbdd.level(family));
    if (leaf >= 0) {
      const key = keys[leaf];
      if (key !== Number.NEGATIVE_INFINITY && size !== 0) {
        sources.push({ stream: ofFamily(high, size < 0 ? -1 : size - 1), leaf, key, best: key + best[high] });
      }
      return sources;
    }
    const inner = sets.innerAt(zbdd.level(family));
    const product = (left: Stream, right: Stream): void => {
      sources.push({ stream: productStream(left, right), leaf: -1, key: 0, best: best[inner] + best[high] });
    };
    if (size < 0) {
      product(ofFamily(inner, -1), ofFamily(high, -1));
      return sources;
    }
    const from = Math.max(smallest[inner], size - largest[high]);
    const to = Math.min(largest[inner], size - smallest[high]);
    for (let part = from; part <= to; part++) product(ofFamily(inner, part), ofFamily(high, size - part));
    return sources;
  };

  return { smallest: (n) => smallest[n], largest: (n) => largest[n], best: (n) => best[n], ofFamily };
}
