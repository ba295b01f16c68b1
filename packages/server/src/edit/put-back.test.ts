import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { folderOf } from '../server.testing.js';
import { digestOf, readTexts } from '../text/read-texts.js';
import { save } from './save.js';

/** What the disk refuses: the rename over this file. */
let refused = '';

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const renameSync = (from: string, to: string) => {
    if (refused !== '' && to.endsWith(refused)) throw Object.assign(new Error('EIO'), { code: 'EIO' });
    fs.renameSync(from, to);
  };
  return { ...fs, renameSync };
});

afterEach(() => {
  refused = '';
});

it('where the disk refuses one file of several, those before it get their old bytes back', async () => {
  const files = { 'case.yaml': '# case\n', 'a.yaml': '\uFEFF# a\r\n', 'b.yaml': '# b\n', 'z.yaml': '# z\n' };
  const [folder, notes] = [folderOf(files), folderOf({})];
  const { texts } = await readTexts(folder);
  const base = (path: keyof typeof files) => digestOf(Buffer.from(files[path]));
  const request = {
    what: 'Several',
    files: [
      { path: 'a.yaml', base: base('a.yaml'), text: '# A\n' },
      { path: 'new.yaml', base: null, text: '# new\n' },
      { path: 'b.yaml', base: base('b.yaml'), remove: true },
      { path: 'z.yaml', base: base('z.yaml'), text: '# Z\n' },
    ] as const,
  };
  refused = 'z.yaml';
  expect(await save(request, texts, notes)).toMatchObject({ kind: 'refused', why: expect.stringContaining('EIO') });
  expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort());
  for (const [path, text] of Object.entries(files)) expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
  expect(readdirSync(notes)).toEqual([]);
  refused = '';
  expect((await save(request, texts, notes)).kind).toBe('saved');
});
