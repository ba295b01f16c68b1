import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampler } from '../../samples/index.js';
import { fixtures } from '../../shared-data.testing.js';
import { temporaryFolder } from '../../temporary.testing.js';
import { flag } from '../../trials/index.js';
import { readFile } from '../read.js';
import { fixtureLog, rowOf } from '../read-log.testing.js';

interface Result {
  readonly success: boolean;
  readonly score: number;
  readonly failureReason: number;
  readonly latencyMs: number;
  readonly cost: number;
  readonly promptIdx: number;
  readonly testIdx: number;
  readonly namedScores: Readonly<Record<string, number>>;
  readonly provider: { readonly id: string; readonly label?: string };
  readonly metadata: { readonly pluginId?: string; readonly strategyId?: string };
  readonly gradingResult: {
    readonly componentResults?: readonly { readonly pass: boolean; readonly assertion: { readonly type: string } }[];
  } | null;
}

const summary = (name: string) => JSON.parse(readFileSync(join(fixtures, `promptfoo/${name}.json`), 'utf8'));
const version = summary('mixed').metadata.promptfooVersion;

describe(`what promptfoo ${version} writes reads as promptfoo itself counts it`, () => {
  test.each(['mixed.json', 'mixed.jsonl', 'repeated.json', 'repeated.jsonl'])('%s', async (file) => {
    const { results } = summary(file.split('.')[0]!);
    const { trials, claimed, notes } = await fixtureLog(`promptfoo/${file}`);
    const all = results.results as readonly Result[];
    expect(trials.rows).toBe(all.length);
    all.forEach((one, row) => {
      const isError = one.failureReason === 2;
      const found = rowOf(trials, row);
      expect((trials.flags[row]! & flag.error) !== 0).toBe(isError);
      expect(trials.model![row]).toBe(one.provider.label || one.provider.id);
      expect(trials.group?.[row]).toBe(one.metadata.pluginId);
      const { latencyMs, cost, promptIdx, testIdx } = one;
      const components = one.gradingResult?.componentResults ?? [];
      expect(found).toMatchObject({
        latencyMs,
        cost,
        promptIdx,
        testIdx,
        ...(isError ? {} : { success: one.success, score: one.score, ...one.namedScores }),
        ...(one.metadata.strategyId === undefined ? {} : { strategy: one.metadata.strategyId }),
        assertionsPassed: components.filter(({ pass }) => pass).length,
        assertionsFailed: components.filter(({ pass }) => !pass).length,
      });
      for (const type of new Set(components.map(({ assertion }) => assertion.type))) {
        const passed = components.filter(({ assertion }) => assertion.type === type).every(({ pass }) => pass);
        expect(found[`assert.${type}`]).toBe(passed);
      }
    });
    const column = trials.scores.get('success')!;
    const counts = {
      successes: column.filter((cell) => cell === true).length,
      failures: column.filter((cell) => cell === false).length,
      errors: trials.flags.reduce((sum, bits) => sum + (bits & flag.error), 0),
    };
    const { successes, failures, errors } = results.stats;
    expect(counts).toEqual({ successes, failures, errors });
    if (file.endsWith('.json')) {
      expect(claimed.metrics.map(({ name, value }) => [name, value])).toEqual(Object.entries(counts));
      expect(notes.filter((note) => note.includes('claims'))).toEqual([]);
    } else expect(claimed.metrics).toEqual([]);
  });

  test('repeats of a test are epochs of one sample, and so are its prompts and providers', async () => {
    const { trials } = await fixtureLog('promptfoo/repeated.json');
    const tests = new Map<string, unknown[]>();
    for (const [row, id] of trials.sample.entries())
      tests.set(id, [...(tests.get(id) ?? []), trials.fields.get('vars.question')![row]]);
    expect([...tests.values()]).toEqual([
      ['one', 'one', 'one'],
      ['two', 'two', 'two'],
      ['three', 'three', 'three'],
    ]);
    expect(new Set((await fixtureLog('promptfoo/mixed.json')).trials.sample).size).toBe(7);
  });

  test('both forms give the same rows', async () => {
    const [json, jsonl] = [await fixtureLog('promptfoo/mixed.json'), await fixtureLog('promptfoo/mixed.jsonl')];
    const order = (log: typeof json) =>
      log.trials.sample.map((_, row) => JSON.stringify(rowOf(log.trials, row))).sort();
    expect(order(json)).toEqual(order(jsonl));
  });

  test('prompts and answers stay in the log, unless trials are picked', async () => {
    const log = await fixtureLog('promptfoo/mixed.json');
    expect(JSON.stringify([...log.trials.fields, ...log.trials.scores, log.notes])).not.toMatch(
      /Answer: what|ANSWER NOW: what/,
    );
    const picking = sampler(2, 1);
    await readFile(join(fixtures, 'promptfoo/mixed.json'), { sampler: picking });
    expect(picking.picked().map(({ input, output }) => [typeof input, typeof output])).toEqual([
      ['string', 'string'],
      ['string', 'string'],
    ]);
  });
});

describe('summaries that are not as they should be', () => {
  const folder = temporaryFolder();
  const read = async (results: object) => {
    const file = join(folder, 'results.json');
    writeFileSync(file, JSON.stringify({ evalId: 'e', results }));
    return readFile(file, { path: 'r' });
  };

  test('where the counts differ from the rows, it is said', async () => {
    const stats = { successes: 2, failures: 0, errors: 1 };
    const result = await read({
      version: 3,
      stats,
      results: [{ success: true, score: 1, testCase: { vars: { a: 1 } } }],
    });
    expect(result.ok && result.log.notes.slice(0, 2)).toEqual([
      'promptfoo claims 2 successes, the rows have 1: the rows count',
      'promptfoo claims 1 errors, the rows have 0: the rows count',
    ]);
  });

  test('a result that does not say how it ended', async () => {
    const result = await read({ version: 3, stats: {}, results: [{ score: 1 }] });
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'log-shape', line: 1 }] });
  });
});
