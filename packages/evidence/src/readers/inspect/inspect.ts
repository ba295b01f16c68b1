import { failed, type Result } from '../../problem.js';
import { readHead, type Source } from '../../source/index.js';
import { type Reader, readerLabel, readFailed } from '../reader.js';

/**
 * Logs of Inspect (UK AI Security Institute), log versions 1 to 4: `.eval` archives with stored, deflated or zstd
 * members, also with chunked samples, and `.json` files. File endings are not trusted.
 */
export const inspectReader: Reader = {
  name: 'inspect',
  version: 2,
  expects: 'an Inspect log (.eval or .json)',
  transcripts: true,
  unmistakable: true,
  title: 'Inspect',
  reads: 'logs of Inspect (UK AI Security Institute), versions 1 to 4: `.eval` archives and `.json`',
  docs: {
    row: 'one for each sample and epoch; every scorer is a score, and plain metadata of a sample are fields',
    flags: 'error, limit, invalid, refused and partial, where the log states it (docs/evidence.md)',
    group:
      '`group` is the plain `metadata.group` of a sample, `model` that of the run, or of the answer where it is another; `time` when the sample was completed',
    claims: 'samples in all and completed, size of the data set, metrics of each scorer',
    skips: 'transcripts, unless they are asked for',
  },
  sniff: (head) => isZip(head) || looksLikeJsonLog(head),
  async read(source, options) {
    const log = await byLayout(source, {
      archive: async () =>
        (await import('./eval-archive.js')).readEvalArchive(source, options, readerLabel(inspectReader)),
      json: async () => (await import('./json-log.js')).readJsonLog(source, options, readerLabel(inspectReader)),
    });
    return log.ok ? { ok: true, log: log.value } : readFailed(inspectReader, log.problem);
  },
  async head(source, { limits }) {
    const head = await byLayout(source, {
      archive: async () => (await import('./eval-archive.js')).readEvalHead(source, limits, readerLabel(inspectReader)),
      json: async () => (await import('./json-log.js')).readJsonHead(source, limits, readerLabel(inspectReader)),
    });
    return head.ok ? { ok: true, head: head.value } : readFailed(inspectReader, head.problem);
  },
  contents: (source, limits) =>
    byLayout(source, {
      archive: async () => (await import('./contents.js')).archiveContents(source, limits),
      json: async () => (await import('./contents.js')).jsonContents(source, limits),
    }),
};

/** What reads a log is loaded when one is read, so that commands which read none do not pay for it. */
async function byLayout<T>(
  source: Source,
  ways: { readonly archive: () => Promise<Result<T>>; readonly json: () => Promise<Result<T>> },
): Promise<Result<T>> {
  const head = await readHead(source, 4);
  if (!head.ok) return failed(head.problem);
  return isZip(head.value) ? ways.archive() : ways.json();
}

function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2]! <= 8 && head[3]! <= 9;
}

/** An object that starts with a version and a status, or an eval, as every layout does. */
function looksLikeJsonLog(head: Uint8Array): boolean {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString('utf8');
  return /^\uFEFF?\s*\{\s*"version"\s*:\s*\d+\s*,\s*"(?:status|eval)"\s*:/.test(text);
}
