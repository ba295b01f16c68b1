import { grown, noPast } from './past.js';
import { type OpenFile, type WorkspaceState, withoutDraft } from './state.js';

/**
 * The state with other files in place of those of their paths: the only way in which files change, so that no text goes
 * without its past, and none of them is in a state that means nothing.
 */
export function withFiles(before: WorkspaceState, changed: Iterable<OpenFile>): WorkspaceState {
  const files = new Map(before.files);
  const past = new Map(before.past);
  const needed = new Set([...before.done, ...before.undone].flatMap((step) => step.files.map(({ path }) => path)));
  for (const file of changed) {
    const { path, text } = file;
    const old = files.get(path)?.text ?? null;
    if (text !== old) {
      const known = past.get(path) ?? noPast;
      past.set(path, grown(needed.has(path) ? known : { now: known.now, backs: [] }, old, text));
    }
    const next = normal(file);
    if (next === undefined) files.delete(path);
    else files.set(path, next);
  }
  return { ...before, files, past };
}

/** No draft that says nothing else than the text, no clash without a draft, no file of which nothing is left. */
function normal(file: OpenFile): OpenFile | undefined {
  const { disk, text, draft, clash } = file;
  if (draft !== undefined && (clash !== undefined || draft !== text)) return file;
  if (disk === null && text === null) return undefined;
  const { clash: _over, ...rest } = withoutDraft(file);
  return rest;
}
