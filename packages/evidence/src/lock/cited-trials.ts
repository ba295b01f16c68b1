import type { CitedTrial } from '@surety/core/case';
import type { Limits } from '../limits.js';
import { failed, ok, type Problem, type Result } from '../problem.js';
import { type Log, type Reader, readerOf } from '../readers/index.js';
import { changed, type Digest, digestOf, openSource } from '../source/index.js';
import { trialDigest } from '../trials/index.js';

interface CitedSource {
  readonly location: string;
  readonly path: string;
  /** Of the content that the log was read from. */
  readonly digest: Digest;
  readonly log: Log;
}

interface Options {
  readonly reader: string | undefined;
  readonly readers?: readonly Reader[];
  readonly limits: Limits;
}

/**
 * The trials of these sources that a case cites by digest, in the order of the case. A digest that none of them has is a
 * problem: what was cited is not in the evidence (any more).
 */
export async function citedTrials(
  wanted: readonly string[],
  sources: readonly CitedSource[],
  options: Options,
): Promise<Result<readonly CitedTrial[]>> {
  const missing = new Set(wanted);
  const found = new Map<string, CitedTrial>();
  for (const source of sources) {
    if (missing.size === 0) break;
    const contents = await contentsOf(source, options);
    if (!contents.ok) return contents;
    const { trials } = source.log;
    for (let row = 0; row < trials.rows && missing.size > 0; row++) {
      const digest = trialDigest(trials, row, contents.value);
      if (!missing.delete(digest)) continue;
      found.set(digest, { digest, sample: trials.sample[row]!, epoch: trials.epoch[row]! });
    }
  }
  const [lost] = missing;
  if (lost === undefined) return ok(wanted.map((digest) => found.get(digest)!));
  const others = missing.size === 1 ? '' : ` (and ${missing.size - 1} more)`;
  return failed({
    code: 'trial-not-found',
    message: `the evidence holds no trial with the digest ${lost}${others}`,
    expected: 'a digest that `surety evidence sample` gives',
  });
}

/** What was asked and answered in a source, where its reader knows; the source is opened again, and must be the same. */
async function contentsOf({ location, path, digest }: CitedSource, options: Options) {
  const opened = await openSource(location, path, options.limits);
  if (!opened.ok) return opened;
  const source = opened.value;
  try {
    const reader = await readerOf(source, options.reader, options.readers);
    if (!reader.ok) return reader;
    if (reader.value.contents === undefined) return ok(undefined);
    const now = await digestOf(source);
    if (!now.ok) return now;
    const contents = await reader.value.contents(source, options.limits);
    const change: Problem | undefined =
      now.value === digest
        ? await changed(source)
        : { code: 'source-changed', message: 'the file changed while it was read', file: path };
    return change === undefined ? contents : failed(change);
  } finally {
    await source.handle.close();
  }
}
