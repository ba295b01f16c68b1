import { createHash } from 'node:crypto';
import type { EditReply, EvidenceState, FileText, ServerEvent } from '@surety/server/api';
import type { Computer } from '../compute/computer.js';
import type { LoadInput, Model } from '../compute/questions.js';
import { type Client, ServerError } from '../server/client.js';
import { type DraftShelf, type Keeping, keepingOf } from './keeping.js';
import { applyChanges } from './text-changes.js';
import { createWorkspace, type Workspace } from './workspace.js';

/** A folder with a server over it, in memory: what the workspace is tried against. */
export interface FakeServer {
  readonly disk: Map<string, string>;
  /** Somebody else writes a file; the page is told. */
  write(path: string, text: string | null): void;
  /** Requests are answered with "cannot be reached" while it is down, and nothing is told. */
  down: boolean;
  /** Why edits are not taken: `refused` says it of the edit, `broken` of the server. */
  fault: { readonly kind: 'refused' | 'broken'; readonly why: string } | undefined;
  /** What the texts and the evidence are asked for is answered with this. */
  unread: string | undefined;
  /** Until it is over no edit is looked at. */
  held: Promise<void> | undefined;
  /** What was measured; who changes it tells by `tell`, or does not. */
  evidence: Pick<EvidenceState, 'status' | 'measures' | 'problems' | 'progress'>;
  tell(event: ServerEvent): void;
  /** Runs right before the next edit is looked at, as somebody who is quicker. */
  before: (() => void) | undefined;
  readonly saved: string[];
  readonly loads: LoadInput[];
  /** Until it is over nothing is computed. */
  slow: Promise<void> | undefined;
  readonly workspace: Workspace;
  /** Keeps what is not saved, as before the page goes. */
  keepNow(): void;
}

export function fakeServer(files: Readonly<Record<string, string>>, shelf: DraftShelf = noShelf): FakeServer {
  const disk = new Map(Object.entries(files));
  const listeners = new Map<(event: ServerEvent) => void, (error: Error) => void>();
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const fileText = (path: string): FileText => ({ path, text: disk.get(path)!, digest: digest(disk.get(path)!) });
  const version = () => digest(JSON.stringify([...disk]));
  const tell = (event: ServerEvent) => {
    for (const listener of listeners.keys()) listener(event);
  };
  let isDown = false;
  const reached = () => {
    if (isDown) throw new ServerError(0, 'down');
  };
  const read = () => {
    reached();
    if (server.unread !== undefined) throw new ServerError(500, server.unread);
  };
  const never = () => Promise.reject(new Error('not used here'));
  const client: Client = {
    text: async () => {
      read();
      const state = {
        name: 'case',
        folder: '',
        place: 'here',
        asOf: '2026-03-01',
        today: '2026-03-01',
        problems: [],
        readOnly: false,
      };
      return { ...state, version: version(), files: [...disk.keys()].map(fileText) };
    },
    evidence: async () => {
      read();
      return { version: version(), signatures: [], ...structuredClone(server.evidence) };
    },
    edit: async ({ what, files }): Promise<EditReply> => {
      await server.held;
      reached();
      if (server.fault?.kind === 'refused') return server.fault as EditReply;
      if (server.fault !== undefined) throw new ServerError(500, server.fault.why);
      server.before?.();
      server.before = undefined;
      const other = files.filter(({ path, base }) => (disk.has(path) ? digest(disk.get(path)!) : null) !== base);
      if (other.length > 0) {
        return {
          kind: 'conflict',
          files: other.map(({ path }) => (disk.has(path) ? fileText(path) : { path, text: null })),
        };
      }
      for (const file of files) {
        if ('remove' in file) disk.delete(file.path);
        else disk.set(file.path, 'text' in file ? file.text : applyChanges(disk.get(file.path)!, file.splices));
      }
      server.saved.push(what);
      tell({ kind: 'text', version: version() });
      const written = files.filter((file) => !('remove' in file)).map(({ path }) => fileText(path));
      return { kind: 'saved', version: version(), files: written };
    },
    trials: never,
    addFile: never,
    history: never,
    revision: never,
    preview: never,
    events: (each, signal) =>
      new Promise((done, fail) => {
        if (isDown) return fail(new ServerError(0, 'down'));
        listeners.set(each, fail);
        signal.addEventListener('abort', () => done());
        each({ kind: 'text', version: version() });
      }),
  };
  let serial = 0;
  const computer: Computer = {
    read: async () => null,
    load: async (input) => {
      server.loads.push(input);
      await server.slow;
      return { serial: ++serial } as Model;
    },
    ask: never,
    stop: () => {},
  };
  let keeping: Keeping;
  const server: FakeServer = {
    disk,
    get down() {
      return isDown;
    },
    set down(down) {
      isDown = down;
      if (!down) return;
      for (const fail of listeners.values()) fail(new ServerError(0, 'down'));
      listeners.clear();
    },
    fault: undefined,
    unread: undefined,
    held: undefined,
    evidence: { status: 'ready', measures: {}, problems: [] },
    tell,
    before: undefined,
    saved: [],
    loads: [],
    slow: undefined,
    workspace: createWorkspace(client, computer, (parts) => {
      keeping = keepingOf(parts, shelf);
      return keeping;
    }),
    keepNow: () => keeping.keepNow(),
    write: (path, text) => {
      if (text === null) disk.delete(path);
      else disk.set(path, text);
      tell({ kind: 'text', version: version() });
    },
  };
  return server;
}

const noShelf: DraftShelf = { put: () => {}, takeUp: async () => {} };

/** A workspace over a folder, started and at rest. */
export async function opened(files: Readonly<Record<string, string>>, shelf?: DraftShelf): Promise<FakeServer> {
  const server = fakeServer(files, shelf);
  void server.workspace.start(new AbortController().signal);
  await rest(server);
  return server;
}

/** Waits until nothing moves any more. */
export async function rest({ workspace }: FakeServer): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((done) => setTimeout(done, 0));
    await workspace.settled();
  }
}
