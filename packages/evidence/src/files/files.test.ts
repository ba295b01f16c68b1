import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.testing.js';
import { defaultCaseFileLimits } from './bounded-reader.js';
import { readCaseFiles } from './case-files.js';
import { writeAtomic } from './write-atomic.js';

const base = temporaryFolder();
let count = 0;
let folder: string;

function put(path: string, content = 'x: 1\n'): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

beforeEach(() => {
  folder = join(base, `f${count++}`);
  mkdirSync(folder);
  writeFileSync(join(base, 'secret.yaml'), 'secret\n');
});

describe('the files of a case', () => {
  test('of a folder are all its YAML, case.yaml first, then by path', async () => {
    for (const path of [
      'b.yml',
      'a/z.yaml',
      'case.yaml',
      'a.yaml',
      'Z.yaml',
      'a/case.yaml',
      'surety.lock',
      'notes.md',
      '.git/x.yaml',
      '.hidden.yaml',
      'node_modules/m/x.yaml',
      'a/node_modules/x.yaml',
    ])
      put(path);
    const found = await readCaseFiles(folder);
    expect(found.problems).toEqual([]);
    expect(found.files.map(({ path }) => path)).toEqual([
      'case.yaml',
      'Z.yaml',
      'a.yaml',
      'a/case.yaml',
      'a/z.yaml',
      'b.yml',
    ]);
    expect(Buffer.from(found.files[0]!.bytes).toString()).toBe('x: 1\n');
    expect([found.folder, found.root]).toEqual([folder, folder]);
  });

  test('of a file are that file', async () => {
    put('case.yaml');
    put('other.yaml');
    const found = await readCaseFiles(join(folder, 'other.yaml'));
    expect([found.files.map(({ path }) => path), found.folder]).toEqual([['other.yaml'], folder]);
  });

  test('may reach up to the folder that holds .git, and not further', async () => {
    put('repo/.git/HEAD');
    put('repo/cases/x/case.yaml');
    put('repo/shared.yaml', 'shared\n');
    const { root, readFile } = await readCaseFiles(join(folder, 'repo/cases/x'));
    expect(root).toBe(join(folder, 'repo'));
    const read = readFile('../../shared.yaml');
    expect(read.ok && Buffer.from(read.value).toString()).toBe('shared\n');
    expect(readFile('../../../../secret.yaml')).toMatchObject({
      ok: false,
      problem: { code: 'outside-root', file: '../../../../secret.yaml' },
    });
    expect(readFile('../../nothing.yaml')).toMatchObject({ ok: false, problem: { code: 'file-missing' } });
    expect(readFile('../../../nothing.yaml')).toMatchObject({ ok: false, problem: { code: 'outside-root' } });
  });

  test('are not read through links that leave the root; links inside it are followed', async () => {
    put('real/part.yaml', 'part\n');
    put('case.yaml');
    symlinkSync(join(folder, 'real/part.yaml'), join(folder, 'inside.yaml'));
    symlinkSync(join(base, 'secret.yaml'), join(folder, 'outside.yaml'));
    symlinkSync(join(folder, 'nowhere.yaml'), join(folder, 'dangling.yaml'));
    symlinkSync(join(folder, 'real'), join(folder, 'linked'));
    const found = await readCaseFiles(folder);
    expect(found.files.map(({ path }) => path)).toEqual(['case.yaml', 'inside.yaml', 'real/part.yaml']);
    expect(found.problems.map(({ code, file }) => `${code} ${file}`).sort()).toEqual([
      'file-missing dangling.yaml',
      'folder-link linked',
      'outside-root outside.yaml',
    ]);
    expect(found.readFile('outside.yaml')).toMatchObject({ ok: false, problem: { code: 'outside-root' } });
    expect(found.readFile('\u0000')).toMatchObject({ ok: false, problem: { code: 'outside-root' } });
    expect(found.readFile('real')).toMatchObject({ ok: false, problem: { code: 'file-unreadable' } });
  });

  test('of 100 MB are refused by their size', async () => {
    put('case.yaml');
    truncateSync(join(folder, 'case.yaml'), 100e6);
    const before = process.memoryUsage().rss;
    const found = await readCaseFiles(folder);
    expect(found).toMatchObject({
      files: [],
      problems: [
        {
          code: 'file-too-large',
          file: 'case.yaml',
          message: 'the file has 95.4 MiB',
          expected: 'at most 32 MiB of case text',
        },
      ],
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(50e6);
  });

  test('are limited in number and in all, also what is asked for later', async () => {
    for (let i = 0; i < 6; i++) put(`${i}.yaml`);
    const limited = (limits: Partial<typeof defaultCaseFileLimits>) =>
      readCaseFiles(folder, { ...defaultCaseFileLimits, ...limits });
    expect(await limited({ files: 5 })).toMatchObject({ files: [], problems: [{ code: 'too-many-files' }] });
    const exact = await limited({ files: 6 });
    expect(exact.problems).toEqual([]);
    expect(exact.readFile('0.yaml')).toMatchObject({ ok: false, problem: { code: 'too-many-files' } });
    const found = await limited({ totalBytes: 12 });
    expect([found.files.length, found.problems.map(({ code }) => code)]).toEqual([2, ['too-many-files']]);
  });

  test('that are not there, or none', async () => {
    expect((await readCaseFiles(join(folder, 'no'))).problems).toMatchObject([{ code: 'file-missing' }]);
    expect((await readCaseFiles(folder)).problems).toMatchObject([{ code: 'file-missing', expected: 'case.yaml' }]);
  });
});

describe('writing atomically', () => {
  test('replaces the content, keeps permissions, leaves nothing behind', async () => {
    put('a', 'old');
    chmodSync(join(folder, 'a'), 0o640);
    expect(await writeAtomic(join(folder, 'a'), 'new')).toBeUndefined();
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new');
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('writes through a link', async () => {
    put('a', 'old');
    symlinkSync(join(folder, 'a'), join(folder, 'b'));
    expect(await writeAtomic(join(folder, 'b'), 'new')).toBeUndefined();
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new');
  });

  // As a device is, which no test may risk.
  test('what is no file is written to, and stays what it is', async () => {
    const pipe = join(folder, 'pipe');
    mkdirSync(folder, { recursive: true });
    execFileSync('mkfifo', [pipe]);
    const reader = execFile('cat', [pipe]);
    const heard = new Promise((resolve) => reader.stdout?.once('data', resolve));
    expect(await writeAtomic(pipe, 'through')).toBeUndefined();
    expect(String(await heard)).toBe('through');
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  test('into a folder that is not there, or over one, is a problem and leaves nothing behind', async () => {
    expect(await writeAtomic(join(folder, 'no/a'), 'x')).toEqual({
      code: 'write-failed',
      message: 'the file could not be written (ENOENT)',
      file: join(folder, 'no/a'),
    });
    put('d/x');
    expect(await writeAtomic(join(folder, 'd'), 'x')).toMatchObject({ code: 'write-failed' });
    expect(readdirSync(folder)).toEqual(['d']);
  });
});
