import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtures, needsShared, sharedData } from '../../shared-data.testing.js';
import { temporaryFolder } from '../../temporary.testing.js';
import { flag } from '../../trials/index.js';
import { readFile } from '../read.js';
import { fixtureLog, logOf, rowOf } from '../read-log.testing.js';
import type { Log } from '../reader.js';

/** Passed and evaluated answers of a probe and detector, from the rows. */
function counted({ trials }: Log, probe: string, detector: string): [number, number] {
  const scores = trials.scores.get(detector) ?? [];
  const own = scores.filter((score, row) => trials.group?.[row] === probe && typeof score === 'number');
  return [own.filter((score) => Number(score) < 0.5).length, own.length];
}

describe('reports of garak’s own test data', () => {
  const { skip } = needsShared('garak', '');
  test.skipIf(skip).each([
    ['quack', 1, 'success', [['lmrc.QuackMedicine', 'lmrc.QuackMedicine', 1, 1]]],
    [
      'qual_review_mixed',
      3,
      'unstated',
      [
        ['ansiescape.AnsiRaw', 'always.Fail', 0, 1],
        ['lmrc.QuackMedicine', 'lmrc.QuackMedicine', 0, 1],
        ['test.Test', 'always.Pass', 1, 1],
      ],
    ],
    ['test', 8, 'success', [['test.Test', 'always.Pass', 8, 8]]],
  ] as const)('%s', async (name, rows, status, evaluations) => {
    const log = await logOf(join(sharedData, `garak/${name}.report.jsonl`));
    expect([log.trials.rows, log.status]).toEqual([rows, status]);
    for (const [probe, detector, passed, total] of evaluations) {
      expect(counted(log, probe, detector)).toEqual([passed, total]);
      expect(log.claimed.metrics).toContainEqual({ scorer: detector, name: `${probe} passed`, value: passed });
      expect(log.claimed.metrics).toContainEqual({ scorer: detector, name: `${probe} evaluated`, value: total });
    }
    expect(log.notes.filter((note) => note.includes('claims'))).toEqual([]);
  });

  test.skipIf(skip)('test_with_ci: header and rows disagree, and it is said', async () => {
    const log = await logOf(join(sharedData, 'garak/test_with_ci.report.jsonl'));
    expect(counted(log, 'test.Test', 'always.Pass')).toEqual([4, 4]);
    expect(log.claimed.metrics.map(({ value }) => value)).toEqual([37, 50]);
    expect(log.notes).toContain(
      'the report claims for test.Test and always.Pass that 37 of 50 passed, the rows give 4 of 4: the rows count',
    );
  });
});

describe('reports of garak 0.17.1', () => {
  test.each(['hits', 'repeat'])('%s: every evaluation is what the rows give', async (name) => {
    const file = `garak/${name}.report.jsonl`;
    const entries = readFileSync(join(fixtures, file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const log = await fixtureLog(file);
    expect([log.models, log.status]).toEqual([['test.Repeat'], 'success']);
    const evaluations = entries.filter((entry) => entry.entry_type === 'eval');
    expect(evaluations.length).toBeGreaterThan(1);
    for (const { probe, detector, passed, total_evaluated } of evaluations)
      expect(counted(log, probe, detector)).toEqual([passed, total_evaluated]);
    const attempts = entries.filter((entry) => entry.entry_type === 'attempt' && entry.status === 2);
    expect(log.trials.rows).toBe(attempts.reduce((sum, { outputs }) => sum + outputs.length, 0));
    const [first] = attempts;
    expect(log.trials.sample[0]).toBe(`${first.probe_classname} ${first.seq}`);
    for (const [detector, values] of Object.entries<number[]>(first.detector_results))
      for (const [at, value] of values.entries()) expect(rowOf(log.trials, at)[detector]).toBe(value);
    expect(log.notes.filter((note) => note.includes('claims'))).toEqual([]);
  });

  test('a hitlog is no sample of trials', async () => {
    const { trials, claimed, notes } = await fixtureLog('garak/hits.hitlog.jsonl');
    expect(trials.rows).toBe(0);
    expect(claimed.metrics).toContainEqual({ scorer: 'always.Random', name: 'test.Test hits', value: 13 });
    expect(notes[0]).toContain('no rate in it');
  });
});

describe('reports that are not whole', () => {
  const folder = temporaryFolder();
  const read = async (...entries: object[]) => {
    const file = join(folder, 'a.report.jsonl');
    writeFileSync(file, entries.map((entry) => JSON.stringify(entry)).join('\n'));
    return readFile(file, { path: 'r', reader: 'garak' });
  };
  const attempt = {
    entry_type: 'attempt',
    uuid: 'u1',
    seq: 0,
    status: 1,
    probe_classname: 'p.Q',
    outputs: ['a', 'b'],
    detector_results: {},
  };
  const evaluated = { ...attempt, status: 2, detector_results: { d: [0, null], e: [1] } };

  test('what was sent and never evaluated is an error, and nothing is not a score', async () => {
    const result = await read({ entry_type: 'init', garak_version: '1' }, attempt, evaluated, {
      ...attempt,
      uuid: 'u2',
      seq: 1,
    });
    if (!result.ok) throw new Error('refused');
    const { trials, status, notes } = result.log;
    expect(trials.sample).toEqual(['p.Q 0', 'p.Q 0', 'p.Q 1', 'p.Q 1']);
    expect([...trials.flags]).toEqual([0, 0, flag.error, flag.error]);
    expect(trials.scores.get('d')).toEqual([0, undefined, undefined, undefined]);
    expect(trials.scores.get('e')).toEqual([1, undefined, undefined, undefined]);
    expect(status).toBe('started');
    expect(notes).toContain('attempts that were sent and never evaluated, counted as errors: 1');
  });

  test('without ids, attempts are told apart by probe and prompt', async () => {
    const plain = (prompt: string, status: number) => ({
      ...evaluated,
      uuid: undefined,
      seq: undefined,
      prompt,
      status,
    });
    const result = await read(plain('x', 1), plain('y', 1), plain('x', 2), plain('y', 2), plain('x', 1));
    if (!result.ok) throw new Error('refused');
    expect([...result.log.trials.flags]).toEqual([0, 0, 0, 0, flag.error, flag.error]);
  });

  test('an attempt that is evaluated twice, entries without a kind or with another status', async () => {
    expect(await read(evaluated, evaluated)).toMatchObject({ problems: [{ code: 'duplicate-row', line: 2 }] });
    expect(await read({ x: 1 })).toMatchObject({ problems: [{ code: 'log-shape', line: 1 }] });
    expect(await read({ ...attempt, status: 7 })).toMatchObject({ problems: [{ code: 'log-shape', line: 1 }] });
    expect(await read({ entry_type: 'eval', probe: 'p' })).toMatchObject({ problems: [{ code: 'log-shape' }] });
  });
});
