import type { ServerEvent } from '@surety/server/api';
import type { Computer } from '../compute/computer.js';
import type { LoadInput } from '../compute/questions.js';
import { reason } from '../reason.js';
import type { Client } from '../server/client.js';
import { type Doing, doingOf } from './doing.js';
import { draftsOf, typedWords } from './drafts.js';
import { follow } from './following.js';
import type { Keeping, KeepingParts } from './keeping.js';
import type { LongAnswers } from './long-answers.js';
import { readingOf } from './reading.js';
import { savingOf } from './saving.js';
import { shownInput, takenEvidence } from './shown-input.js';
import { atFirst, type Notice, type OpenFile, type Scenario, type WorkspaceState, withoutDraft } from './state.js';
import { createStore, type Store } from './store.js';
import { mergedIn, takenOver } from './taking-over.js';
import { tryingOf } from './trying.js';
import { firstWait, nextWait } from './waits.js';
import { withFiles } from './with-files.js';

/** The case as this page has it, kept in step with the folder. */
export interface Workspace extends Pick<Store<WorkspaceState>, 'get' | 'subscribe'>, Doing {
  readonly client: Client;
  /** Runs until the signal says otherwise. */
  start(signal: AbortSignal): Promise<void>;
  /** Text that somebody types; it is saved when `saveDrafts` is called. */
  type(path: string, text: string): void;
  saveDrafts(): void;
  /** Throws away what is typed; where it clashes, what is on disk stands. */
  discardDraft(path: string): void;
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
  keepingOf: (parts: KeepingParts) => Pick<Keeping, 'start'>,
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
    const { files } = get();
    store.set((before) => takenOver(before, theirs, all));
    for (const { path, text, disk } of get().files.values()) {
      const going = files.get(path);
      if (going?.text === null && going.disk !== null && going.draft === undefined && text !== null && disk !== null)
        notify('bad', `${path} was not removed: it was changed in the folder meanwhile`);
    }
    compute();
  };
  const keeping = keepingOf({ store, compute, notify, merge: mergedIn });
  const flush = savingOf({ store, client, takeOver, notify });
  /** The version of the folder that the files here are of; after a save it is told by the next event. */
  let known: string | undefined;
  const save = (what: string) =>
    void inTurn(() => {
      known = undefined;
      return flush(what);
    });
  const { change, undo, redo } = doingOf({ store, compute, save, notify });

  async function refresh(): Promise<void> {
    const { files, ...text } = await client.text();
    store.set((before) => ({ ...before, text }));
    known = text.version;
    if (get().heard === text.version) heard(undefined);
    takeOver(new Map(files.map((file) => [file.path, file])), true);
    keeping.start(text.place);
    await refreshEvidence();
  }

  let retry: ReturnType<typeof setTimeout> | undefined;
  let wait = firstWait;
  /** Asks the folder in its turn; where that fails it is said, and all is asked again as long as the server is there. */
  function follows(what: () => Promise<void>): void {
    void inTurn(async () => {
      try {
        await (get().stale === undefined ? what : refresh)();
        wait = firstWait;
        if (get().stale !== undefined) store.set(({ stale: _over, ...before }) => before);
      } catch (error) {
        store.set((before) => ({ ...before, stale: reason(error) }));
        clearTimeout(retry);
        // Without a connection there is nothing to ask; the next one begins with an event.
        retry = setTimeout(() => get().connection.kind === 'live' && follows(refresh), wait);
        wait = nextWait(wait);
      }
    });
  }

  async function refreshEvidence(): Promise<void> {
    const evidence = await client.evidence();
    if (evidence.status === 'reading') {
      // While it is read, what was measured before stands: nothing is called missing that is only not there yet.
      const progress = evidence.progress ?? { evidence: '', done: 0, of: 0 };
      return store.set((before) => ({ ...before, reading: progress }));
    }
    store.set(({ reading: _over, ...before }) => ({ ...before, evidence: takenEvidence(before.evidence, evidence) }));
    compute();
  }

  function heard(version: string | undefined): void {
    store.set(({ heard: _known, ...before }) => (version === undefined ? before : { ...before, heard: version }));
  }

  function hear(event: ServerEvent): void {
    if (event.kind === 'text') {
      const isKnown = () => event.version === known;
      heard(isKnown() ? undefined : event.version);
      // It may be on its way, since it was asked for before anything was heard.
      follows(async () => {
        if (!isKnown()) return refresh();
        // What was heard since then has its turn yet.
        if (get().heard === event.version) heard(undefined);
        // Evidence may have changed, or been read, while nothing could be heard of it.
        await refreshEvidence();
      });
    }
    if (event.kind === 'evidence') follows(refreshEvidence);
    if (event.kind === 'history') store.set((before) => ({ ...before, commits: before.commits + 1 }));
  }

  function withFile(path: string, other: (file: OpenFile) => OpenFile): void {
    store.set((before) => {
      const file = before.files.get(path);
      return file === undefined ? before : withFiles(before, [other(file)]);
    });
  }

  function discardDraft(path: string): void {
    withFile(path, withoutDraft);
    compute();
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
    change,
    undo,
    redo,
    type: (path, text) => {
      withFile(path, (file) => ({ ...file, draft: text }));
      compute();
    },
    saveDrafts: () => {
      const drafts = draftsOf(get());
      if (drafts.size > 0) change(typedWords(drafts), drafts);
    },
    discardDraft,
    settle: (path, text) => {
      discardDraft(path);
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
