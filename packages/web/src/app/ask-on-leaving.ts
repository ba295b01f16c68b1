import { hasUnsaved, type Workspace } from '../workspace/index.js';

/** Asks whoever closes or reloads the page while something in it is not on disk; and keeps that for the next visit. */
export function askOnLeaving(workspace: Workspace): void {
  addEventListener('beforeunload', (event) => {
    workspace.keepDrafts();
    if (hasUnsaved(workspace.get())) event.preventDefault();
  });
  // A telephone ends a page that is put away without another word.
  addEventListener('pagehide', () => workspace.keepDrafts());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') workspace.keepDrafts();
  });
}
