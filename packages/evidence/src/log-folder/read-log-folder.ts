import { resolve } from 'node:path';
import { type Cache, openCache } from '../cache/index.js';
import { defaultLimits, type Limits } from '../limits.js';
import type { Problem } from '../problem.js';
import type { ReadResult } from '../readers/index.js';
import type { Digest } from '../source/index.js';
import { isStranger } from './is-stranger.js';
import { type KnownFile, type KnownFiles, markOf, readKnownFiles, writeKnownFiles } from './known-files.js';
import { defaultFolderLimits, type FolderLimits, listFolder } from './list-folder.js';
import { cacheKey, type LogRead } from './read-log.js';
import { countsOf, type ReadCounts, readLogs } from './read-logs.js';

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
  /** Default: one for each processor, at most 4, where there are many logs. The result does not depend on it. */
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
  readonly counts: ReadCounts & {
    /** Files whose content was digested. */
    readonly digested: number;
  };
}

/**
 * Reads every log below a folder, in several threads. What was read before and did not change comes from the cache; a
 * cache that is damaged, deleted or shared changes nothing but the time it takes. All logs are held in memory, as
 * columns of their trials.
 */
export async function readLogFolder(folder: string, options: LogFolderOptions = {}): Promise<LogFolder> {
  const { identify = 'content', limits = defaultLimits, folderLimits = defaultFolderLimits } = options;
  const cache =
    options.cache === undefined
      ? undefined
      : openCache(options.cache, options.cacheBytes === undefined ? {} : { mostBytes: options.cacheBytes });
  const { files, problems } = await listFolder(folder, folderLimits);
  const place = resolve(folder);
  const known: KnownFiles = cache === undefined ? new Map() : await readKnownFiles(cache, place);
  const marks: (string | undefined)[] = [];
  const believed = new Set<number>();

  async function before(at: number): Promise<LogRead | undefined> {
    if (cache === undefined) return undefined;
    const file = files[at]!;
    marks[at] = await markOf(file.location);
    const last = known.get(file.path);
    if (identify !== 'marks' || last === undefined || last.mark !== marks[at]) return undefined;
    const found = await fromCache(cache, last, limits);
    if (found !== undefined) believed.add(at);
    return found;
  }

  const { cache: folderOfCache, cacheBytes, threads, onProgress } = options;
  const { answers, cacheProblems } = await readLogs(files, {
    limits,
    before,
    ...(folderOfCache === undefined ? {} : { cache: folderOfCache }),
    ...(cacheBytes === undefined ? {} : { cacheBytes }),
    ...(threads === undefined ? {} : { threads }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const logs: FolderLog[] = [];
  const ignored: string[] = [];
  const troubles = [...problems];
  const nowKnown = new Map<string, KnownFile>();
  for (const [at, read] of answers.entries()) {
    const { path } = files[at]!;
    if ('problem' in read) {
      if (isStranger(read.problem, path)) ignored.push(path);
      else troubles.push(read.problem);
    } else if ('result' in read) {
      const { size, digest, result } = read;
      logs.push({ path, size, digest, result });
      const mark = marks[at];
      if (mark !== undefined && result.ok) nowKnown.set(path, { mark, digest, reader: result.log.reader, size });
    }
  }
  const digested = logs.length - believed.size;
  // Where it cannot be kept the files are digested again next time.
  if (cache !== undefined && digested > 0) await writeKnownFiles(cache, place, nowKnown);
  const counts = { digested, ...countsOf(answers) };
  return { logs, ignored, problems: troubles, cacheProblems, counts };
}

async function fromCache(cache: Cache, { digest, reader, size }: KnownFile, limits: Limits) {
  const entry = await cache.get(cacheKey(digest, reader, limits));
  if (entry.kind !== 'found') return undefined;
  return { size, digest, result: entry.value as ReadResult, from: 'cache' } satisfies LogRead;
}
