import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describe as text } from '../../problem.js';
import { needsShared, sharedData } from '../../shared-data.testing.js';
import { readFile, readLogHeader } from '../read.js';
import { expectHead, expectReductions, expectRows } from './as-oracle.testing.js';
import { oracleIn } from './oracle.testing.js';

type Values = Readonly<Record<string, readonly (string | number)[]>>;
type Metrics = Readonly<Record<string, number>>;
type Case = readonly [
  file: string,
  status: string,
  task: string,
  model: string,
  values: Values | number,
  results: readonly [total?: number, completed?: number],
  metrics: Metrics,
  dataset: number | undefined,
];

/** The table of the data set's own README; a number in place of values: that many rows without a score. */
const table: readonly Case[] = [
  [
    'browser.json',
    'success',
    'browser',
    'openai/gpt-4o-mini',
    { includes: ['C'] },
    [1, 1],
    { accuracy: 1, stderr: 0 },
    undefined,
  ],
  [
    'input-task.eval',
    'success',
    'input_task',
    'openai/gpt-4o-mini',
    { model_graded_fact: ['C'] },
    [1, 1],
    { accuracy: 1 },
    undefined,
  ],
  [
    'input-task.json',
    'success',
    'input_task',
    'openai/gpt-4o-mini',
    { model_graded_fact: ['C'] },
    [1, 1],
    { accuracy: 1 },
    undefined,
  ],
  [
    'log_formats.eval',
    'success',
    'popularity',
    'ollama/llama3.1',
    { match: ['I'] },
    [1, 1],
    { accuracy: 0 },
    undefined,
  ],
  [
    'log_formats.json',
    'success',
    'popularity',
    'ollama/llama3.1',
    { match: ['I'] },
    [1, 1],
    { accuracy: 0 },
    undefined,
  ],
  ['log_images.json', 'success', 'images', 'openai/gpt-4o', { match: ['I'] }, [1, 1], { accuracy: 0 }, undefined],
  [
    'log_length_stop_reason.txt',
    'success',
    'hello_world',
    'anthropic/claude-3-5-sonnet-20240620',
    { exact: ['I'] },
    [1, 1],
    { mean: 0 },
    undefined,
  ],
  [
    'log_message_deduplication.eval',
    'success',
    'inspect_test_utils/guess_number',
    'hardcoded/hardcoded',
    { closeness_log: [0] },
    [1, 1],
    { accuracy: 0 },
    undefined,
  ],
  [
    'log_read_sample.eval',
    'success',
    'popularity',
    'ollama/gemma3',
    { match: ['C'] },
    [1, 1],
    { accuracy: 1 },
    undefined,
  ],
  [
    'log_read_sample.json',
    'success',
    'popularity',
    'ollama/gemma3',
    { match: ['C'] },
    [1, 1],
    { accuracy: 1 },
    undefined,
  ],
  ['log_tool_call_error.json', 'success', '...', '...', 1, [4, 4], { accuracy: 1 }, undefined],
  ['log_valid.txt', 'success', 'wikipedia', 'openai/gpt-4', 0, [], { accuracy: 1, bootstrap_std: 0 }, undefined],
  ['log_version_3.txt', 'success', 'wikipedia', 'openai/gpt-4', 0, [], { accuracy: 1, bootstrap_std: 0 }, undefined],
  [
    'log_with_nan.txt',
    'success',
    'wikipedia',
    'openai/gpt-4',
    0,
    [],
    { accuracy: Number.NaN, bootstrap_std: 0 },
    undefined,
  ],
  [
    'no-samples.json',
    'cancelled',
    'testtaskname',
    'openai/gpt-4o-mini',
    0,
    [3, 3],
    { accuracy: 0.6667, stderr: 0.3333 },
    100,
  ],
  [
    'popularity-cancelled.json',
    'cancelled',
    'popularity',
    'openai/gpt-4o-mini',
    { match: ['C', 'C', 'I'] },
    [3, 3],
    { accuracy: 0.6667 },
    100,
  ],
  ['popularity-unscored.eval', 'success', 'popularity', 'openai/gpt-4o-mini', 10, [10, 10], {}, 100],
  [
    'security-guide.json',
    'success',
    'security_guide',
    'openai/gpt-4o-mini',
    { model_graded_fact: ['C', 'C', 'C'] },
    [3, 3],
    { accuracy: 1 },
    16,
  ],
];

const shared = needsShared('inspect', 'the logs of Inspect’s own test data read to the counts of their README');

describe.skipIf(shared.skip)(shared.name, () => {
  const read = (file: string) => readFile(join(sharedData, 'inspect', file), { path: file });

  test.each(table)('%s', async (file, status, task, model, values, [total, completed], metrics, dataset) => {
    const result = await read(file);
    if (!result.ok) throw new Error(text(result.problems[0]!));
    const { trials, claimed, notes, ...log } = result.log;
    expect(log).toMatchObject({ reader: 'inspect 2', status, task, models: [model] });
    const rows = typeof values === 'number' ? values : Object.values(values)[0]!.length;
    expect(trials.rows).toBe(rows);
    expect(trials.flags).toEqual(new Uint8Array(rows));
    expect(Object.fromEntries(trials.scores)).toEqual(typeof values === 'number' ? {} : values);
    expect([claimed.total, claimed.completed]).toEqual([total, completed]);
    const found = Object.fromEntries(claimed.metrics.map((metric) => [metric.name, Number(metric.value.toFixed(4))]));
    expect(found).toMatchObject(metrics);
    if (dataset !== undefined) expect(claimed.dataset).toBe(dataset);
    expect(notes.some((note) => note.includes('cancelled'))).toBe(status === 'cancelled');
    expect(notes.some((note) => note.includes('the rows count'))).toBe(total !== undefined && total !== rows);
  });

  /** What the API of the newest version says of them; of two that it refuses it says nothing. */
  const oracle = oracleIn('expected-others.json');
  const files = Object.entries(oracle.files).filter(([, log]) => log !== null);

  test.each(files)(`%s is read as by the API of Inspect ${oracle.madeBy.inspect_ai}`, async (file, log) => {
    const result = await readFile(join(sharedData, 'inspect', file), { path: file, reductions: true });
    if (!result.ok) throw new Error(text(result.problems[0]!));
    // A list of scorers under the name `scorers`, which the API no longer knows.
    const unknown = file === 'log_valid.txt';
    if (unknown) expect(result.log.claimed.scored).toEqual([{ scorer: 'model_graded_fact' }]);
    const { log: said } = result;
    expectHead(unknown ? { ...said, claimed: { ...said.claimed, metrics: [], scored: [] } } : said, log);
    expectReductions(result.log, log);
    expectRows(result.log, log);
    const head = await readLogHeader(join(sharedData, 'inspect', file), { path: file });
    if (!head.ok) throw new Error(text(head.problems[0]!));
    const { reductions: _, ...claimed } = result.log.claimed;
    expect(head.head.claimed).toEqual(claimed);
  });

  test('log_tool_call_error.json is epoch 4, and says that header and rows disagree', async () => {
    const result = await read('log_tool_call_error.json');
    expect(result.ok && result.log.trials.epoch).toEqual([4]);
    expect(result.ok && result.log.notes).toEqual([
      'the header claims 4 samples in all, the log holds 1 row: the rows count',
      'the header claims 4 completed samples, 1 row ended without an error: the rows count',
      'the header claims metrics, but no row has a score',
    ]);
  });

  test('log_invalid.txt fails where its text ends', async () => {
    expect(await read('log_invalid.txt')).toEqual({
      ok: false,
      reader: 'inspect 2',
      problems: [
        {
          code: 'json-syntax',
          message: 'the text ends too early',
          file: 'log_invalid.txt',
          line: 2,
          column: 29,
          expected: 'a value',
        },
      ],
    });
  });
});
