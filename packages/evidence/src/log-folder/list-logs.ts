import { defaultLimits, type Limits } from '../limits.js';
import type { Problem } from '../problem.js';
import { type HeadResult, readLogHeader } from '../readers/index.js';
import { threadPool, threadsOf } from '../threads/index.js';
import { isStranger } from './is-stranger.js';
import { defaultFolderLimits, type FolderFile, type FolderLimits, listFolder } from './list-folder.js';

/** What one log of a folder says of itself. Nothing of it is checked against its trials. */
export interface ListedLog {
  /** Below the folder, with `/`. */
  readonly path: string;
  readonly result: HeadResult;
}

export interface LogList {
  /** By path. */
  readonly logs: readonly ListedLog[];
  /** Files that no reader recognises, by path. One that is called `.eval` stands among the logs, with its problem. */
  readonly ignored: readonly string[];
  /** Folders and links that could not be looked at. */
  readonly problems: readonly Problem[];
}

/**
 * Lists the logs below a folder by their headers. Their trials are not read, so faults in these are not found; a format
 * without a header is read in full.
 */
export async function listLogs(
  folder: string,
  options: {
    readonly limits?: Limits;
    readonly folderLimits?: FolderLimits;
    /** Default: one for each processor, at most 4, where there are many logs. The result does not depend on it. */
    readonly threads?: number;
    readonly onProgress?: (progress: { readonly done: number; readonly of: number; readonly file: string }) => void;
  } = {},
): Promise<LogList> {
  const { limits = defaultLimits, folderLimits = defaultFolderLimits } = options;
  const { files, problems } = await listFolder(folder, folderLimits);
  const batches: FolderFile[][] = [];
  for (let at = 0; at < files.length; at += batchFiles) batches.push(files.slice(at, at + batchFiles));
  let done = 0;
  const threads = options.threads ?? (batches.length < worthThreads ? 1 : threadsOf(workerFile, mostThreads));
  const pool =
    threads < 2 ? undefined : threadPool<readonly FolderFile[], readonly HeadResult[]>(workerFile, threads, limits);
  async function headsOf(batch: readonly FolderFile[]): Promise<readonly HeadResult[]> {
    if (pool === undefined)
      return Promise.all(batch.map(({ location, path }) => readLogHeader(location, { path, limits })));
    const answer = await pool.run(batch);
    if (answer.ok) return answer.value;
    // Of a thread that died nobody knows which of its files did it: each gets a thread to itself.
    const alone = batch.length === 1 ? undefined : await Promise.all(batch.map((file) => headsOf([file])));
    return alone?.flat() ?? [{ ok: false, reader: 'none', problems: [{ file: batch[0]!.path, ...answer.problem }] }];
  }
  async function read(batch: readonly FolderFile[]): Promise<ListedLog[]> {
    const heads = await headsOf(batch);
    done += batch.length;
    options.onProgress?.({ done, of: files.length, file: batch.at(-1)!.path });
    return batch.map(({ path }, at) => ({ path, result: heads[at]! }));
  }
  const listed: ListedLog[] = [];
  try {
    // Threads have their batches at once; without them one follows the other, so that few files are open.
    if (pool !== undefined) listed.push(...(await Promise.all(batches.map(read))).flat());
    else for (const batch of batches) listed.push(...(await read(batch)));
  } finally {
    await pool?.close();
  }
  return {
    logs: listed.filter((log) => !isUnknown(log)),
    ignored: listed.filter(isUnknown).map(({ path }) => path),
    problems,
  };
}

/** Files that one thread has open at the same time. */
const batchFiles = 16;
/**
 * Batches from which on threads save time: each has to start, load and optimise the same code, which for fewer logs
 * takes longer than to read their headers.
 */
const worthThreads = 500;
const mostThreads = 4;
const workerFile = new URL('./header-worker.js', import.meta.url);

function isUnknown({ path, result }: ListedLog): boolean {
  return !result.ok && isStranger(result.problems[0]!, path);
}
