import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { folderOf, put } from '../server.testing.js';
import { watchCase } from './watch-case.js';

it('tells of changes also where a folder that was given for state or a cache is that of the case, or holds it', async () => {
  const folder = folderOf({ 'repo/case.yaml': 'x' });
  for (const own of [join(folder, 'repo'), folder]) {
    let told = 0;
    const watch = watchCase(join(folder, 'repo'), () => void told++, [own]);
    onTestFinished(() => watch.close());
    await new Promise((done) => setTimeout(done, 100));
    told = 0;
    put(folder, { 'repo/case.yaml': `of ${own}` });
    await expect.poll(() => told).toBeGreaterThan(0);
    watch.close();
  }
});

it('does not tell of what the program writes into folders of its own, and of everything else', async () => {
  const folder = folderOf({ 'case.yaml': 'x', 'own/state.json': '{}', 'part/a.yaml': 'x' });
  let told = 0;
  const watch = watchCase(folder, () => void told++, [join(folder, 'own')]);
  onTestFinished(() => watch.close());
  const moment = () => new Promise((done) => setTimeout(done, 900));
  await moment();
  told = 0;
  put(folder, { 'own/state.json': '{ }', 'own/saves/new': 'x' });
  await moment();
  expect(told).toBe(0);
  put(folder, { 'part/a.yaml': 'y' });
  await expect.poll(() => told).toBeGreaterThan(0);
});
