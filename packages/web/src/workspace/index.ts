/** The case in this page: its text in step with the folder, what it is worth, and every change of it. */

export type { DraftShelf, Keeping, KeepingParts } from './keeping.js';
export type { KeptDraft } from './kept-drafts.js';
export { lastCommitOn } from './last-commit-on.js';
export type { Long } from './long-answers.js';
export { shownFiles, shownInput } from './shown-input.js';
export { answered, shownOutcomes, whyNotTried } from './shown-model.js';
export {
  fileState,
  hasUnsaved,
  isComputing,
  type Notice,
  type OpenFile,
  type Scenario,
  shownText,
  type WorkspaceState,
  whyNotWritten,
  whyOld,
} from './state.js';
export type { Texts } from './steps.js';
export { applyChanges, tightChangesBetween } from './text-changes.js';
export { useLongAnswer } from './use-long-answer.js';
export {
  useAnswer,
  useLastAnswer,
  useModel,
  useStatedModel,
  useWorkspace,
  useWorkspaceState,
  WorkspaceContext,
} from './use-workspace.js';
export { waitingWords } from './waiting-words.js';
export { createWorkspace, type Workspace } from './workspace.js';
