import type { EditReply, FileEdit, FileText } from '@surety/server/api';
import { reason } from '../reason.js';
import type { Client } from '../server/client.js';
import { reach } from './reach.js';
import type { Notice, OpenFile, WorkspaceState } from './state.js';
import type { Store } from './store.js';
import { changesBetween } from './text-changes.js';
import { withFiles } from './with-files.js';

/** So often a save is merged with what others wrote meanwhile, before it is given up. */
const mostMerges = 8;

export interface SavingParts {
  readonly store: Store<WorkspaceState>;
  readonly client: Client;
  readonly takeOver: (theirs: ReadonlyMap<string, FileText | null>, all: boolean) => void;
  readonly notify: (tone: Notice['tone'], text: string) => void;
}

/** Saves what is here and not on disk, until nothing is left; what clashes waits for a person, and what cannot be saved stays as typed text. */
export function savingOf({ store, client, takeOver, notify }: SavingParts): (what: string) => Promise<void> {
  return async (what) => {
    /** As they were sent last. */
    let open: readonly OpenFile[] = [];
    const failed = (why: string) => {
      store.set((before) => keptAsDrafts(before, open));
      notify('bad', `Not saved: ${why}`);
    };
    for (let merges = 0; merges < mostMerges; ) {
      const send = async () => {
        // Looked at when it is sent: it may have been undone while the server was away.
        open = waiting(store.get());
        if (open.length === 0) return undefined;
        return client.edit({ what, files: open.map(fileEdit) });
      };
      const reply = await reach(send).catch((error: unknown) => ({ kind: 'refused' as const, why: reason(error) }));
      if (reply === undefined) return;
      if (reply.kind === 'refused') return failed(reply.why);
      if (reply.kind === 'saved') store.set((before) => saved(before, open, reply));
      else {
        merges++;
        takeOver(new Map(reply.files.map((file) => [file.path, file.text === null ? null : file])), false);
      }
    }
    failed('the files change faster than they can be merged');
  };
}

/** Files that are not on disk as they shall be; in one that clashes nothing is to be saved until a person chose. */
function waiting({ files }: WorkspaceState): readonly OpenFile[] {
  return [...files.values()].filter(({ text, disk }) => text !== (disk?.text ?? null));
}

function saved(
  before: WorkspaceState,
  open: readonly OpenFile[],
  reply: EditReply & { kind: 'saved' },
): WorkspaceState {
  const digests = new Map(reply.files.map(({ path, digest }) => [path, digest]));
  const files = open.map(({ path, text }): OpenFile => {
    const disk = text === null ? null : { path, text, digest: digests.get(path)! };
    return { ...(before.files.get(path) ?? { path, text: null }), disk };
  });
  return withFiles(before, files);
}

/** What could not be saved stays here as typed text; a file that was to go is there again. */
function keptAsDrafts(before: WorkspaceState, open: readonly OpenFile[]): WorkspaceState {
  const sent = new Set(open.map(({ path }) => path));
  const files = waiting(before).flatMap((file): OpenFile[] => {
    if (!sent.has(file.path)) return [];
    const draft = file.draft ?? file.text;
    return [{ ...file, text: file.disk?.text ?? null, ...(draft === null ? {} : { draft }) }];
  });
  return withFiles(before, files);
}

function fileEdit({ path, disk, text }: OpenFile): FileEdit {
  if (text === null) return { path, base: disk!.digest, remove: true };
  if (disk === null) return { path, base: null, text };
  return { path, base: disk.digest, splices: changesBetween(disk.text, text) };
}
