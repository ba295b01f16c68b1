import { type Notice, type WorkspaceState, withoutDraft } from './state.js';
import { stepBack, type Texts, textsAfter } from './steps.js';
import type { Store } from './store.js';

export interface Doing {
  /** Puts texts in place of those that are there, as one step that can be undone, and saves them. */
  readonly change: (what: string, texts: Texts) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

export interface DoingParts {
  readonly store: Store<WorkspaceState>;
  /** Reads what is shown anew. */
  readonly compute: () => void;
  readonly save: (what: string) => void;
  readonly notify: (tone: Notice['tone'], text: string) => void;
}

/** Steps over the texts: each is shown at once, and saved when its turn comes. */
export function doingOf({ store, compute, save, notify }: DoingParts): Doing {
  const { get } = store;

  function apply(texts: Texts): void {
    store.set((before) => {
      const files = new Map(before.files);
      for (const [path, text] of texts) {
        files.set(path, { ...withoutDraft(files.get(path) ?? { path, disk: null, text: null }), text });
      }
      return { ...before, files };
    });
    compute();
  }

  function textsNow(paths: Iterable<string>): Texts {
    const { files } = get();
    return new Map([...paths].map((path) => [path, files.get(path)?.text ?? null]));
  }

  function change(what: string, texts: Texts): void {
    const back = stepBack(what, textsNow(texts.keys()), texts);
    store.set((before) => ({ ...before, done: [...before.done, back], undone: [] }));
    apply(texts);
    save(what);
  }

  /** Takes the last step of one list back, and puts what takes that back in the other. */
  function take(from: 'done' | 'undone', to: 'undone' | 'done', word: string): void {
    const step = get()[from].at(-1);
    if (step === undefined) {
      notify('plain', `Nothing to ${word}`);
      return;
    }
    const typed = step.files.find(({ path }) => get().files.get(path)?.draft !== undefined);
    if (typed !== undefined) {
      notify('plain', `Save or discard what is typed in ${typed.path} first`);
      return;
    }
    store.set((before) => ({ ...before, [from]: before[from].slice(0, -1) }));
    if (step.lost !== undefined) {
      notify('bad', `“${step.what}” cannot be taken back: ${step.lost}`);
      return;
    }
    const texts = textsAfter(step, get().files);
    const back = stepBack(step.what, textsNow(texts.keys()), texts);
    store.set((before) => ({ ...before, [to]: [...before[to], back] }));
    apply(texts);
    const told = `${word === 'undo' ? 'Undone' : 'Done again'}: ${step.what}`;
    notify('plain', told);
    save(told);
  }

  return { change, undo: () => take('done', 'undone', 'undo'), redo: () => take('undone', 'done', 'redo') };
}
