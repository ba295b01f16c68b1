import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.testing.js';
import { inspectMembers, makeZip } from '../zip/make-zip.testing.js';
import { listFolder, listLogs, readLogFolder } from './index.js';

const base = temporaryFolder();
let count = 0;
let folder: string;
let cache: string;
beforeEach(() => {
  folder = join(base, `f${count++}`);
  cache = `${folder}-cache`;
  mkdirSync(folder);
  for (let i = 0; i < 6; i++) writeFileSync(join(folder, `log${i}.eval`), makeZip(inspectMembers(i + 1)));
});

const entries = () =>
  readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));

test('10^5 files are one clear problem, in whatever folder they lie', async () => {
  const many = join(folder, 'many');
  mkdirSync(many);
  const one = join(many, '0.csv');
  writeFileSync(one, 'sample,score\na,1\n');
  // Links to one file, as many as a file may have, are as many names.
  let last = one;
  for (let i = 1; i < 100_000; i++) {
    const name = join(many, `${i}.csv`);
    if (i % 30_000 === 0) {
      writeFileSync(name, 'sample,score\na,1\n');
      last = name;
    } else linkSync(last, name);
  }
  const problem = {
    code: 'too-many-files',
    message: 'the folder holds too many files',
    file: 'many',
    expected: 'at most 100000 files and folders, 32 deep',
  };
  expect(await listFolder(folder)).toEqual({ files: [], problems: [problem] });
  expect(await readLogFolder(folder)).toMatchObject({ logs: [], problems: [problem] });
  expect(await listLogs(folder)).toEqual({ logs: [], ignored: [], problems: [problem] });
  rmSync(many, { recursive: true });
});

test('entries of the cache in the places of others, cut and altered change nothing', async () => {
  const whole = await readLogFolder(folder, { cache });
  const files = entries();
  const contents = files.map((file) => readFileSync(file));
  for (let turn = 0; turn < 12; turn++) {
    files.forEach((file, at) => {
      const own = Buffer.from(contents[at]!);
      const other = contents[(at + 1 + turn) % contents.length]!;
      own[(turn * 31) % own.length]! ^= 1 << (turn % 8);
      writeFileSync(
        file,
        [other, own, own.subarray(0, turn * 7), Buffer.alloc(own.length), Buffer.concat([contents[at]!, own])][
          (turn + at) % 5
        ]!,
      );
    });
    for (const identify of ['content', 'marks'] as const)
      expect((await readLogFolder(folder, { cache, identify })).logs).toEqual(whole.logs);
  }
});

test('a cache that leads to itself is told once for each kind, and changes nothing', async () => {
  const without = await readLogFolder(folder);
  symlinkSync(cache, cache);
  const read = await readLogFolder(folder, { cache });
  expect(read.logs).toEqual(without.logs);
  expect(read.cacheProblems.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'write-failed the cache could not be written (ELOOP)',
    'write-failed the cache could not be trimmed (ELOOP)',
  ]);
});

test('names that break lines and turn colours are quoted in one line', async () => {
  writeFileSync(join(folder, 'a\n\u001b[31mb.eval'), makeZip(inspectMembers(2)).subarray(0, 300));
  const { logs } = await readLogFolder(folder);
  const [problem] = logs.flatMap(({ result }) => (result.ok ? [] : result.problems));
  expect(problem).toMatchObject({ code: 'zip-damaged', file: 'a\\u000a\\u001b[31mb.eval' });
});
