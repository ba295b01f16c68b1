import type { EditReply, FileEdit, FileText } from '@surety/server/api';
import type { Computer } from '../compute/computer.js';
import type { LoadInput, Model, QuestionName, Questions } from '../compute/questions.js';
import { withNumbers } from '../compute/with-numbers.js';
import { type Client, ServerError } from '../server/client.js';
import { shownInput } from './shown-input.js';
import {
  atFirst,
  type Connection,
  type Notice,
  type OpenFile,
  type Scenario,
  shownText,
  type Tried,
  type WorkspaceState,
} from './state.js';
import { rebased, stepBack, type Texts, textsAfter } from './steps.js';
import { createStore, type Store } from './store.js';
import { changesBetween, merged } from './text-changes.js';

/** Waits between tries to reach a server that is gone. */
const firstWait = 250;
const longestWait = 5000;

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
  /** Ends a clash by the text that shall stand. */
  settle(path: string, text: string | null): void;
  ask<Name extends QuestionName>(name: Name, args: Questions[Name]['args']): Promise<Questions[Name]['answer']>;
  /** Shows the case as it would be with these values, in every view; nothing: as it is. */
  tryOut(scenario: Scenario | undefined): void;
  /** What is shown, typed text included, with what was measured for it; nothing until both are there. */
  current(): Pick<LoadInput, 'files' | 'evidence'> | undefined;
  notify(tone: Notice['tone'], text: string): void;
  dismiss(id: number): void;
  /** Resolves once nothing is being saved or computed. */
  settled(): Promise<void>;
}

export function createWorkspace(client: Client, computer: Computer): Workspace {
  const store = createStore<WorkspaceState>(atFirst);
  const { get } = store;
  const set = (change: Partial<WorkspaceState>) => store.set((before) => ({ ...before, ...change }));
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

  /** Takes over what the disk says: what is here and was not saved yet is merged, or clashes. */
  function takeOver(theirs: ReadonlyMap<string, FileText>, all: boolean): void {
    store.set((before) => {
      const files = new Map(before.files);
      let { done, undone } = before;
      const paths = all ? new Set([...files.keys(), ...theirs.keys()]) : theirs.keys();
      for (const path of paths) {
        const disk = theirs.get(path) ?? null;
        const file = files.get(path);
        if (file === undefined) {
          if (disk !== null) files.set(path, { path, disk, text: disk.text });
          continue;
        }
        if (file.disk?.digest === disk?.digest) continue;
        const [base, now] = [file.disk?.text ?? null, disk?.text ?? null];
        if (base !== null && now !== null && file.text !== now) {
          const foreign = changesBetween(base, now);
          done = rebased(done, path, foreign);
          undone = rebased(undone, path, foreign);
        }
        const text = three(base, file.text, now);
        const draft = file.draft === undefined ? undefined : three(file.text, file.draft, text ?? null);
        if (text === undefined || (file.draft !== undefined && (draft === undefined || draft === null))) {
          // Both texts stay until a person says which one stands.
          files.set(path, {
            ...file,
            disk,
            draft: file.draft ?? file.text ?? '',
            text: now,
            clash: { base, theirs: disk },
          });
        } else if (text === null && disk === null && draft === undefined) {
          files.delete(path);
        } else {
          const { draft: _gone, ...rest } = file;
          files.set(path, { ...rest, disk, text, ...(draft == null || draft === text ? {} : { draft }) });
        }
      }
      return { ...before, files, done, undone };
    });
    compute();
  }

  async function refresh(): Promise<void> {
    const { files, ...text } = await client.text();
    set({ text });
    takeOver(new Map(files.map((file) => [file.path, file])), true);
    await refreshEvidence();
  }

  async function refreshEvidence(): Promise<void> {
    const evidence = await client.evidence();
    // While it is read, what was measured before stands: nothing is called missing that is only not there yet.
    if (evidence.status === 'reading') return set({ reading: evidence.progress ?? { evidence: '', done: 0, of: 0 } });
    store.set(({ reading: _over, ...before }) => ({ ...before, evidence }));
    compute();
  }

  /** Saves what is here and not on disk, until nothing is left; what clashes waits for a person. */
  async function flush(what: string): Promise<void> {
    try {
      await saveAll(what);
    } finally {
      set({ saving: false });
    }
  }

  async function saveAll(what: string): Promise<void> {
    for (let tries = 0; tries < 8; tries++) {
      const open = [...get().files.values()].filter(
        ({ text, disk, clash }) => text !== (disk?.text ?? null) && clash === undefined,
      );
      if (open.length === 0) return;
      set({ saving: true });
      const reply = await reach(() => client.edit({ what, files: open.map(fileEdit) }));
      if (reply.kind === 'saved') {
        const digests = new Map(reply.files.map(({ path, digest }) => [path, digest]));
        store.set((before) => {
          const files = new Map(before.files);
          for (const { path, text } of open) {
            const file = files.get(path);
            if (file === undefined) continue;
            if (text === null && file.text === null) files.delete(path);
            else files.set(path, { ...file, disk: text === null ? null : { path, text, digest: digests.get(path)! } });
          }
          return { ...before, files };
        });
      } else if (reply.kind === 'conflict') {
        takeOver(new Map(reply.files.flatMap((file) => (file.text === null ? [] : [[file.path, file]]))), false);
        dropMissing(reply);
      } else {
        keepAsDrafts(open);
        return notify('bad', `Not saved: ${reply.why}`);
      }
    }
    notify('bad', 'Not saved: the files change faster than they can be merged');
  }

  /** Files that an edit took to be there and that are gone. */
  function dropMissing(reply: EditReply & { kind: 'conflict' }): void {
    for (const file of reply.files) {
      if (file.text !== null) continue;
      store.set((before) => {
        const old = before.files.get(file.path);
        if (old === undefined) return before;
        const files = new Map(before.files);
        files.set(file.path, {
          ...old,
          disk: null,
          text: null,
          draft: shownText(old) ?? '',
          clash: { base: old.disk?.text ?? null, theirs: null },
        });
        return { ...before, files };
      });
    }
  }

  /** What the server would not take stays here as typed text. */
  function keepAsDrafts(open: readonly OpenFile[]): void {
    store.set((before) => {
      const files = new Map(before.files);
      for (const { path } of open) {
        const file = files.get(path);
        if (file === undefined || file.disk === null) continue;
        files.set(path, { ...file, text: file.disk.text, draft: file.draft ?? file.text ?? '' });
      }
      return { ...before, files };
    });
  }

  /** Waits for the server where it cannot be reached; what it refuses is thrown. */
  async function reach<T>(call: () => Promise<T>): Promise<T> {
    for (let wait = firstWait; ; wait = Math.min(longestWait, 2 * wait)) {
      try {
        return await call();
      } catch (error) {
        if (!(error instanceof ServerError) || error.status !== 0) throw error;
        await sleep(wait);
      }
    }
  }

  let wanted = 0;
  let reader: Promise<void> = Promise.resolve();
  /** Reads what is shown anew; what changes while it is read is read right after, once. */
  function compute(): void {
    const number = ++wanted;
    reader = reader.then(async () => {
      if (number === wanted) await read();
    });
  }

  async function read(): Promise<void> {
    const input = shownInput(get());
    if (input === undefined) return;
    set({ computing: true });
    try {
      const model = await computer.load(input, (of) => of !== null && get().model === undefined && set({ early: of }));
      store.set(({ failure: _gone, early: _over, ...before }) => ({ ...before, model }));
      void tryScenario();
    } catch (error) {
      set({ failure: reason(error) });
    } finally {
      set({ computing: false });
    }
  }

  let trying = false;
  /** Asks what the scenario would be worth; while one is asked, only the last of those that come is kept. */
  async function tryScenario(): Promise<void> {
    if (trying) return;
    trying = true;
    try {
      for (;;) {
        const { scenario, model, tried } = get();
        if (scenario === undefined || model === undefined || model.case === null) return;
        if (tried?.scenario === scenario && tried.kind === 'answer' && tried.of === model) return;
        if (tried?.scenario === scenario && tried.kind === 'problem') return;
        const result = await askScenario(scenario, model);
        // What was thrown away meanwhile is not shown any more.
        store.set((before) => (before.scenario === undefined ? before : { ...before, tried: result }));
      }
    } finally {
      trying = false;
    }
  }

  async function askScenario(scenario: Scenario, model: Model): Promise<Tried> {
    try {
      const { result, milliseconds } = await computer.ask('whatIf', { changes: scenario.changes });
      if (!result.ok) return { kind: 'problem', scenario, why: result.problem.message };
      const { value: answer } = result;
      const { assessment } = model;
      const shown = assessment === null ? model : { ...model, assessment: withNumbers(assessment, answer) };
      return { kind: 'answer', scenario, of: model, model: shown, answer, milliseconds };
    } catch (error) {
      return { kind: 'problem', scenario, why: reason(error) };
    }
  }

  function apply(texts: Texts): void {
    store.set((before) => {
      const files = new Map(before.files);
      for (const [path, text] of texts) {
        const { draft: _saved, ...file } = files.get(path) ?? { path, disk: null, text: null };
        files.set(path, { ...file, text });
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
    void inTurn(() => flush(what));
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
    void inTurn(() => flush(told));
  }

  function withFile(path: string, change: (file: OpenFile) => OpenFile): void {
    store.set((before) => {
      const file = before.files.get(path);
      return file === undefined ? before : { ...before, files: new Map(before.files).set(path, change(file)) };
    });
  }

  async function listen(signal: AbortSignal): Promise<void> {
    let wait = firstWait;
    while (!signal.aborted) {
      let why = 'The server does not answer';
      try {
        await client.events((event) => {
          wait = firstWait;
          if (get().connection.kind !== 'live') set({ connection: { kind: 'live' } });
          if (event.kind === 'text' && event.version !== get().text?.version) void inTurn(refresh);
          if (event.kind === 'evidence') void inTurn(refreshEvidence);
          if (event.kind === 'history') store.set((before) => ({ ...before, commits: before.commits + 1 }));
        }, signal);
      } catch (error) {
        if (signal.aborted) return;
        why = reason(error);
        if (error instanceof ServerError && (error.status === 401 || error.status === 403)) {
          return set({ connection: { kind: 'refused', why } });
        }
      }
      set({ connection: { kind: 'lost', why } satisfies Connection });
      await sleep(wait);
      wait = Math.min(longestWait, 2 * wait);
    }
  }

  return {
    client,
    get,
    subscribe: store.subscribe,
    start: (signal) => listen(signal),
    change: (what, texts) => {
      const drafts = draftsOf(get(), texts.keys());
      if (drafts.size > 0) change(typedWords(drafts), drafts);
      change(what, texts);
    },
    undo: () => take('done', 'undone', 'undo'),
    redo: () => take('undone', 'done', 'redo'),
    type: (path, text) => {
      withFile(path, ({ draft: _before, ...file }) =>
        text === file.text && file.clash === undefined ? file : { ...file, draft: text },
      );
      compute();
    },
    saveDrafts: () => {
      const drafts = draftsOf(get());
      if (drafts.size > 0) change(typedWords(drafts), drafts);
    },
    discardDraft: (path) => {
      withFile(path, ({ draft: _typed, clash: _over, ...file }) => file);
      compute();
    },
    settle: (path, text) => {
      withFile(path, ({ draft: _typed, clash: _over, ...file }) => file);
      if (text === get().files.get(path)?.text) return compute();
      change(`Settle ${path}`, new Map([[path, text]]));
    },
    ask: (name, args) => computer.ask(name, args),
    current: () => shownInput(get()),
    tryOut: (scenario) => {
      store.set(({ scenario: _old, ...before }) => {
        if (scenario !== undefined) return { ...before, scenario };
        const { tried: _gone, ...rest } = before;
        return rest;
      });
      void tryScenario();
    },
    notify,
    dismiss: (id) => store.set((before) => ({ ...before, notices: before.notices.filter((one) => one.id !== id) })),
    settled: async () => {
      for (let seen: Promise<void> | undefined; seen !== queue; ) {
        seen = queue;
        await Promise.all([queue, reader]);
      }
      await reader;
    },
  };
}

/** Typed texts that clash with nothing; of these files, or of all. */
function draftsOf({ files }: WorkspaceState, paths: Iterable<string> = files.keys()): Texts {
  return new Map(
    [...paths].flatMap((path): [string, string][] => {
      const file = files.get(path);
      return file?.draft === undefined || file.clash !== undefined ? [] : [[path, file.draft]];
    }),
  );
}

function typedWords(drafts: Texts): string {
  return `Edit the text of ${[...drafts.keys()].join(', ')}`;
}

/** Three texts as one, any of which may not be there; nothing where only a person can tell. */
function three(base: string | null, mine: string | null, theirs: string | null): string | null | undefined {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  return base === null || mine === null || theirs === null ? undefined : merged(base, mine, theirs);
}

function fileEdit({ path, disk, text }: OpenFile): FileEdit {
  if (text === null) return { path, base: disk!.digest, remove: true };
  if (disk === null) return { path, base: null, text };
  return { path, base: disk.digest, splices: changesBetween(disk.text, text) };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
