import { type OpenFile, shownText, type WorkspaceState } from './state.js';
import type { mergedIn } from './taking-over.js';

/** What stands in the page and not in the folder, so that a page that goes does not take it along. */
export interface KeptDraft {
  readonly path: string;
  /** The text of the folder that it was made of; null: there was no such file. */
  readonly base: string | null;
  readonly text: string;
}

/** All that would be lost with this page: typed texts, those that clash, and those that wait for the server. */
export function keptDrafts({ files }: WorkspaceState): readonly KeptDraft[] {
  return [...files.values()].flatMap((file): KeptDraft[] => {
    const text = shownText(file);
    const disk = file.disk?.text ?? null;
    if (text === null || (text === disk && file.clash === undefined)) return [];
    return [{ path: file.path, base: file.clash === undefined ? disk : file.clash.base, text }];
  });
}

export type Merge = typeof mergedIn;

export interface Restored {
  readonly state: WorkspaceState;
  /** Files that have a typed text again. */
  readonly paths: readonly string[];
  /** Of files in which something else is typed already: these wait for a later visit. */
  readonly left: readonly KeptDraft[];
}

/** The state with what an earlier page left: as typed text, merged with what the folder says by now, or as a clash. */
export function restored(before: WorkspaceState, kept: readonly KeptDraft[], merge: Merge): Restored {
  let state = before;
  const paths: string[] = [];
  const left: KeptDraft[] = [];
  for (const one of kept) {
    const { path, base, text } = one;
    const file = state.files.get(path);
    const disk = file?.disk ?? null;
    if (text === (disk?.text ?? null)) continue;
    if (file !== undefined && (file.draft !== undefined || file.clash !== undefined || file.text !== disk?.text)) {
      left.push(one);
      continue;
    }
    const then: OpenFile = {
      path,
      disk: base === null ? null : { path, text: base, digest: '' },
      text: base,
      draft: text,
      isRestored: true,
    };
    state = merge(state, then, disk);
    // What was typed may be in the folder by now, beside other changes.
    if (state.files.get(path)?.draft !== undefined) paths.push(path);
  }
  return { state, paths, left };
}
