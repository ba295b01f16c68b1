import { hasUnsaved, type Workspace } from '../workspace/index.js';

/** Asks whoever closes or reloads the page while something in it is not on disk. */
export function askOnLeaving({ get }: Workspace): void {
  addEventListener('beforeunload', (event) => {
    if (hasUnsaved(get())) event.preventDefault();
  });
}
