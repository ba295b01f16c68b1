/** Keeps drafts in this browser: what is loaded once somebody touches the page. */
import { type Keeping, type KeepingParts, keepingOf } from '../workspace/keeping.js';
import { draftShelf } from './draft-shelf.js';

export function keepingHere(parts: KeepingParts): Keeping {
  const keeping = keepingOf(
    parts,
    draftShelf(() => localStorage, navigator.locks),
  );
  // Without waiting for a pause where the page may go: a telephone ends one that is put away without another word.
  addEventListener('pagehide', keeping.keepNow);
  addEventListener('visibilitychange', keeping.keepNow, true);
  return keeping;
}
