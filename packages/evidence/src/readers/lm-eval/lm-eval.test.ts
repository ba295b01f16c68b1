import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtures, needsShared, sharedData } from '../../shared-data.testing.js';
import { temporaryFolder } from '../../temporary.testing.js';
import { readFile } from '../read.js';
import { fixtureLog, logOf, rowOf } from '../read-log.testing.js';

const results = 'lm-eval/results_2026-11-28T01-14-01.914540.json';
const samples = (task: string) => `lm-eval/samples_${task}_2026-11-28T01-14-01.914540.jsonl`;
const parsed = JSON.parse(readFileSync(join(fixtures, results), 'utf8'));
const lines = (file: string) =>
  readFileSync(join(fixtures, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe(`what lm_eval ${parsed.lm_eval_version} writes`, () => {
  test('the results file claims every metric, and holds no rows', async () => {
    const { trials, claimed, models, notes } = await fixtureLog(results);
    const wanted = Object.entries<Record<string, unknown>>(parsed.results).flatMap(([scorer, values]) =>
      Object.entries(values).flatMap(([name, value]) => (name.includes(',') ? [{ scorer, name, value }] : [])),
    );
    expect(claimed).toEqual({ total: 6, dataset: 7, metrics: wanted });
    expect([trials.rows, models]).toEqual([0, [parsed.model_name]]);
    expect(notes).toContain('task tiny_choice, version 1, 0-shot, 3 of 4 documents');
    expect(notes).toContain('lm_eval 0.4.13, run on 2026-11-28 (UTC), --limit 3');
  });

  test.each(['tiny_choice', 'tiny_generate'])('the samples of %s give what the results claim', async (task) => {
    const file = samples(task);
    const { trials, task: named } = await fixtureLog(file);
    expect(named).toBe(task);
    const all = lines(file);
    const documents = [...new Set(all.map(({ doc_id }) => String(doc_id)))];
    expect(trials.sample).toEqual(documents);
    for (const one of all) {
      const row = rowOf(trials, documents.indexOf(String(one.doc_id)));
      for (const metric of one.metrics) expect(row[`${metric},${one.filter}`]).toBe(one[metric]);
      expect(row).toMatchObject({ doc_hash: one.doc_hash, target: one.target });
    }
    for (const [name, column] of trials.scores) {
      const mean = column.reduce<number>((sum, cell) => sum + Number(cell), 0) / trials.rows;
      expect(mean).toBeCloseTo(parsed.results[task][name], 12);
    }
  });

  test('no prompt, document or answer is among what is read', async () => {
    const log = await fixtureLog(samples('tiny_choice'));
    expect(JSON.stringify([...log.trials.fields, ...log.trials.scores, log.notes])).not.toMatch(/Capital|Paris|spider/);
  });
});

const { skip, name } = needsShared('lm-eval', 'the results file of a real run');
test.skipIf(skip)(name, async () => {
  const { claimed, models, task, notes } = await logOf(join(sharedData, 'lm-eval/results_kik_topics.json'));
  expect({ models, task, total: claimed.total, dataset: claimed.dataset }).toEqual({
    models: ['google/gemma-2b'],
    task: 'sib_kik_prompt_1',
    total: 204,
    dataset: 204,
  });
  const metrics = Object.fromEntries(claimed.metrics.map((metric) => [metric.name, metric.value]));
  expect(Object.keys(metrics)).toEqual(['acc,none', 'acc_stderr,none', 'f1,none']);
  expect(metrics['acc,none']).toBe(82 / 204);
  expect(metrics['acc_stderr,none']).toBeCloseTo(0.03441, 5);
  expect(notes).toContain('without a value: sib_kik_prompt_1 f1_stderr,none (N/A)');
});

describe('samples that are not as they should be', () => {
  const folder = temporaryFolder();
  const read = async (...all: object[]) => {
    const file = join(folder, 'samples.jsonl');
    writeFileSync(file, all.map((one) => JSON.stringify(one).replaceAll('"NaN"', 'NaN')).join('\n'));
    return readFile(file, { path: 's', reader: 'lm-eval' });
  };
  const sample = {
    doc_id: 0,
    doc: {},
    target: 'a b',
    resps: [],
    filtered_resps: [],
    filter: 'none',
    metrics: ['acc'],
    acc: 1,
  };

  test('a document twice under one filter, without an id, with a filter that is none', async () => {
    expect(await read(sample, sample)).toMatchObject({ ok: false, problems: [{ code: 'duplicate-row', line: 2 }] });
    expect(await read({ ...sample, doc_id: null })).toMatchObject({ problems: [{ code: 'log-shape', line: 1 }] });
    expect(await read({ ...sample, filter: 3 })).toMatchObject({ problems: [{ code: 'log-shape', line: 1 }] });
  });

  test('metrics that are no number', async () => {
    const result = await read(
      { ...sample, metrics: ['acc', 'ppl'], acc: 'NaN', ppl: [1, 2] },
      { ...sample, doc_id: 1, metrics: undefined, acc: true, other: 0.5 },
    );
    if (!result.ok) throw new Error('refused');
    const { trials, notes } = result.log;
    expect([...trials.scores]).toEqual([
      ['acc,none', [undefined, true]],
      ['other,none', [undefined, 0.5]],
    ]);
    expect(trials.fields.has('target')).toBe(false);
    expect(notes).toContain('values of ppl that are no number and were passed over: 1');
  });
});
