import type { FileText } from '@surety/server/api';
import { type OpenFile, type WorkspaceState, withoutDraft } from './state.js';
import { rebased } from './steps.js';
import { changesBetween, merged } from './text-changes.js';

/**
 * The state after it took over what the disk says: what is here and was not saved yet is merged, or clashes. `all`: the disk
 * has no other files than these.
 */
export function takenOver(before: WorkspaceState, theirs: ReadonlyMap<string, FileText>, all: boolean): WorkspaceState {
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
    const next = mergedFile(file, disk);
    if (next === undefined) files.delete(path);
    else files.set(path, next);
  }
  return { ...before, files, done, undone };
}

/** A file with another text on the disk; undefined where nothing of it is left. */
export function mergedFile(file: OpenFile, disk: FileText | null): OpenFile | undefined {
  const [base, now] = [file.disk?.text ?? null, disk?.text ?? null];
  const text = three(base, file.text, now);
  const draft = file.draft === undefined ? undefined : three(file.text, file.draft, text ?? null);
  if (text === undefined || (file.draft !== undefined && (draft === undefined || draft === null))) {
    // Both texts stay until a person says which one stands.
    return { ...file, disk, draft: file.draft ?? file.text ?? '', text: now, clash: { base, theirs: disk } };
  }
  if (text === null && disk === null && draft === undefined) return undefined;
  const next = { ...file, disk, text };
  return draft == null || draft === text ? withoutDraft(next) : { ...next, draft };
}

/** Three texts as one, any of which may not be there; nothing where only a person can tell. */
function three(base: string | null, mine: string | null, theirs: string | null): string | null | undefined {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  return base === null || mine === null || theirs === null ? undefined : merged(base, mine, theirs);
}
