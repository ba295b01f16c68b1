import type { DraftShelf } from './keeping.js';
import type { KeptDraft } from './kept-drafts.js';

export interface FakeShelf extends DraftShelf {
  /** What is kept. */
  kept: readonly KeptDraft[];
  /** Why nothing can be kept. */
  fault: string | undefined;
}

/** A shelf in memory, of pages that come one after the other. */
export function fakeShelf(kept: readonly KeptDraft[] = []): FakeShelf {
  const shelf: FakeShelf = {
    kept,
    fault: undefined,
    put: (_, drafts) => {
      if (shelf.fault !== undefined) throw new Error(shelf.fault);
      shelf.kept = drafts;
    },
    takeUp: async (_, use) => {
      const left = use(shelf.kept);
      if (left.length > 0) shelf.kept = left;
    },
  };
  return shelf;
}
