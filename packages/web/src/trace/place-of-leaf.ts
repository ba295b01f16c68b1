import type { Assessment, LeafId } from '@surety/core/doubt';
import type { ViewName } from '../app/route.js';

/** A place of the workspace, as a link takes it. */
export interface Place {
  readonly view: ViewName;
  readonly params: Readonly<Record<string, string>>;
}

/** Where a leaf stands: its element in the argument; the element of a step is the one that the step is about. */
export function placeOfLeaf(assessment: Assessment, leaf: LeafId): Place {
  const known = assessment.leaves.find(({ id }) => id === leaf);
  return { view: 'argument', params: { at: known?.element ?? leaf } };
}
