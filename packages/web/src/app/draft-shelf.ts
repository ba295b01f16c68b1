import type { DraftShelf, KeptDraft } from '../workspace/index.js';
import { prefix } from './draft-prefix.js';

/** Characters that are kept of one page at most; a browser gives some five million to all that an origin keeps. */
export const mostKept = 1_000_000;
/** Milliseconds that a page that is reloaded may take to go. */
const patience = 2000;

/**
 * Texts that are not saved, in the storage of this origin, each page's by themselves. A page holds a lock as long as it is
 * there: what it keeps is taken up by another one only when it is gone, and by one alone.
 */
export function draftShelf(
  storage: () => Storage,
  locks: Pick<LockManager, 'request'>,
  page = crypto.randomUUID(),
): DraftShelf {
  let denied: unknown;
  locks
    .request(`${prefix} ${page}`, () => new Promise(() => {}))
    .catch((error: unknown) => {
      denied = error;
    });
  const keyOf = (place: string, of: string) => `${prefix} ${place} ${of}`;
  const write = (key: string, drafts: readonly KeptDraft[]) => {
    // Without its lock, others would take up what this page still shows.
    if (denied !== undefined) throw denied;
    if (drafts.length === 0) return storage().removeItem(key);
    const text = JSON.stringify(drafts);
    if (text.length > mostKept) throw new Error('it is too long to be kept in this browser');
    storage().setItem(key, text);
  };
  return {
    put: (place, drafts) => write(keyOf(place, page), drafts),
    takeUp: async (place, use) => {
      const start = keyOf(place, '');
      const pages = Object.keys(storage())
        .filter((key) => key.startsWith(start))
        .map((key) => key.slice(start.length))
        .filter((of) => of !== page);
      const takeFrom = (of: string) => {
        const key = keyOf(place, of);
        const kept = draftsIn(storage().getItem(key));
        if (kept !== undefined) write(key, use(kept));
      };
      await Promise.all(
        pages.map((of) =>
          locks
            .request(`${prefix} ${of}`, { signal: AbortSignal.timeout(patience) }, () => takeFrom(of))
            .catch((error: unknown) => {
              // Its page is still there, and shows it.
              if (!(error instanceof DOMException && error.name === 'TimeoutError')) throw error;
            }),
        ),
      );
    },
  };
}

/** What somebody else wrote there is nobody's draft. */
function draftsIn(text: string | null): readonly KeptDraft[] | undefined {
  if (text === null) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  return Array.isArray(data) && data.every(isDraft) ? data : undefined;
}

function isDraft(one: unknown): one is KeptDraft {
  const { path, base, text } = (one ?? {}) as Readonly<Record<string, unknown>>;
  return typeof path === 'string' && (base === null || typeof base === 'string') && typeof text === 'string';
}
