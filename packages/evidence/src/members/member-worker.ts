import { parentPort, workerData } from 'node:worker_threads';
import type { JsonValue, Shape } from '../json/index.js';
import type { Limits } from '../limits.js';
import type { Result } from '../problem.js';
// Not through the folder's index: a thread that starts for one log need not load what reads directories.
import { expand } from '../zip/expand.js';
import type { ArchiveFile, Member } from '../zip/index.js';
import { readMember } from './read-member.js';

/** What a thread is started with. */
export interface WorkerSetup {
  readonly file: ArchiveFile;
  readonly shape: Shape;
  readonly limits: Limits;
}

/** Members that follow each other, and what the archive has expanded to before each. */
export interface Batch {
  readonly members: readonly Member[];
  readonly before: readonly number[];
}

/** One result for each member up to the first that failed. */
export type BatchResult = readonly Result<JsonValue | undefined>[];

const { file, shape, limits } = workerData as WorkerSetup;
parentPort?.on('message', async ({ members, before }: Batch) => {
  const results: Result<JsonValue | undefined>[] = [];
  for (const [at, member] of members.entries()) {
    const found = await readMember(`${file.path}!${member.name}`, shape, limits, (sink) =>
      expand(file, member, { limits, before: before[at]! }, sink),
    );
    results.push(found);
    if (!found.ok) break;
  }
  parentPort?.postMessage(results satisfies BatchResult);
});
