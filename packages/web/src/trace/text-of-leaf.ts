import type { Case } from '@surety/core/case';
import type { Assessment, LeafId } from '@surety/core/doubt';

/** What a leaf says, in words: the text of its element, or that the step to it is sound. */
export function textOfLeaf(of: Case, assessment: Assessment, leaf: LeafId): string {
  const known = assessment.leaves.find(({ id }) => id === leaf);
  const text = of.elements.find(({ id }) => id === (known?.element ?? leaf))?.text ?? '';
  return known?.kind === 'inference' ? `the step to “${text}”` : text;
}
