import type { Computer } from '../compute/computer.js';
import type { LoadInput } from '../compute/questions.js';
import { sameTexts } from '../compute/same-texts.js';
import { reason } from '../reason.js';
import { isSameInput, shownFiles, shownInput } from './shown-input.js';
import type { WorkspaceState } from './state.js';
import type { Store } from './store.js';

export interface Reading {
  /** Reads what is shown, where it is not what was read last; what changes while it is read is read right after, once. */
  readonly compute: () => void;
  /** Resolves once all that was asked for until now is read. */
  readonly settled: () => Promise<void>;
}

/** Keeps the model of the state that of its texts; `told` is called after each new one. */
export function readingOf(store: Store<WorkspaceState>, computer: Computer, told: () => void): Reading {
  let wanted = 0;
  let reader: Promise<void> = Promise.resolve();
  /** What the model was read from last. */
  let last: LoadInput | undefined;

  let shownEarly: LoadInput['files'] | undefined;

  async function showEarly(files: LoadInput['files']): Promise<void> {
    if (sameTexts(shownEarly, files)) return;
    shownEarly = files;
    try {
      const of = await computer.read(files);
      store.set((before) => (of === null || before.model !== undefined ? before : { ...before, early: of }));
    } catch (error) {
      store.set((before) => ({ ...before, failure: reason(error) }));
    }
  }

  async function read(): Promise<void> {
    const state = store.get();
    // What the text says is shown while its evidence is measured, and while it is judged for the first time.
    if (state.text !== undefined && state.model === undefined) void showEarly(shownFiles(state));
    const input = shownInput(state);
    if (input === undefined || isRead(input)) return;
    last = undefined;
    try {
      const model = await computer.load(input);
      store.set(({ failure: _gone, early: _over, ...before }) => ({ ...before, model }));
      last = input;
      told();
    } catch (error) {
      store.set((before) => ({ ...before, failure: reason(error) }));
    }
  }

  function isRead(input: LoadInput | undefined): boolean {
    return last !== undefined && input !== undefined && isSameInput(last, input);
  }

  return {
    compute: () => {
      // A save, and what the server says of it, change nothing of what is shown.
      if (!store.get().computing && isRead(shownInput(store.get()))) return;
      const number = ++wanted;
      // From now on what is shown is of an earlier text, also while that is still being read.
      store.set((before) => (before.computing ? before : { ...before, computing: true }));
      reader = reader.then(async () => {
        if (number === wanted) await read();
        if (number === wanted) store.set((before) => ({ ...before, computing: false }));
      });
    },
    settled: () => reader,
  };
}
