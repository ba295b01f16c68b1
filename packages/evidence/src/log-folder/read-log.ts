import type { Cache } from '../cache/index.js';
import type { Limits } from '../limits.js';
import type { Problem } from '../problem.js';
import {
  readers as ownReaders,
  type Reader,
  type ReadResult,
  readerLabel,
  readerOf,
  readSource,
} from '../readers/index.js';
import { changed, type Digest, digestOf, openSource } from '../source/index.js';
import type { FolderFile } from './list-folder.js';

/** Raised when a log is extracted into other columns, or they are kept in another form, without a reader's doing. */
const formatVersion = 1;

/** A file, and what is wanted of it. */
export interface LogJob extends FolderFile {
  /** Name of the reader; absent: the one that recognises the content. */
  readonly reader?: string;
  /** `digest`: it is not parsed. `locked`: it is parsed where it has the digest that `locked` holds. Default: it is parsed. */
  readonly want?: 'digest' | 'locked';
  readonly locked?: Digest;
  /** It is known to be wanted: a content that no reader takes is digested too, and its result is the problem. */
  readonly known?: boolean;
}

export interface LogDigested {
  readonly size: number;
  readonly digest: Digest;
}

export interface LogRead extends LogDigested {
  readonly result: ReadResult;
  /** Where the result is from. `rebuilt`: the cache had an entry that was damaged. */
  readonly from: 'cache' | 'source' | 'rebuilt';
  /** The cache could not keep the result. */
  readonly cacheProblem?: Problem;
}

/** A file that is no log at all, or cannot be opened. */
export interface NotRead {
  readonly problem: Problem;
}

export type LogAnswer = LogRead | LogDigested | NotRead;

/**
 * The key of what a reader extracts from a content. The limits are part of it, because what is fine under some may be
 * refused under others.
 */
export function cacheKey(digest: Digest, reader: string, limits: Limits): string {
  return JSON.stringify(['log', formatVersion, digest, reader, limits]);
}

/**
 * Reads one log through the cache: the whole content is digested each time, and extracted only where the cache has
 * nothing for that digest; both on the same open file. Only what was read without a problem is kept, never the texts of
 * a transcript, and only of readers that come with Surety: another may change without its version.
 */
export async function readLog(
  job: LogJob,
  cache: Cache | undefined,
  limits: Limits,
  readers: readonly Reader[] = ownReaders,
): Promise<LogAnswer> {
  const opened = await openSource(job.location, job.path, limits);
  if (!opened.ok) return { problem: opened.problem };
  const source = opened.value;
  try {
    const reader = await readerOf(source, job.reader, readers);
    if (!reader.ok && job.known !== true) return { problem: reader.problem };
    const digest = await digestOf(source);
    if (!digest.ok) return { problem: digest.problem };
    const about: LogDigested = { size: source.size, digest: digest.value };
    if (job.want === 'digest' || (job.want === 'locked' && job.locked !== digest.value)) return about;
    if (!reader.ok)
      return {
        ...about,
        result: { ok: false, reader: job.reader ?? 'none', problems: [reader.problem] },
        from: 'source',
      };
    const kept = ownReaders.includes(reader.value) ? cache : undefined;
    const label = readerLabel(reader.value);
    const key = cacheKey(digest.value, label, limits);
    const found = (await kept?.get(key)) ?? { kind: 'missing' as const };
    if (found.kind === 'found') {
      const change = await changed(source);
      const result: ReadResult =
        change === undefined ? (found.value as ReadResult) : { ok: false, reader: label, problems: [change] };
      return { ...about, result, from: 'cache' };
    }
    const result = await readSource(source, reader.value.name, limits, { readers });
    const cacheProblem = result.ok ? await kept?.put(key, result) : undefined;
    const from = found.kind === 'damaged' ? 'rebuilt' : 'source';
    return { ...about, result, from, ...(cacheProblem === undefined ? {} : { cacheProblem }) };
  } finally {
    await source.handle.close();
  }
}
