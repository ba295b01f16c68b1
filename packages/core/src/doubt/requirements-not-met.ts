import type { ElementId } from '../case/index.js';
import { notMetFrom, tailInWords } from '../statistics/index.js';
import type { UnmetRequirement } from './blockers.js';
import type { Prepared } from './prepare.js';
import { columnMean } from './statistics-of-trials.js';

/** Requirements that what was counted speaks against, on elements in scope. */
export function requirementsNotMet(
  { argument, leaves }: Prepared,
  scope: ReadonlySet<ElementId>,
): readonly UnmetRequirement[] {
  return argument.leaves.flatMap((leaf, index) => {
    const doubt = leaves[index];
    if (leaf.source.kind !== 'evidence' || doubt?.counts === undefined || !scope.has(leaf.element.id)) return [];
    const mean = columnMean(doubt.column);
    if (mean < notMetFrom) return [];
    const { evidence, requirement } = leaf.source;
    return [
      { id: leaf.element.id, evidence, text: `${leaf.element.id}: ${tailInWords(doubt.counts, requirement, mean)}` },
    ];
  });
}
