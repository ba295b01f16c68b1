import type { ServerEvent } from '@surety/server/api';
import { type Client, ServerError } from '../server/client.js';
import { reason } from './reason.js';
import type { Connection, WorkspaceState } from './state.js';
import type { Store } from './store.js';
import { firstWait, nextWait, sleep } from './waits.js';

/** Hears what changes in the folder until the signal says otherwise, over losses of the server; and says how the connection is. `told` hears too which event is the first of a connection: what was before it, it may not know. */
export async function follow(
  store: Store<WorkspaceState>,
  client: Client,
  told: (event: ServerEvent, isFirst: boolean) => void,
  signal: AbortSignal,
): Promise<void> {
  const say = (connection: Connection) => store.set((before) => ({ ...before, connection }));
  let wait = firstWait;
  while (!signal.aborted) {
    let why = 'The server does not answer';
    try {
      let isFirst = true;
      await client.events((event) => {
        wait = firstWait;
        if (store.get().connection.kind !== 'live') say({ kind: 'live' });
        told(event, isFirst);
        isFirst = false;
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
