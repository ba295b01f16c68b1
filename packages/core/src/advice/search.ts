import type { Lever } from './lever.js';
import type { Variant } from './types.js';

/** What became of a variant that was assessed. */
export interface Tried {
  readonly supported: boolean;
  readonly number: number;
}

/** Levers that are moved together, each by the same factor. */
export interface Joint {
  readonly levers: readonly Lever[];
  readonly count: number;
  /** Where each lever stands at a place of all of them. */
  readonly places: (index: number) => readonly number[];
}

/** Sizes of a factor that several things have in common: steps finer than those of any three digits, up to 1e12. */
const SIZE_STEP = 5e-4;
const SIZES = 55_262;

/** One lever by itself goes by its own steps, several by a factor that is the same for all. */
export function jointOf(levers: readonly Lever[]): Joint {
  const [only] = levers;
  if (only !== undefined && levers.length === 1)
    return { levers, count: only.ladder.count, places: (index) => [index] };
  return {
    levers,
    count: SIZES,
    places: (index) => levers.map(({ ladder }) => ladder.indexFor(SIZE_STEP * (index + 1))),
  };
}

export function applied(variant: Variant, { levers, places }: Joint, index: number): Variant {
  const at = places(index);
  return levers.reduce((now, { apply, ladder }, i) => apply(now, ladder.valueAt(at[i]!)), variant);
}

/**
 * The least that does it: the first place at which the verdict is `supported`, the one before being tried and found
 * wanting. Nothing where the farthest place does not do it.
 */
export function leastThatDoes<T extends Tried>(
  joint: Joint,
  tryAt: (index: number) => T,
): { readonly index: number; readonly tried: T } | { readonly best: T } {
  const last = joint.count - 1;
  let best = tryAt(last);
  if (!best.supported) return { best };
  let [low, high] = [-1, last];
  // Between `low`, which does not do it, and `high`, which does.
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const tried = tryAt(middle);
    if (tried.supported) [high, best] = [middle, tried];
    else low = middle;
  }
  return { index: high, tried: best };
}
