import { parentPort, workerData } from 'node:worker_threads';
import { openCache } from '../cache/index.js';
import type { Limits } from '../limits.js';
import { type LogAnswer, type LogJob, readLog } from './read-log.js';

/** What a thread is started with. */
export interface LogWorkerSetup {
  readonly cache: string | undefined;
  readonly limits: Limits;
}

const { cache, limits } = workerData as LogWorkerSetup;
const opened = cache === undefined ? undefined : openCache(cache);
parentPort?.on('message', async (job: LogJob) => {
  const answer = await readLog(job, opened, limits);
  parentPort?.postMessage(answer satisfies LogAnswer);
});
