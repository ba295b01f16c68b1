import type { Case, ElementId } from '../case/index.js';

/** What happened to an element or an entry between two states of a case. */
export type ChangeKind = 'added' | 'removed' | 'moved' | 'changed';

/** What a diagram needs to draw a comparison: everything of both states, and what happened to each part. */
export interface DiffMarks {
  /** The later state with what was removed from the earlier one put back in its place. */
  readonly union: Case;
  readonly elements: ReadonlyMap<ElementId, ChangeKind>;
  /** Links that were added or removed, by `linkKey`. */
  readonly links: ReadonlyMap<string, 'added' | 'removed'>;
}

export function linkKey(from: ElementId, to: ElementId): string {
  return `${from} -> ${to}`;
}
