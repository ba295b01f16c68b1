import type { ServerEvent } from '@surety/server/api';
import type { Computer } from '../compute/computer.js';
import type { LoadInput } from '../compute/questions.js';
import type { Client } from '../server/client.js';
import { doingOf } from './doing.js';
import { draftsOf, typedWords } from './drafts.js';
import { follow } from './following.js';
import type { Keeping, KeepingParts } from './keeping.js';
import type { LongAnswers } from './long-answers.js';
import { readingOf } from './reading.js';
import { reason } from './reason.js';
import { savingOf } from './saving.js';
import { shownInput } from './shown-input.js';
import { atFirst, type Notice, type OpenFile, type Scenario, type WorkspaceState, withoutDraft } from './state.js';
import type { Texts } from './steps.js';
import { createStore, type Store } from './store.js';
import { mergedFile, takenOver } from './taking-over.js';
import { tryingOf } from './trying.js';

/** The case as this page has it, kept in step with the folder. */
export interface Workspace extends Pick<Store<WorkspaceState>, 'get' | 'subscribe'> {
  readonly client: Client;
  /** Runs until the signal says otherwise. */
  start(signal: AbortSignal): Promise<void>;
  /** Puts texts in place of those that are there, as one step that can be undone, and saves them. Typed text is saved with it. */
  change(what: string, texts: Texts): void;
  undo(): void;
  redo(): void;
  /** Text that somebody types; it is saved when `saveDrafts` is called. */
  type(path: string, text: string): void;
  saveDrafts(): void;
  discardDraft(path: string): void;
  /** Keeps what is not saved for a later page, as is done after every pause: for a page that goes. */
  keepDrafts(): void;
  /** Ends a clash by the text that shall stand. */
  settle(path: string, text: string | null): void;
  ask: Computer['ask'];
  /** Answers that are computed, or were, while other views are looked at. */
  readonly longAnswers: LongAnswers;
  /** Shows the case as it would be with these values, in every view; nothing: as it is. */
  tryOut(scenario: Scenario | undefined): void;
  /** What is shown, typed text included, with what was measured for it; nothing until both are there. */
  current(): Pick<LoadInput, 'files' | 'evidence'> | undefined;
  notify(tone: Notice['tone'], text: string): void;
  dismiss(id: number): void;
  /** Resolves once nothing is being saved or computed. */
  settled(): Promise<void>;
}

/** `keepingOf`: how what is not saved outlives the page. */
export function createWorkspace(
  client: Client,
  computer: Computer,
  keepingOf: (parts: KeepingParts) => Keeping,
): Workspace {
  const store = createStore<WorkspaceState>(atFirst);
  const { get } = store;
  let notices = 0;
  const notify = (tone: Notice['tone'], text: string) => {
    const id = ++notices;
    store.set((before) => ({ ...before, notices: [...before.notices.slice(-3), { id, tone, text }] }));
  };

  // Everything that reads or writes the folder goes one after the other, so that no answer is older than what is known.
  let queue: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    queue = queue.then(work).catch((error: unknown) => notify('bad', reason(error)));
    return queue;
  };

  const tryScenario = tryingOf(store, computer);
  const reading = readingOf(store, computer, tryScenario);
  const { compute } = reading;
  const takeOver: Parameters<typeof savingOf>[0]['takeOver'] = (theirs, all) => {
    store.set((before) => takenOver(before, theirs, all));
    compute();
  };
  const keeping = keepingOf({ store, compute, notify, merge: mergedFile });
  const flush = savingOf({ store, client, takeOver, notify });
  const save = (what: string) => void inTurn(() => flush(what));
  const { change, undo, redo } = doingOf({ store, compute, save, notify });

  async function refresh(): Promise<void> {
    const { files, ...text } = await client.text().catch((error: unknown) => {
      heard(undefined);
      throw error;
    });
    store.set((before) => ({ ...before, text }));
    if (get().heard === text.version) heard(undefined);
    takeOver(new Map(files.map((file) => [file.path, file])), true);
    keeping.start(text.place);
    await refreshEvidence();
  }

  async function refreshEvidence(): Promise<void> {
    const evidence = await client.evidence();
    if (evidence.status === 'reading') {
      // While it is read, what was measured before stands: nothing is called missing that is only not there yet.
      const progress = evidence.progress ?? { evidence: '', done: 0, of: 0 };
      return store.set((before) => ({ ...before, reading: progress }));
    }
    // Read again, and the same as before: nothing that is shown is of an earlier text.
    const isSame = JSON.stringify(evidence) === JSON.stringify(get().evidence);
    store.set(({ reading: _over, ...before }) => ({ ...before, evidence: isSame ? before.evidence : evidence }));
    if (!isSame) compute();
  }

  function heard(version: string | undefined): void {
    store.set(({ heard: _known, ...before }) => (version === undefined ? before : { ...before, heard: version }));
  }

  function hear(event: ServerEvent, isFirst: boolean): void {
    if (event.kind === 'text') {
      const isKnown = () => event.version === get().text?.version;
      heard(isKnown() ? undefined : event.version);
      // It may be on its way, since it was asked for before anything was heard.
      if (!isKnown()) void inTurn(async () => (isKnown() ? heard(undefined) : refresh()));
      // What was measured while nobody listened was told to nobody.
      if (isFirst) void inTurn(refreshEvidence);
    }
    if (event.kind === 'evidence') void inTurn(refreshEvidence);
    if (event.kind === 'history') store.set((before) => ({ ...before, commits: before.commits + 1 }));
  }

  function withFile(path: string, other: (file: OpenFile) => OpenFile): void {
    store.set((before) => {
      const file = before.files.get(path);
      return file === undefined ? before : { ...before, files: new Map(before.files).set(path, other(file)) };
    });
  }

  return {
    client,
    get,
    subscribe: store.subscribe,
    start: (signal) => {
      // The text is asked for at once, and not only when the server says that there is one.
      // What fails is asked for again, and told, once the server is heard.
      void inTurn(() => refresh().catch(() => undefined));
      return follow(store, client, hear, signal);
    },
    change: (what, texts) => {
      const drafts = draftsOf(get(), texts.keys());
      if (drafts.size > 0) change(typedWords(drafts), drafts);
      change(what, texts);
    },
    undo,
    redo,
    type: (path, text) => {
      withFile(path, (file) =>
        text === file.text && file.clash === undefined ? withoutDraft(file) : { ...file, draft: text },
      );
      compute();
    },
    saveDrafts: () => {
      const drafts = draftsOf(get());
      if (drafts.size > 0) change(typedWords(drafts), drafts);
    },
    discardDraft: (path) => {
      withFile(path, ({ clash: _over, ...file }) => withoutDraft(file));
      compute();
    },
    keepDrafts: () => void keeping.keepNow(),
    settle: (path, text) => {
      withFile(path, ({ clash: _over, ...file }) => withoutDraft(file));
      if (text === get().files.get(path)?.text) return compute();
      change(`Settle ${path}`, new Map([[path, text]]));
    },
    ask: computer.ask,
    longAnswers: new Map(),
    current: () => shownInput(get()),
    tryOut: (scenario) => {
      store.set(({ scenario: _old, ...before }) => {
        if (scenario !== undefined) return { ...before, scenario };
        const { tried: _gone, ...rest } = before;
        return rest;
      });
      tryScenario();
    },
    notify,
    dismiss: (id) => store.set((before) => ({ ...before, notices: before.notices.filter((one) => one.id !== id) })),
    settled: async () => {
      for (let seen: Promise<void> | undefined; seen !== queue; ) {
        seen = queue;
        await Promise.all([queue, reading.settled()]);
      }
      await reading.settled();
    },
  };
}
