import type { WorkspaceState } from './state.js';
import type { Texts } from './steps.js';

/** Typed texts that clash with nothing; of these files, or of all. */
export function draftsOf({ files }: WorkspaceState, paths: Iterable<string> = files.keys()): Texts {
  return new Map(
    [...paths].flatMap((path): [string, string][] => {
      const file = files.get(path);
      return file?.draft === undefined || file.clash !== undefined ? [] : [[path, file.draft]];
    }),
  );
}

export function typedWords(drafts: Texts): string {
  return `Edit the text of ${[...drafts.keys()].join(', ')}`;
}
