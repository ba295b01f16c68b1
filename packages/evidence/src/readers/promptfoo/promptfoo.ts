import { each, isObject, type JsonObject, type JsonValue, object, scalar } from '../../json/index.js';
import { failed, ok, type Result } from '../../problem.js';
import { readHead, type Source } from '../../source/index.js';
import { eachObject } from '../lines.js';
import { type Peek, peek } from '../peek.js';
import { type Log, type Reader, type ReadOptions, readerLabel, readFailed } from '../reader.js';
import { wholeJson } from '../whole-json.js';
import { resultRows } from './result.js';

/**
 * Results of promptfoo, as `promptfoo eval -o results.json` (or `.jsonl`) writes them; versions 2 and 3 of the summary.
 */
export const promptfooReader: Reader = {
  name: 'promptfoo',
  version: 1,
  expects: 'results of promptfoo (.json or .jsonl)',
  transcripts: true,
  title: 'promptfoo',
  reads: 'what `promptfoo eval -o` writes: `.json` (with its own counts) and `.jsonl` (rows only)',
  docs: {
    row: 'one for each result; a test with the same variables and assertions is one sample, and its prompts, providers and repeats are epochs of it; `success`, `score`, named metrics and `assert.TYPE` (all assertions of that type passed) are scores',
    flags: 'error where promptfoo counts an error (`failureReason` 2), refused where it takes the answer for a refusal',
    group:
      '`group` is the red-team plugin (`pluginId`), the field `strategy` its `strategyId`; `model` is the label of the provider, else its id',
    claims: 'successes, failures and errors, as promptfoo counts them',
    skips: 'prompts, answers and reasons; variables that are longer than a word',
  },
  sniff(head) {
    const keys = peek(head);
    return keys !== undefined && (looksLikeSummary(keys) || looksLikeResult(keys));
  },
  async read(source, options) {
    const log = await readResults(source, options);
    return log.ok ? { ok: true, log: log.value } : readFailed(promptfooReader, log.problem);
  },
};

function looksLikeSummary(keys: Peek): boolean {
  const inside = ['prompts', 'results', 'stats', 'timestamp', 'version'];
  return keys.has('results') && inside.filter((key) => keys.has('results', key)).length >= 2;
}

/** Keys come in alphabetical order, and the texts of the response may fill the first bytes. */
function looksLikeResult(keys: Peek): boolean {
  const some = ['gradingResult', 'latencyMs', 'promptIdx', 'promptId', 'testIdx', 'testCase', 'namedScores', 'success'];
  return some.filter((key) => keys.has(key)).length >= 3 || (keys.first === 'cost' && keys.has('gradingResult'));
}

async function readResults(source: Source, options: ReadOptions): Promise<Result<Log>> {
  const { limits } = options;
  const rows = resultRows(source.path, options);
  const isSummary = await looksWhole(source);
  if (!isSummary.ok) return isSummary;
  const whole = isSummary.value;
  let root: JsonValue | undefined;
  if (whole) {
    const results = each(rows.shape, (value, line) => rows.add(value, line));
    const read = await wholeJson(
      source,
      limits,
      object({
        evalId: scalar,
        results: object({
          version: scalar,
          timestamp: scalar,
          results,
          stats: object({ successes: scalar, failures: scalar, errors: scalar }),
        }),
        config: object({ description: scalar }),
        metadata: object({ promptfooVersion: scalar }),
      }),
    );
    if (!read.ok) return read;
    root = read.value;
    if (!isObject(root) || !isObject(root.results)) {
      const message = 'this is not a summary of promptfoo';
      return failed({ code: 'log-shape', message, file: source.path, expected: 'an object with `results`' });
    }
  } else {
    const problem = await eachObject(source, limits, (value, line) => rows.add(value, line), rows.shape);
    if (problem !== undefined) return failed(problem);
  }
  const { trials, counts, notes } = rows.finish();
  const stats = isObject(root) && isObject(root.results) && isObject(root.results.stats) ? root.results.stats : {};
  return ok({
    reader: readerLabel(promptfooReader),
    trials,
    claimed: claimedOf(stats),
    ...taskOf(root),
    models: [...new Set(trials.model ?? [])]
      .filter((model) => model !== undefined)
      .map(String)
      .slice(0, 100),
    status: 'unstated',
    notes: [
      ...(whole ? [] : ['JSON Lines hold no counts of promptfoo’s own to compare the rows with']),
      ...disagreements(stats, counts),
      ...notes,
      ...versionNote(root),
    ],
  });
}

/** A summary is one object, with its rows in `results.results`; a line of JSON Lines is a result itself. */
async function looksWhole(source: Source): Promise<Result<boolean>> {
  const head = await readHead(source, 64 * 1024);
  if (!head.ok) return head;
  const keys = peek(head.value);
  return ok(keys === undefined || looksLikeSummary(keys) || !looksLikeResult(keys));
}

const told = ['successes', 'failures', 'errors'] as const;

function claimedOf(stats: JsonObject): Log['claimed'] {
  const numbers = told.map((name) => stats[name]);
  const known = numbers.every((value): value is number => typeof value === 'number');
  return {
    ...(known ? { total: numbers[0]! + numbers[1]! + numbers[2]!, completed: numbers[0]! + numbers[1]! } : {}),
    metrics: told.flatMap((name) => {
      const value = stats[name];
      return typeof value === 'number' ? [{ scorer: 'stats', name, value }] : [];
    }),
  };
}

function disagreements(stats: JsonObject, counts: Readonly<Record<(typeof told)[number], number>>): string[] {
  return told.flatMap((name) => {
    const claimed = stats[name];
    if (typeof claimed !== 'number' || claimed === counts[name]) return [];
    return [`promptfoo claims ${claimed} ${name}, the rows have ${counts[name]}: the rows count`];
  });
}

function taskOf(root: JsonValue | undefined): { readonly task?: string } {
  const description = isObject(root) && isObject(root.config) ? root.config.description : undefined;
  return typeof description === 'string' && description !== '' ? { task: description } : {};
}

function versionNote(root: JsonValue | undefined): string[] {
  if (!isObject(root)) return [];
  const { metadata, results } = root;
  const version = isObject(metadata) ? metadata.promptfooVersion : undefined;
  const time = isObject(results) ? results.timestamp : undefined;
  const parts = [
    ...(typeof version === 'string' ? [`promptfoo ${version}`] : []),
    ...(typeof time === 'string' ? [`run at ${time}`] : []),
  ];
  return parts.length === 0 ? [] : [parts.join(', ')];
}
