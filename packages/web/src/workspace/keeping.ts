import { reason } from '../reason.js';
import { type KeptDraft, keptDrafts, type Merge, restored } from './kept-drafts.js';
import type { Notice, WorkspaceState } from './state.js';
import type { Store } from './store.js';

/** Where texts that are not saved outlive their page. */
export interface DraftShelf {
  /** Puts these in place of what this page put before; throws where they cannot be kept. `place`: of which case. */
  put(place: string, drafts: readonly KeptDraft[]): void;
  /** Hands over what pages that are gone left of a case; what `use` gives back stays for a later visit. */
  takeUp(place: string, use: (drafts: readonly KeptDraft[]) => readonly KeptDraft[]): Promise<void>;
}

/** What keeping needs of a workspace. */
export interface KeepingParts {
  readonly store: Store<WorkspaceState>;
  /** Reads what is shown anew. */
  readonly compute: () => void;
  readonly notify: (tone: Notice['tone'], text: string) => void;
  /** Given, so that who loads this later need not load it apart. */
  readonly merge: Merge;
}

export interface Keeping {
  /** Takes up what earlier pages left, and from now on keeps what is not saved. */
  readonly start: (place: string) => void;
  /** Keeps what is there now, without waiting: for a page that may go. */
  readonly keepNow: () => void;
}

/** Milliseconds from a change until what is typed is kept, with what is typed meanwhile. */
const pause = 400;

export function keepingOf({ store, compute, notify, merge }: KeepingParts, shelf: DraftShelf): Keeping {
  let place: string | undefined;
  let seen: WorkspaceState['files'] | undefined;
  let last = '[]';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTold = false;

  function tell(error: unknown): void {
    if (isTold) return;
    isTold = true;
    notify('bad', `What is typed here is lost with this page unless it is saved: ${reason(error)}`);
  }

  /** Whether it could be kept. */
  function keepNow(): boolean {
    clearTimeout(timer);
    timer = undefined;
    if (place === undefined) return true;
    const drafts = keptDrafts(store.get());
    const now = JSON.stringify(drafts);
    if (now === last) return true;
    try {
      shelf.put(place, drafts);
      last = now;
      return true;
    } catch (error) {
      tell(error);
      return false;
    }
  }

  function use(kept: readonly KeptDraft[]): readonly KeptDraft[] {
    const { state, paths, left } = restored(store.get(), kept, merge);
    store.set(() => state);
    if (paths.length > 0) {
      compute();
      notify('plain', `Typed on your last visit and not saved: ${paths.join(', ')}`);
    }
    // It is given up there only where it is kept here.
    return keepNow() ? left : kept;
  }

  return {
    keepNow,
    start: (of) => {
      if (place !== undefined) return;
      place = of;
      store.subscribe(() => {
        const { files } = store.get();
        if (files === seen) return;
        seen = files;
        timer ??= setTimeout(keepNow, pause);
      });
      shelf.takeUp(of, use).catch(tell);
    },
  };
}
