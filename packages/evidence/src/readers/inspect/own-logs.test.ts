import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtures } from '../../shared-data.testing.js';
import { type Cell, flag, type Trials } from '../../trials/index.js';
import { readFile } from '../read.js';

interface ExpectedRow {
  readonly sample: string;
  readonly epoch: number;
  readonly scores: Readonly<Record<string, unknown>>;
  readonly error: boolean;
  readonly limit: string | null;
  readonly invalid: boolean;
}

interface Expected {
  readonly madeBy: { readonly inspect_ai: string };
  readonly files: Readonly<
    Record<
      string,
      {
        readonly status: string;
        readonly task: string;
        readonly model: string;
        readonly total: number | null;
        readonly completed: number | null;
        readonly metrics: readonly { readonly scorer: string; readonly name: string; readonly value: number }[];
        readonly rows: readonly ExpectedRow[];
      }
    >
  >;
}

const folder = join(fixtures, 'inspect');
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;

/** Rows as Inspect's own API reports them, in its order. */
function rowsOf(trials: Trials): ExpectedRow[] {
  const rows = trials.sample.map((sample, row) => ({
    sample,
    epoch: trials.epoch[row]!,
    scores: Object.fromEntries(
      [...trials.scores].flatMap(([name, column]) => (column[row] === undefined ? [] : [[name, column[row]]])),
    ),
    error: (trials.flags[row]! & flag.error) !== 0,
    limit: (trials.flags[row]! & flag.limit) !== 0 ? 'message' : null,
    invalid: (trials.flags[row]! & flag.invalid) !== 0,
  }));
  return rows.sort((a, b) => (a.sample === b.sample ? a.epoch - b.epoch : a.sample < b.sample ? -1 : 1));
}

/** Several values of one scorer are several columns here, and an unscored sample (NaN) has none. */
function flat(row: ExpectedRow): ExpectedRow {
  const scores = Object.entries(row.scores).flatMap(([name, value]): [string, unknown][] => {
    if (value === 'nan') return [];
    return typeof value === 'object'
      ? Object.entries(value as object).map(([key, item]) => [`${name}.${key}`, item])
      : [[name, value]];
  });
  return { ...row, scores: Object.fromEntries(scores) };
}

describe(`logs written by Inspect ${expected.madeBy.inspect_ai} read as its own API reads them`, () => {
  test.each(Object.entries(expected.files))('%s', async (file, log) => {
    const result = await readFile(join(folder, file), { path: file });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { trials, claimed, models, status, task } = result.log;
    expect({ status, task, models }).toEqual({ status: log.status, task: log.task, models: [log.model] });
    expect(claimed.total ?? null).toBe(log.total);
    expect(claimed.completed ?? null).toBe(log.completed);
    expect(claimed.metrics).toEqual(log.metrics);
    expect(rowsOf(trials)).toEqual(log.rows.map(flat));
  });
});

describe('what the logs say of their run', () => {
  test.each([
    ['cancelled.eval', 'the run was cancelled'],
    ['cancelled.eval', 'the header claims 5 samples in all, the log holds 3 rows: the rows count'],
    ['failed.eval', "the run ended with an error: ValueError('sample 3 broke in epoch 1')"],
    ['killed.eval', 'the run never ended: the log is what had been written so far'],
    ['without-samples.eval', 'the header claims 3 samples in all, the log holds 0 rows: the rows count'],
  ])('%s: %s', async (file, note) => {
    const result = await readFile(join(folder, file));
    expect(result.ok && result.log.notes).toContain(note);
  });

  test.each(['metadata.eval', 'chunked.eval'])('%s has the plain metadata of its samples as fields', async (file) => {
    const result = await readFile(join(folder, file));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { trials } = result.log;
    const at = trials.sample.indexOf('4');
    const of = (name: string): Cell => trials.fields.get(name)?.[at];
    expect([of('is_attack'), of('strategy'), of('suspicion'), of('long')]).toEqual([true, 'k1', 0.4, undefined]);
  });
});
