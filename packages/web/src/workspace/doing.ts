import { draftsOf, typedWords } from './drafts.js';
import type { Notice, WorkspaceState } from './state.js';
import { stepped, type Texts, takenBack } from './steps.js';
import type { Store } from './store.js';

export interface Doing {
  /**
   * Puts texts in place of those that are there, as one step that can be undone, and saves them; what is typed in these files
   * is a step of its own before it. Nothing is done while one of them clashes.
   */
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

  /** Why these files cannot be written now, in words; undefined where they can. */
  function inTheWay(paths: Iterable<string>): string | undefined {
    const files = [...paths].map((path) => get().files.get(path));
    const clashing = files.find((file) => file?.clash !== undefined);
    return clashing === undefined ? undefined : `Settle the two texts of ${clashing.path} first`;
  }

  function step(what: string, texts: Texts, to: 'done' | 'undone', undone: WorkspaceState['undone']): void {
    store.set((before) => {
      const [state, made] = stepped({ ...before, undone }, what, texts);
      return made.files.length === 0 ? state : { ...state, [to]: [...state[to], made] };
    });
    compute();
  }

  function change(what: string, texts: Texts): void {
    const why = inTheWay(texts.keys());
    if (why !== undefined) {
      notify('bad', why);
      return;
    }
    const typed = draftsOf(get(), texts.keys());
    if (typed.size > 0) step(typedWords(typed), typed, 'done', []);
    step(what, texts, 'done', []);
    save(what);
  }

  /** Takes the last step of one list back, and puts what takes that back in the other; what came of it, in words. */
  function take(from: 'done' | 'undone', to: 'undone' | 'done', word: string): [Notice['tone'], string] {
    const last = get()[from].at(-1);
    if (last === undefined) return ['plain', `Nothing to ${word}`];
    const paths = last.files.map(({ path }) => path);
    const why = inTheWay(paths);
    if (why !== undefined) return ['plain', why];
    const typed = paths.find((path) => get().files.get(path)?.draft !== undefined);
    if (typed !== undefined) return ['plain', `Save or discard what is typed in ${typed} first`];
    const texts = takenBack(get(), last);
    store.set((before) => ({ ...before, [from]: before[from].slice(0, -1) }));
    if (typeof texts === 'string') {
      return ['bad', `“${last.what}” cannot be taken back: ${texts} was changed in the same place since`];
    }
    if (texts.size === 0) return ['plain', `Nothing of “${last.what}” is left to take back`];
    step(last.what, texts, to, get().undone);
    const told = `${word === 'undo' ? 'Undone' : 'Done again'}: ${last.what}`;
    save(told);
    return ['plain', told];
  }

  return {
    change,
    undo: () => notify(...take('done', 'undone', 'undo')),
    redo: () => notify(...take('undone', 'done', 'redo')),
  };
}
