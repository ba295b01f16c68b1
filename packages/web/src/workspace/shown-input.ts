import type { EvidenceState } from '@surety/server/api';
import type { LoadInput } from '../compute/questions.js';
import { sameTexts } from '../compute/same-texts.js';
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

/** New evidence, with what counts of the old where that says the same: so that who asks whether it changed need not read it. */
export function takenEvidence(old: EvidenceState | undefined, now: EvidenceState): EvidenceState {
  if (old === undefined || JSON.stringify(counted(old)) !== JSON.stringify(counted(now))) return now;
  return { ...now, ...counted(old) };
}

/** What a verdict may depend on. */
function counted({ measures, signatures, previous }: LoadInput['evidence']) {
  return { measures, signatures, ...(previous === undefined ? {} : { previous }) };
}

/** Whether two inputs must come to the same model. */
export function isSameInput(one: LoadInput, other: LoadInput): boolean {
  const [a, b] = [counted(one.evidence), counted(other.evidence)];
  return (
    one.asOf === other.asOf &&
    one.folder === other.folder &&
    a.measures === b.measures &&
    a.signatures === b.signatures &&
    a.previous === b.previous &&
    sameTexts(one.files, other.files)
  );
}
