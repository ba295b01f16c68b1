import { parentPort, workerData } from 'node:worker_threads';
import type { Limits } from '../limits.js';
import { type HeadResult, readLogHeader } from '../readers/index.js';
import type { FolderFile } from './list-folder.js';

const limits = workerData as Limits;
parentPort?.on('message', async (files: readonly FolderFile[]) => {
  const read = ({ location, path }: FolderFile) => readLogHeader(location, { path, limits });
  parentPort?.postMessage((await Promise.all(files.map(read))) satisfies HeadResult[]);
});
