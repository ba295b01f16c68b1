import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEvidenceFile, sampler, type TrialSample } from '../index.js';
import { fixtures } from '../shared-data.testing.js';

const log = (name: string) => join(fixtures, 'inspect', name);

async function pick(name: string, count: number, seed = 1): Promise<readonly TrialSample[]> {
  const picking = sampler(count, seed);
  const read = await readEvidenceFile(log(name), { sampler: picking });
  expect(read.ok).toBe(true);
  return picking.picked();
}

describe('trials picked from a log', () => {
  test.each(['mixed.eval', 'chunked.eval', 'flawed.json', 'words.eval'])(
    '%s: the rows that the log has, and no others',
    async (name) => {
      const read = await readEvidenceFile(log(name));
      if (!read.ok) throw new Error('the log could not be read');
      const { sample, epoch, rows } = read.log.trials;
      const known = new Set(sample.map((id, row) => `${epoch[row]} ${id}`));
      const all = await pick(name, 1000);
      expect(all).toHaveLength(rows);
      expect(new Set(all.map((one) => `${one.epoch} ${one.sample}`))).toEqual(known);
      const some = await pick(name, 2);
      expect(some).toHaveLength(Math.min(2, rows));
      for (const one of some) expect(all).toContainEqual(one);
    },
  );

  test('have what was asked and what was answered', async () => {
    const [first] = await pick('mixed.eval', 1);
    expect(first?.input?.length).toBeGreaterThan(0);
    expect(first?.output?.length).toBeGreaterThan(0);
    expect(first?.cut).toBe(false);
  });

  test('are the same for the same seed, and others for another', async () => {
    const names = (trials: readonly TrialSample[]) => trials.map(({ sample, epoch }) => `${sample} ${epoch}`);
    expect(names(await pick('mixed.eval', 2))).toEqual(names(await pick('mixed.eval', 2)));
    const seeds = await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => pick('mixed.eval', 2, seed)));
    expect(new Set(seeds.map((trials) => names(trials).join())).size).toBeGreaterThan(1);
  });

  test('leave the log that is read as it is', async () => {
    const picking = sampler(1, 1);
    expect(await readEvidenceFile(log('mixed.eval'), { sampler: picking })).toEqual(
      await readEvidenceFile(log('mixed.eval')),
    );
  });

  test('are cut where they are long', () => {
    const picking = sampler(1, 1);
    const row = { sample: 's', epoch: 1, flags: 1, scores: [['judge', 'C']], fields: [] } as const;
    picking.offer(row, () => ({ input: 'x'.repeat(10_000), output: 'y' }));
    expect(picking.picked()).toEqual([
      {
        sample: 's',
        epoch: 1,
        scores: [{ scorer: 'judge', value: 'C' }],
        flaws: ['error'],
        input: 'x'.repeat(4000),
        output: 'y',
        cut: true,
      },
    ]);
  });
});
