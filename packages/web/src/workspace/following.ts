import type { ServerEvent } from '@surety/server/api';
import { reason } from '../reason.js';
import { type Client, ServerError } from '../server/client.js';
import type { Connection, WorkspaceState } from './state.js';
import type { Store } from './store.js';
import { firstWait, nextWait, sleep } from './waits.js';

/** Hears what changes in the folder until the signal says otherwise, over losses of the server; and says how the connection is. */
export async function follow(
  store: Store<WorkspaceState>,
  client: Client,
  told: (event: ServerEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const say = (connection: Connection) => store.set((before) => ({ ...before, connection }));
  let wait = firstWait;
  while (!signal.aborted) {
    let why = 'The server does not answer';
    try {
      await client.events((event) => {
        wait = firstWait;
        if (store.get().connection.kind !== 'live') say({ kind: 'live' });
        told(event);
      }, signal);
    } catch (error) {
      if (signal.aborted) return;
      why = reason(error);
      if (error instanceof ServerError && (error.status === 401 || error.status === 403)) {
        return say({ kind: 'refused', why });
      }
    }
    say({ kind: 'lost', why });
    await sleep(wait);
    wait = nextWait(wait);
  }
}
