import type { EditReply, FileEdit, FileText } from '@surety/server/api';
import { type Client, ServerError } from '../server/client.js';
import { type Notice, type OpenFile, shownText, type WorkspaceState } from './state.js';
import type { Store } from './store.js';
import { changesBetween } from './text-changes.js';
import { firstWait, nextWait, sleep } from './waits.js';

/** So often a save is merged with what others wrote meanwhile, before it is given up. */
const mostTries = 8;

export interface SavingParts {
  readonly store: Store<WorkspaceState>;
  readonly client: Client;
  readonly takeOver: (theirs: ReadonlyMap<string, FileText>, all: boolean) => void;
  readonly notify: (tone: Notice['tone'], text: string) => void;
}

/** Saves what is here and not on disk, until nothing is left; what clashes waits for a person. */
export function savingOf({ store, client, takeOver, notify }: SavingParts): (what: string) => Promise<void> {
  return async (what) => {
    try {
      await saveAll(what);
    } finally {
      store.set((before) => ({ ...before, saving: false }));
    }
  };

  async function saveAll(what: string): Promise<void> {
    for (let tries = 0; tries < mostTries; tries++) {
      const open = [...store.get().files.values()].filter(
        ({ text, disk, clash }) => text !== (disk?.text ?? null) && clash === undefined,
      );
      if (open.length === 0) return;
      store.set((before) => ({ ...before, saving: true }));
      const reply = await reach(() => client.edit({ what, files: open.map(fileEdit) }));
      if (reply.kind === 'saved') {
        store.set((before) => saved(before, open, reply));
      } else if (reply.kind === 'conflict') {
        takeOver(new Map(reply.files.flatMap((file) => (file.text === null ? [] : [[file.path, file]]))), false);
        store.set((before) => withoutMissing(before, reply));
      } else {
        store.set((before) => keptAsDrafts(before, open));
        return notify('bad', `Not saved: ${reply.why}`);
      }
    }
    notify('bad', 'Not saved: the files change faster than they can be merged');
  }
}

function saved(
  before: WorkspaceState,
  open: readonly OpenFile[],
  reply: EditReply & { kind: 'saved' },
): WorkspaceState {
  const digests = new Map(reply.files.map(({ path, digest }) => [path, digest]));
  const files = new Map(before.files);
  for (const { path, text } of open) {
    const file = files.get(path);
    if (file === undefined) continue;
    if (text === null && file.text === null) files.delete(path);
    else files.set(path, { ...file, disk: text === null ? null : { path, text, digest: digests.get(path)! } });
  }
  return { ...before, files };
}

/** Files that an edit took to be there and that are gone. */
function withoutMissing(before: WorkspaceState, reply: EditReply & { kind: 'conflict' }): WorkspaceState {
  const files = new Map(before.files);
  for (const { path, text } of reply.files) {
    const old = files.get(path);
    if (text !== null || old === undefined) continue;
    const clash = { base: old.disk?.text ?? null, theirs: null };
    files.set(path, { ...old, disk: null, text: null, draft: shownText(old) ?? '', clash });
  }
  return { ...before, files };
}

/** What the server would not take stays here as typed text. */
function keptAsDrafts(before: WorkspaceState, open: readonly OpenFile[]): WorkspaceState {
  const files = new Map(before.files);
  for (const { path } of open) {
    const file = files.get(path);
    if (file === undefined || file.disk === null) continue;
    files.set(path, { ...file, text: file.disk.text, draft: file.draft ?? file.text ?? '' });
  }
  return { ...before, files };
}

/** Waits for the server where it cannot be reached; what it refuses is thrown. */
async function reach<T>(call: () => Promise<T>): Promise<T> {
  for (let wait = firstWait; ; wait = nextWait(wait)) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ServerError) || error.status !== 0) throw error;
      await sleep(wait);
    }
  }
}

function fileEdit({ path, disk, text }: OpenFile): FileEdit {
  if (text === null) return { path, base: disk!.digest, remove: true };
  if (disk === null) return { path, base: null, text };
  return { path, base: disk.digest, splices: changesBetween(disk.text, text) };
}
