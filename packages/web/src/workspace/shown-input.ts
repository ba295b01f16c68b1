import type { LoadInput } from '../compute/questions.js';
import { shownText, type WorkspaceState } from './state.js';

/** Seed of every number that is drawn, the same as the command's. */
const seed = 1;

/** The texts as they are shown. */
export function shownFiles({ files }: WorkspaceState): LoadInput['files'] {
  return [...files.values()].flatMap((file) => {
    const of = shownText(file);
    return of === null ? [] : { path: file.path, text: of };
  });
}

/** What is computed with: the texts as they are shown, and what was measured; nothing until both are here. */
export function shownInput(state: WorkspaceState): LoadInput | undefined {
  const { text, evidence } = state;
  if (text === undefined || evidence === undefined) return undefined;
  return { files: shownFiles(state), evidence, asOf: text.asOf, seed, folder: text.folder };
}
