import type { LoadInput } from '../compute/questions.js';
import { shownText, type WorkspaceState } from './state.js';

/** Seed of every number that is drawn, the same as the command's. */
const seed = 1;

/** What is computed with: the texts as they are shown, and what was measured; nothing until both are here. */
export function shownInput({ files, text, evidence }: WorkspaceState): LoadInput | undefined {
  if (text === undefined || evidence === undefined) return undefined;
  const shown = [...files.values()].flatMap((file) => {
    const of = shownText(file);
    return of === null ? [] : { path: file.path, text: of };
  });
  return { files: shown, evidence, asOf: text.asOf, seed, folder: text.folder };
}
