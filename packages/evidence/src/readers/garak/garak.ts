import type { Result } from '../../problem.js';
import { readHead } from '../../source/index.js';
import { type Peek, peek } from '../peek.js';
import { type Log, type Reader, readFailed } from '../reader.js';
import { readHitlog } from './hitlog.js';
import { readReport } from './report.js';

/** Reports of garak (`*.report.jsonl`), and its lists of hits (`*.hitlog.jsonl`). */
export const garakReader: Reader = {
  name: 'garak',
  version: 1,
  expects: 'a report of garak (.report.jsonl)',
  transcripts: true,
  title: 'garak',
  reads:
    '`*.report.jsonl`; of a `*.hitlog.jsonl` what it claims, for it holds the hits only, and no rate follows from hits alone',
  docs: {
    row: 'one for each answer (generation) to an attempt; an attempt stands twice in a report, sent and evaluated, and counts once; each detector is a score, from 0 (safe) to 1 (hit)',
    flags: 'error where an attempt was sent and never evaluated; a detector that gave nothing (`null`) is no outcome',
    group:
      '`group` is the probe, the field `strategy` its family (`dan` of `dan.Dan_11_0`); `model` is the target of the run',
    claims: 'answers that passed and were evaluated, for each probe and detector',
    skips: 'prompts, answers and settings; lines of other kinds are counted',
  },
  sniff(head) {
    const keys = peek(head);
    return keys !== undefined && (keys.first === 'entry_type' || looksLikeHitlog(keys));
  },
  async read(source, options) {
    const head = await readHead(source, 64 * 1024);
    if (!head.ok) return readFailed(garakReader, head.problem);
    const keys = peek(head.value);
    const read = keys !== undefined && looksLikeHitlog(keys) ? readHitlog : readReport;
    const log: Result<Log> = await read(source, options, garakReader);
    return log.ok ? { ok: true, log: log.value } : readFailed(garakReader, log.problem);
  },
};

function looksLikeHitlog(keys: Peek): boolean {
  return ['attempt_id', 'probe', 'detector', 'score', 'generator'].filter((key) => keys.has(key)).length >= 4;
}
