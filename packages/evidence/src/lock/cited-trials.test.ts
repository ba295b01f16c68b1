import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { sampleLog } from '../sample-log.js';
import { temporaryFolder } from '../temporary.testing.js';
import { caseWith, evidenceOf } from './case.testing.js';
import { formatLock } from './lock.js';
import { lockAll } from './lock-all.js';
import { measureAll } from './measure-all.js';
import { parseLock } from './parse-lock.js';

const base = temporaryFolder();
let count = 0;
let folder: string;

beforeEach(() => {
  folder = join(base, `f${count++}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.csv'), 'sample,passed\n1,true\n2,false\n3,true\n');
});

async function digestOf(sample: string): Promise<string> {
  const found = await sampleLog(join(folder, 'a.csv'), { count: 9, seed: 1, texts: false });
  if (!found.ok) throw new Error(found.problem.message);
  return found.value.trials.find((trial) => trial.sample === sample)!.digest;
}

const citing = (...trials: readonly string[]) => caseWith(evidenceOf('a', ['a.csv'], { trials }));

test('trials that a case cites are found by their digest, in the order of the case', async () => {
  const [two, one] = [await digestOf('2'), await digestOf('1')];
  const { measures, problems } = await measureAll(citing(two, one), folder);
  expect(problems).toEqual([]);
  expect(measures.a?.cited).toEqual([
    { digest: two, sample: '2', epoch: 1 },
    { digest: one, sample: '1', epoch: 1 },
  ]);
});

test('a trial that is not there, or is not what it was, leaves the evidence missing', async () => {
  const two = await digestOf('2');
  writeFileSync(join(folder, 'a.csv'), 'sample,passed\n1,true\n2,true\n3,true\n');
  const { measures, problems } = await measureAll(citing(two), folder);
  expect(measures.a?.state).toMatchObject({ kind: 'missing' });
  expect(problems).toMatchObject([
    { code: 'trial-not-found', file: 'a.csv', message: `the evidence holds no trial with the digest ${two}` },
  ]);
});

test('the lock holds what was cited, and knows no other', async () => {
  const [one, two] = [await digestOf('1'), await digestOf('2')];
  const { lock } = await lockAll(citing(one), folder, { lockedAt: '2026-12-01' });
  const read = parseLock(Buffer.from(formatLock(lock)), 'surety.lock');
  if (!read.ok) throw new Error(read.problem.message);
  renameSync(join(folder, 'a.csv'), join(folder, 'away.csv'));
  const same = await measureAll(citing(one), folder, { lock: read.value });
  expect(same.measures.a).toMatchObject({
    state: { kind: 'locked' },
    cited: [{ digest: one, sample: '1', epoch: 1 }],
  });
  const other = await measureAll(citing(one, two), folder, { lock: read.value });
  expect(other.measures.a?.state).toEqual({
    kind: 'missing',
    detail: `a.csv is not here, and the lock file does not know the cited trial ${two}`,
  });
});
