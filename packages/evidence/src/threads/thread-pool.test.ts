import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.testing.js';
import { threadPool } from './thread-pool.js';

const file = join(temporaryFolder(), 'worker.mjs');
writeFileSync(
  file,
  `import { parentPort } from 'node:worker_threads';
  parentPort.on('message', async (job) => {
    if (job === 'throw') throw new Error('secret of the runtime');
    if (job === 'reject') await Promise.reject(new RangeError('x'));
    if (job === 'exit') process.exit(3);
    if (job === 'memory') for (const held = []; ; ) held.push(new Array(1e6).fill(held.length));
    parentPort.postMessage(job);
  });`,
);
const script = pathToFileURL(file);

test.each([1, 2])(
  'with %i threads a job whose thread dies is a problem, and all the others are done',
  async (threads) => {
    const pool = threadPool<string | number, unknown>(script, threads, undefined);
    const jobs = [1, 'throw', 2, 'reject', 3, 'exit', 4, 5, 'throw', 'exit', 6];
    const answers = await Promise.all(jobs.map((job) => pool.run(job)));
    answers.forEach((answer, at) => {
      if (typeof jobs[at] === 'number') expect(answer).toEqual({ ok: true, value: jobs[at] });
      else expect(answer).toMatchObject({ ok: false, problem: { code: 'reading-broke-off' } });
    });
    expect(JSON.stringify(answers)).not.toMatch(/secret|worker\.mjs/);
    // Long after its thread died the pool still works.
    expect(await pool.run(7)).toEqual({ ok: true, value: 7 });
    await pool.close();
  },
);

test('a thread that dies with nothing to do is replaced', async () => {
  const late = join(temporaryFolder(), 'late.mjs');
  writeFileSync(
    late,
    `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (job) => {
      parentPort.postMessage(job);
      setTimeout(() => process.exit(0), 10);
    });`,
  );
  const pool = threadPool<number, unknown>(pathToFileURL(late), 1, undefined);
  expect(await pool.run(1)).toEqual({ ok: true, value: 1 });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await pool.run(2)).toEqual({ ok: true, value: 2 });
  await pool.close();
});

test('a script that is not there fails each job, and no more', async () => {
  const pool = threadPool<number, unknown>(pathToFileURL(join(temporaryFolder(), 'none.mjs')), 2, undefined);
  const answers = await Promise.all([1, 2, 3].map((job) => pool.run(job)));
  expect(answers.map((answer) => answer.ok)).toEqual([false, false, false]);
  await pool.close();
});

test('closing ends what is under way, and what waits', async () => {
  const endless = join(temporaryFolder(), 'endless.mjs');
  writeFileSync(
    endless,
    `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { for (;;); });`,
  );
  const pool = threadPool<number, unknown>(pathToFileURL(endless), 1, undefined);
  const answers = [pool.run(1), pool.run(2)];
  await pool.close();
  for (const answer of await Promise.all(answers)) expect(answer.ok).toBe(false);
});
