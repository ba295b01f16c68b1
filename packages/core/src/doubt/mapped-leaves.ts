import type { Case, EvidenceId } from '../case/index.js';
import type { Argument } from './argument.js';
import type { LeafOrigins } from './groups.js';

/**
 * What leaves rest on, with the fault trees in which they are basic events (`map`): a leaf that rests on such a tree is not
 * independent of them.
 */
export function withMapped(of: Case, argument: Argument, origins: readonly LeafOrigins[]): readonly LeafOrigins[] {
  const trees = new Map<number, EvidenceId[]>();
  for (const { id, map } of of.evidence) {
    for (const element of Object.values(map)) {
      const leaf = argument.leafByName.get(element);
      if (leaf !== undefined) trees.set(leaf, [...(trees.get(leaf) ?? []), id]);
    }
  }
  if (trees.size === 0) return origins;
  return origins.map((one, leaf) => {
    const more = trees.get(leaf);
    return more === undefined ? one : { evidence: [...one.evidence, ...more] };
  });
}
