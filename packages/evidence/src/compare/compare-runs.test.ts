import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '../readers/index.js';
import { temporaryFolder } from '../temporary.testing.js';
import { type CompareOptions, compareRuns } from './compare-runs.js';

const folder = temporaryFolder();

async function log(csv: string) {
  const location = join(folder, 'run.csv');
  writeFileSync(location, csv);
  const read = await readFile(location, { reader: 'csv' });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.log;
}

async function compare(a: string, b: string, options: Partial<CompareOptions> = {}) {
  return compareRuns(await log(a), await log(b), { unit: 'sample', success: 'leaked >= 1', ...options });
}

async function compared(...of: Parameters<typeof compare>) {
  const result = await compare(...of);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

describe('two runs', () => {
  test('are matched by sample; what stands in one only, or is flawed, is listed and not counted', async () => {
    const a = 'sample,leaked,error\nx,1,\ny,0,\nz,1,\nw,0,\nonly-a,1,\nbad,0,crash\n';
    const b = 'sample,leaked,error\ny,1,\nx,1,\nz,0,\nw,0,\nonly-b,1,\nbad,1,\n';
    expect(await compared(a, b)).toMatchObject({
      matched: 5,
      onlyInA: ['only-a'],
      onlyInB: ['only-b'],
      table: { both: 1, onlyA: 1, onlyB: 1, neither: 1 },
      changed: [
        { sample: 'y', a: 'false', b: 'true', becomes: 'event' },
        { sample: 'z', a: 'true', b: 'false', becomes: 'no event' },
      ],
      flawed: [{ sample: 'bad', a: 'error', b: 'true' }],
      test: { twoSided: 1 },
    });
  });

  test('the exact test, by hand: of 6 changes all go one way, 2 / 64', async () => {
    const rows = (leaked: number) =>
      `sample,leaked\n${[1, 2, 3, 4, 5, 6].map((id) => `s${id},${leaked}`).join('\n')}\n`;
    const { test: tested, table } = await compared(rows(0), rows(1));
    expect(table).toEqual({ both: 0, onlyA: 0, onlyB: 6, neither: 0 });
    expect(tested.more).toBeCloseTo(1 / 64, 15);
    expect(tested.twoSided).toBeCloseTo(2 / 64, 15);
    expect(tested.fewer).toBe(1);
  });

  test('epochs: any event of a sample, or each by its number', async () => {
    const a = 'sample,epoch,leaked\nx,1,0\nx,2,1\n';
    const b = 'sample,epoch,leaked\nx,1,1\nx,2,0\nx,3,0\n';
    const bySample = await compared(a, b);
    expect(bySample.table).toEqual({ both: 1, onlyA: 0, onlyB: 0, neither: 0 });
    expect(bySample.notes).toEqual([
      'the first run has up to 2 epochs of a sample, the second 3: an event in any of more epochs is likelier',
    ]);
    const byEpoch = await compared(a, b, { unit: 'epoch' });
    expect(byEpoch.table).toEqual({ both: 0, onlyA: 1, onlyB: 1, neither: 0 });
    expect(byEpoch.onlyInB).toEqual(['x, epoch 3']);
    expect(byEpoch.changed.map(({ sample, epoch }) => `${sample} ${epoch}`)).toEqual(['x 1', 'x 2']);
  });

  test('of other tasks, of other samples, with scores that say no event', async () => {
    expect(await compare('sample,leaked\nx,1\n', 'sample,leaked\ny,1\n')).toMatchObject({
      ok: false,
      problem: { code: 'no-rows', message: 'no sample stands in both runs (the first has x, the second y)' },
    });
    expect(await compare('sample,score\nx,0.5\n', 'sample,score\nx,1\n', { success: undefined })).toMatchObject({
      ok: false,
      problem: { code: 'bad-expression' },
    });
    expect(await compared('sample,score\nx,0\n', 'sample,score\nx,1\n', { success: undefined })).toMatchObject({
      success: 'score >= 1',
      table: { onlyB: 1 },
    });
    expect(await compare('sample,leaked\nx,1\n', 'sample,leeked\nx,1\n')).toMatchObject({
      ok: false,
      problem: { message: 'of the second run: the source has no field “leaked”; did you mean “leeked”?' },
    });
  });

  test('whatever the flawed trials were, the two-sided value lies within the range that is given', async () => {
    const counts = fc.record({ a: fc.nat(8), b: fc.nat(8), same: fc.nat(3), flawed: fc.nat(6) });
    const { mcnemar } = await import('@surety/core/statistics');
    await fc.assert(
      fc.asyncProperty(counts, async ({ a, b, same, flawed }) => {
        fc.pre(a + b + same + flawed > 0);
        const lines = (side: 'a' | 'b') =>
          [
            ...Array.from({ length: a }, (_, i) => `a${i},${side === 'a' ? 1 : 0},`),
            ...Array.from({ length: b }, (_, i) => `b${i},${side === 'b' ? 1 : 0},`),
            ...Array.from({ length: same }, (_, i) => `s${i},1,`),
            ...Array.from({ length: flawed }, (_, i) => `f${i},0,${side === 'a' ? 'crash' : ''}`),
          ].join('\n');
        const { test: tested } = await compared(
          `sample,leaked,error\n${lines('a')}\n`,
          `sample,leaked,error\n${lines('b')}\n`,
        );
        let [least, most] = [1, 0];
        for (let i = 0; i <= flawed; i++)
          for (let j = 0; i + j <= flawed; j++) {
            const { twoSided } = mcnemar(a + i, b + j);
            [least, most] = [Math.min(least, twoSided), Math.max(most, twoSided)];
          }
        expect(tested.flawedRange).toEqual([least, most]);
        expect(tested.twoSided).toBe(mcnemar(a, b).twoSided);
      }),
      { numRuns: 150 },
    );
  });
});
