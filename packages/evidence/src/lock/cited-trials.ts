import type { CitedTrial } from '@surety/core/case';
import type { Limits } from '../limits.js';
import { failed, ok, type Result } from '../problem.js';
import { type Log, type Reader, readerOf } from '../readers/index.js';
import type { Source } from '../source/index.js';
import { trialDigest } from '../trials/index.js';

/**
 * The trials of these sources that a case cites by digest, in the order of the case. A digest that none of them has is a
 * problem: what was cited is not in the evidence (any more).
 */
export async function citedTrials(
  wanted: readonly string[],
  sources: readonly { readonly source: Source; readonly log: Log }[],
  options: { readonly reader: string | undefined; readonly readers?: readonly Reader[]; readonly limits: Limits },
): Promise<Result<readonly CitedTrial[]>> {
  const missing = new Set(wanted);
  const found = new Map<string, CitedTrial>();
  for (const { source, log } of sources) {
    const reader = await readerOf(source, options.reader, options.readers);
    if (!reader.ok) return reader;
    const contents = await reader.value.contents?.(source, options.limits);
    if (contents?.ok === false) return contents;
    const { trials } = log;
    for (let row = 0; row < trials.rows && missing.size > 0; row++) {
      const digest = trialDigest(trials, row, contents?.value);
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
