import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixtures } from './shared-data.testing.js';
import { showEvidence } from './show.js';

test('a log is summed up as JSON', async () => {
  const file = join(fixtures, 'inspect/flawed.eval');
  const shown = await showEvidence(file);
  if (!shown.ok) throw new Error(shown.problem.message);
  const { digest, size, run, runModel, ...rest } = shown.value;
  expect(digest).toMatch(/^sha256:/);
  expect(size).toBeGreaterThan(10_000);
  expect(run).toMatchObject({ id: expect.stringMatching(/^\w{22}$/), taskVersion: 0, tags: [] });
  expect(runModel).toEqual({
    name: 'mockllm/model',
    settings: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    roles: [],
  });
  expect(rest).toEqual({
    file,
    reader: 'inspect 2',
    status: 'success',
    task: 'flawed',
    models: ['mockllm/model'],
    model: 'mockllm/model',
    rows: 10,
    samples: 5,
    epochs: 2,
    claimed: { total: 10, completed: 7, dataset: 5, metrics: [{ scorer: 'letters', name: 'accuracy', value: 0.4375 }] },
    counts: { letters: { C: 2, I: 2, N: 2, P: 1 } },
    excluded: {
      rows: 7,
      reasons: [
        { reason: 'ended with an error', rows: 3 },
        { reason: 'stopped by a limit', rows: 4 },
      ],
    },
    flawed: { error: 3, limit: 4, invalid: 0, refused: 0, partial: 0, any: 7 },
    scores: [
      {
        name: 'letters',
        present: 7,
        absent: 3,
        values: [
          { value: 'C', rows: 2 },
          { value: 'I', rows: 2 },
          { value: 'N', rows: 2 },
          { value: 'P', rows: 1 },
        ],
        distinct: 4,
        numeric: { rows: 7, min: 0, mean: 2.5 / 7, max: 1 },
      },
    ],
    fields: [],
    notes: [],
  });
  expect(JSON.parse(JSON.stringify(shown.value))).toEqual(shown.value);
});

test('a file that cannot be read is a problem', async () => {
  expect(await showEvidence(join(fixtures, 'nothing'))).toMatchObject({
    ok: false,
    problem: { code: 'source-missing' },
  });
});
