import { parentPort, workerData } from 'node:worker_threads';
import { openCache } from '../cache/index.js';
import type { Limits } from '../limits.js';
import type { FolderFile } from './list-folder.js';
import { type LogRead, type NotRead, readLog } from './read-log.js';

/** What a thread is started with. */
export interface LogWorkerSetup {
  readonly cache: string | undefined;
  readonly limits: Limits;
}

const { cache, limits } = workerData as LogWorkerSetup;
const opened = cache === undefined ? undefined : openCache(cache);
parentPort?.on('message', async ({ location, path }: FolderFile) => {
  const answer = await readLog(location, path, opened, limits);
  parentPort?.postMessage(answer satisfies LogRead | NotRead);
});
