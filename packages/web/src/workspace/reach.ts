import { ServerError } from '../server/server-error.js';
import { firstWait, nextWait, sleep } from './waits.js';

/** Waits for the server where it cannot be reached; what it refuses is thrown. */
export async function reach<T>(call: () => Promise<T>): Promise<T> {
  for (let wait = firstWait; ; wait = nextWait(wait)) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ServerError) || error.status !== 0) throw error;
      await sleep(wait);
    }
  }
}
