import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.testing.js';
import { flag } from '../trials/index.js';
import { readFile } from './read.js';
import { fixtureLog, rowOf } from './read-log.testing.js';

test('runs of a task are epochs of it; a fatal error is a flaw of its kind', async () => {
  const { trials, models, notes } = await fixtureLog('runs/runs.jsonl');
  expect(trials.sample).toEqual(['cards/deck', 'cards/deck', 'cards/deck', 'wiki/research', 'wiki/research']);
  expect(trials.epoch).toEqual([1, 2, 3, 1, 2]);
  expect([...trials.flags]).toEqual([0, 0, flag.limit, flag.error, 0]);
  expect(trials.group).toEqual(['cards', 'cards', 'cards', 'wiki', 'wiki']);
  expect(trials.model).toEqual(['agent-a', 'agent-a', 'agent-a', 'agent-a', 'human']);
  expect(trials.time?.[0]).toBe(1760000000000);
  expect(rowOf(trials, 0)).toMatchObject({
    score_binarized: 1,
    score_cont: 1,
    human_minutes: 4.5,
    generation_cost: 0.12,
    time_limit: 3600,
    equal_task_weight: 0.5,
    invsqrt_task_weight: Math.SQRT1_2,
    run_id: 101,
  });
  expect(trials.scores.get('score_cont')).toEqual([1, 0.25, 0, undefined, 1]);
  expect(models).toEqual(['agent-a', 'human']);
  expect(notes).toEqual(['runs of people (alias “human”), which count as rows like the others: 1']);
});

const folder = temporaryFolder();

test.each([
  [
    '{"task_id": "t", "run_id": 1, "score_binarized": 1}\n{"task_id": "t", "run_id": 1, "score_binarized": 1}',
    'duplicate-row',
    2,
  ],
  ['{"task_id": null, "run_id": 1, "score_binarized": 1}', 'field-value', 1],
  ['{"task_id": "t", "run_id": 1, "score_binarized": "yes"}', 'field-value', 1],
])('%s', async (text, code, line) => {
  const file = join(folder, 'runs.jsonl');
  writeFileSync(file, text);
  expect(await readFile(file, { path: 'r' })).toMatchObject({ ok: false, problems: [{ code, line }] });
});
