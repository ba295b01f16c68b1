import { resolve } from 'node:path';
import { type Cache, openCache } from '../cache/index.js';
import { defaultLimits, type Limits } from '../limits.js';
import type { Problem } from '../problem.js';
import type { ReadResult } from '../readers/index.js';
import type { Digest } from '../source/index.js';
import { type ThreadPool, threadPool, threadsOf } from '../threads/index.js';
import { type KnownFile, type KnownFiles, markOf, readKnownFiles, writeKnownFiles } from './known-files.js';
import { defaultFolderLimits, type FolderFile, type FolderLimits, listFolder } from './list-folder.js';
import type { LogWorkerSetup } from './log-worker.js';
import { cacheKey, type LogRead, type NotRead, readLog } from './read-log.js';

export interface LogFolderOptions {
  /** Folder of the cache; absent: nothing is kept and every log is read. See `cacheFolder`. */
  readonly cache?: string;
  /** Default 2 GiB. */
  readonly cacheBytes?: number;
  /**
   * `content`, the default: every file is digested, and the cache is asked for that digest. `marks`: a file whose size,
   * times and inode are those of the last run is not opened. That is quick, but a content can be changed without them:
   * for listing only. Whatever feeds a verdict or a lock file needs `content`.
   */
  readonly identify?: 'content' | 'marks';
  readonly limits?: Limits;
  readonly folderLimits?: FolderLimits;
  /** Default: one for each processor, at most 4. The result does not depend on it. */
  readonly threads?: number;
  /** Called when another file is done. */
  readonly onProgress?: (progress: { readonly done: number; readonly of: number; readonly file: string }) => void;
}

/** One log of a folder. */
export interface FolderLog {
  /** Below the folder, with `/`. */
  readonly path: string;
  readonly size: number;
  readonly digest: Digest;
  readonly result: ReadResult;
}

export interface LogFolder {
  /** By path. */
  readonly logs: readonly FolderLog[];
  /** Files that no reader recognises, by path. One that is called `.eval` is a problem instead. */
  readonly ignored: readonly string[];
  /** Files and folders that could not be looked at. A log that could not be read stands among the logs. */
  readonly problems: readonly Problem[];
  /** What kept results from being kept, once for each kind. */
  readonly cacheProblems: readonly Problem[];
  readonly counts: {
    /** Files whose content was digested. */
    readonly digested: number;
    /** Logs taken from the cache, logs read, and among these those whose entry in the cache was damaged. */
    readonly cached: number;
    readonly read: number;
    readonly rebuilt: number;
  };
}

const workerFile = new URL('./log-worker.js', import.meta.url);
const mostThreads = 4;

/**
 * Reads every log below a folder, in several threads. What was read before and did not change comes from the cache; a
 * cache that is damaged, deleted or shared changes nothing but the time it takes. All logs are held in memory, as
 * columns of their trials.
 */
export async function readLogFolder(folder: string, options: LogFolderOptions = {}): Promise<LogFolder> {
  const { identify = 'content', limits = defaultLimits, folderLimits = defaultFolderLimits } = options;
  const threads = options.threads ?? threadsOf(workerFile, mostThreads);
  const cache =
    options.cache === undefined
      ? undefined
      : openCache(options.cache, options.cacheBytes === undefined ? {} : { mostBytes: options.cacheBytes });
  const { files, problems } = await listFolder(folder, folderLimits);
  const place = resolve(folder);
  const known: KnownFiles = cache === undefined ? new Map() : await readKnownFiles(cache, place);
  const setup: LogWorkerSetup = { cache: options.cache, limits };
  const pool: ThreadPool<FolderFile, LogRead | NotRead> | undefined =
    threads < 2 ? undefined : threadPool(workerFile, threads, setup);
  const found: FileDone[] = new Array<FileDone>(files.length);
  let next = 0;
  let done = 0;

  async function readOne(file: FolderFile): Promise<LogRead | NotRead> {
    if (pool === undefined) return readLog(file.location, file.path, cache, limits);
    const answer = await pool.run(file);
    return answer.ok ? answer.value : { problem: { file: file.path, ...answer.problem } };
  }

  async function worker(): Promise<void> {
    while (next < files.length) {
      const at = next++;
      const file = files[at]!;
      const mark = cache === undefined ? undefined : await markOf(file.location);
      const before = known.get(file.path);
      const believed =
        identify === 'marks' && cache !== undefined && before !== undefined && before.mark === mark
          ? await fromCache(cache, before, limits)
          : undefined;
      const read = believed ?? (await readOne(file));
      found[at] = { file, mark, digested: believed === undefined, read };
      done += 1;
      options.onProgress?.({ done, of: files.length, file: file.path });
    }
  }

  try {
    // Twice as many as threads, so that none waits for its next file.
    await Promise.all(Array.from({ length: pool === undefined ? 1 : threads * 2 }, worker));
  } finally {
    await pool?.close();
  }
  const folderRead = joined(found, problems);
  if (cache !== undefined && folderRead.counts.digested > 0) {
    await writeKnownFiles(cache, place, knownOf(found));
    const problem = await cache.trim();
    if (problem !== undefined) return { ...folderRead, cacheProblems: [...folderRead.cacheProblems, problem] };
  }
  return folderRead;
}

interface FileDone {
  readonly file: FolderFile;
  readonly mark: string | undefined;
  readonly digested: boolean;
  readonly read: LogRead | NotRead;
}

async function fromCache(cache: Cache, { digest, reader, size }: KnownFile, limits: Limits) {
  const entry = await cache.get(cacheKey(digest, reader, limits));
  if (entry.kind !== 'found') return undefined;
  return { size, digest, result: entry.value as ReadResult, from: 'cache' } satisfies LogRead;
}

function joined(found: readonly FileDone[], folderProblems: readonly Problem[]): LogFolder {
  const logs: FolderLog[] = [];
  const ignored: string[] = [];
  const problems = [...folderProblems];
  const cacheProblems = new Map<string, Problem>();
  const counts = { digested: 0, cached: 0, read: 0, rebuilt: 0 };
  for (const { file, digested, read } of found) {
    if ('problem' in read) {
      if (read.problem.code === 'unknown-format' && !file.path.endsWith('.eval')) ignored.push(file.path);
      else problems.push(read.problem);
      continue;
    }
    const { size, digest, result, from, cacheProblem } = read;
    logs.push({ path: file.path, size, digest, result });
    if (digested) counts.digested += 1;
    if (from === 'cache') counts.cached += 1;
    else counts.read += 1;
    if (from === 'rebuilt') counts.rebuilt += 1;
    if (cacheProblem !== undefined) cacheProblems.set(cacheProblem.message, cacheProblem);
  }
  return { logs, ignored, problems, cacheProblems: [...cacheProblems.values()], counts };
}

function knownOf(found: readonly FileDone[]): KnownFiles {
  return new Map(
    found.flatMap(({ file, mark, read }) =>
      mark === undefined || 'problem' in read || !read.result.ok
        ? []
        : [[file.path, { mark, digest: read.digest, reader: read.result.log.reader, size: read.size }] as const],
    ),
  );
}
