import type { FileText } from '@surety/server/api';
import type { OpenFile, WorkspaceState } from './state.js';
import { merged } from './text-changes.js';
import { withFiles } from './with-files.js';

/**
 * The state after it took over what the disk says, null where a file is gone: what is here and was not saved yet is merged,
 * or clashes. `all`: the disk has no other files than these.
 */
export function takenOver(
  before: WorkspaceState,
  theirs: ReadonlyMap<string, FileText | null>,
  all: boolean,
): WorkspaceState {
  const paths = all ? new Set([...before.files.keys(), ...theirs.keys()]) : theirs.keys();
  const files = [...paths].flatMap((path) => {
    const disk = theirs.get(path) ?? null;
    const file = before.files.get(path) ?? { path, disk: null, text: null };
    return file.disk?.digest === disk?.digest ? [] : [mergedFile(file, disk)];
  });
  return files.length === 0 ? before : withFiles(before, files);
}

/** The state with a file merged into it with what the disk says. */
export function mergedIn(before: WorkspaceState, file: OpenFile, disk: FileText | null): WorkspaceState {
  return withFiles(before, [mergedFile(file, disk)]);
}

/** A file with another text on the disk. */
function mergedFile(file: OpenFile, disk: FileText | null): OpenFile {
  const { clash: old, ...rest } = file;
  const now = disk?.text ?? null;
  if (old !== undefined) return stillClashing(file, disk, old.base);
  const base = file.disk?.text ?? null;
  const text = merged(base, file.text, now);
  if (text !== undefined) {
    if (file.draft === undefined) return { ...rest, disk, text };
    const draft = merged(file.text, file.draft, text);
    if (typeof draft === 'string') return { ...rest, disk, text, draft };
  }
  const mine = file.draft ?? file.text;
  // Nobody wrote a text that could stand against it: a file that was to go, and that somebody changed, stays.
  if (mine === null) return { ...rest, disk, text: now };
  // Both texts stay until a person says which one stands.
  return { ...rest, disk, text: now, draft: mine, clash: { base, theirs: disk } };
}

/** A file that clashes, with yet another text on the disk: with it the two may go together, or one of them be left. */
function stillClashing(file: OpenFile, disk: FileText | null, base: string | null): OpenFile {
  const { clash: _old, draft: mine = '', ...rest } = file;
  const text = disk?.text ?? null;
  const whole = merged(base, mine, text);
  if (typeof whole === 'string') return { ...rest, disk, text, draft: whole };
  // What they changed elsewhere comes to both what is here and what it was made of: else it would be taken back with the clash.
  const [from, draft] = [merged(file.text, base, text), merged(file.text, mine, text)];
  const isBoth = typeof from === 'string' && typeof draft === 'string';
  return {
    ...rest,
    disk,
    text,
    draft: isBoth ? draft : mine,
    clash: { base: isBoth ? from : base, theirs: disk },
  };
}
