import { readHead } from '../../source/index.js';
import { peek } from '../peek.js';
import { type Reader, readFailed } from '../reader.js';
import { looksLikeResults, readResults } from './results.js';
import { looksLikeSamples, readSamples } from './samples.js';

/**
 * What EleutherAI's lm-evaluation-harness writes: `results_*.json`, which holds claims and no rows, and
 * `samples_*.jsonl` (`--log_samples`), which holds the rows.
 */
export const lmEvalReader: Reader = {
  name: 'lm-eval',
  version: 1,
  expects: 'results or samples of lm-evaluation-harness',
  transcripts: true,
  title: 'lm-evaluation-harness',
  reads: '`samples_*.jsonl` (`--log_samples`), and `results_*.json`, which holds claims only',
  docs: {
    row: 'one for each document (`doc_id`); a metric under a filter is a score by the name that the results file has for it (`acc,none`); where a document was asked several times, the harness scores what its filter leaves of the answers',
    flags: 'none; a metric that is NaN is no outcome',
    group: 'no group; `model` from the results file; no time',
    claims: 'every metric and its standard error by task, documents used and in the data set',
    skips:
      'documents, prompts and answers; metrics that are not a number (those of a corpus); standard errors that the harness gives as N/A',
  },
  sniff(head) {
    const keys = peek(head);
    return keys !== undefined && (looksLikeResults(keys) || looksLikeSamples(keys));
  },
  async read(source, options) {
    const head = await readHead(source, 64 * 1024);
    if (!head.ok) return readFailed(lmEvalReader, head.problem);
    const keys = peek(head.value);
    const read = keys !== undefined && looksLikeSamples(keys) ? readSamples : readResults;
    const log = await read(source, options, lmEvalReader);
    return log.ok ? { ok: true, log: log.value } : readFailed(lmEvalReader, log.problem);
  },
};
