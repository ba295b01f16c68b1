import type { Cache } from '../cache/index.js';
import type { Limits } from '../limits.js';
import type { Problem } from '../problem.js';
import { type ReadResult, readerLabel, readerOf, readSource } from '../readers/index.js';
import { changed, type Digest, digestOf, openSource } from '../source/index.js';

/** Raised when a log is extracted into other columns, or they are kept in another form, without a reader's doing. */
const formatVersion = 1;

export interface LogRead {
  readonly size: number;
  readonly digest: Digest;
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

/**
 * The key of what a reader extracts from a content. The limits are part of it, because what is fine under some may be
 * refused under others.
 */
export function cacheKey(digest: Digest, reader: string, limits: Limits): string {
  return JSON.stringify(['log', formatVersion, digest, reader, limits]);
}

/**
 * Reads one log through the cache: the whole content is digested each time, and extracted only where the cache has
 * nothing for that digest. Only what was read without a problem is kept, never the texts of a transcript.
 */
export async function readLog(
  location: string,
  path: string,
  cache: Cache | undefined,
  limits: Limits,
): Promise<LogRead | NotRead> {
  const opened = await openSource(location, path, limits);
  if (!opened.ok) return { problem: opened.problem };
  const source = opened.value;
  try {
    const reader = await readerOf(source, undefined);
    if (!reader.ok) return { problem: reader.problem };
    const digest = await digestOf(source);
    if (!digest.ok) return { problem: digest.problem };
    const label = readerLabel(reader.value);
    const key = cacheKey(digest.value, label, limits);
    const found = (await cache?.get(key)) ?? { kind: 'missing' as const };
    const about = { size: source.size, digest: digest.value };
    if (found.kind === 'found') {
      const change = await changed(source);
      const result: ReadResult =
        change === undefined ? (found.value as ReadResult) : { ok: false, reader: label, problems: [change] };
      return { ...about, result, from: 'cache' };
    }
    const result = await readSource(source, reader.value.name, limits);
    const cacheProblem = result.ok ? await cache?.put(key, result) : undefined;
    const from = found.kind === 'damaged' ? 'rebuilt' : 'source';
    return { ...about, result, from, ...(cacheProblem === undefined ? {} : { cacheProblem }) };
  } finally {
    await source.handle.close();
  }
}
