import { readHead } from '../../source/index.js';
import { type Reader, readerLabel, readFailed } from '../reader.js';
import { readJsonLog } from './json-log.js';

/**
 * Logs of Inspect (UK AI Security Institute), log versions 1 to 4: `.eval` archives with stored, deflated or zstd
 * members, also with chunked samples, and `.json` files. File endings are not trusted.
 */
export const inspectReader: Reader = {
  name: 'inspect',
  version: 1,
  expects: 'an Inspect log (.eval or .json)',
  sniff: (head) => isZip(head) || looksLikeJsonLog(head),
  async read(source, { limits, sampler }) {
    const reader = readerLabel(inspectReader);
    const head = await readHead(source, 4);
    if (!head.ok) return readFailed(inspectReader, head.problem);
    // Loaded when an archive is read, so that commands which read none do not pay for it.
    const { readEvalArchive } = await import('./eval-archive.js');
    const log = isZip(head.value)
      ? await readEvalArchive(source, limits, reader, sampler)
      : await readJsonLog(source, limits, reader, sampler);
    return log.ok ? { ok: true, log: log.value } : readFailed(inspectReader, log.problem);
  },
};

function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2]! <= 8 && head[3]! <= 9;
}

/** An object that starts with a version and a status, or an eval, as every layout does. */
function looksLikeJsonLog(head: Uint8Array): boolean {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString('utf8');
  return /^\uFEFF?\s*\{\s*"version"\s*:\s*\d+\s*,\s*"(?:status|eval)"\s*:/.test(text);
}
