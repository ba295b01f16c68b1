import {
  cpSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.testing.js';
import { inspectMembers, makeZip } from '../zip/make-zip.testing.js';
import { listFolder, listLogs, readLogFolder } from './index.js';

const base = temporaryFolder();
let count = 0;
let folder: string;
let cache: string;

/** Thirty logs in two folders, one of them CSV, and a file that is no log. */
beforeEach(() => {
  folder = join(base, `f${count++}`);
  cache = `${folder}-cache`;
  mkdirSync(join(folder, 'more'), { recursive: true });
  for (let i = 0; i < 29; i++) {
    writeFileSync(join(folder, i % 2 === 0 ? '' : 'more', `log${i}.eval`), makeZip(inspectMembers(i + 1)));
  }
  writeFileSync(join(folder, 'table.csv'), 'sample,score\na,1\nb,0\n');
  writeFileSync(join(folder, 'notes.md'), '# What was run\n');
});

const rows = (read: Awaited<ReturnType<typeof readLogFolder>>) =>
  read.logs.map(({ result }) => (result.ok ? result.log.trials.rows : result.problems[0]!.code));

describe('a folder of logs', () => {
  test('is read once, and again only where it changed', async () => {
    const without = await readLogFolder(folder);
    expect(without.counts).toEqual({ digested: 30, cached: 0, read: 30, rebuilt: 0 });
    expect(without.logs.map(({ path }) => path)).toEqual(without.logs.map(({ path }) => path).sort());
    expect(without.ignored).toEqual(['notes.md']);
    expect(without.problems).toEqual([]);

    const first = await readLogFolder(folder, { cache });
    const second = await readLogFolder(folder, { cache });
    expect(first.counts).toEqual({ digested: 30, cached: 0, read: 30, rebuilt: 0 });
    expect(second.counts).toEqual({ digested: 30, cached: 30, read: 0, rebuilt: 0 });
    for (const read of [first, second]) expect(read.logs).toEqual(without.logs);

    writeFileSync(join(folder, 'log4.eval'), makeZip(inspectMembers(40)));
    cpSync(join(folder, 'log6.eval'), join(folder, 'more/copy.eval'));
    rmSync(join(folder, 'log8.eval'));
    const third = await readLogFolder(folder, { cache });
    // The copy has a content that is known.
    expect(third.counts).toEqual({ digested: 30, cached: 29, read: 1, rebuilt: 0 });
    expect(third.logs).toEqual((await readLogFolder(folder)).logs);
    expect(rows(third)).toContain(40);
  });

  test('is believed by its marks only where that is asked for', async () => {
    await readLogFolder(folder, { cache });
    const marked = await readLogFolder(folder, { cache, identify: 'marks' });
    expect(marked.counts).toEqual({ digested: 0, cached: 30, read: 0, rebuilt: 0 });
    expect(marked.logs).toEqual((await readLogFolder(folder)).logs);
    const file = join(folder, 'log2.eval');
    const { atime, mtime } = statSync(file);
    // Same size and time of writing, another content: the system still tells that something happened.
    writeFileSync(file, makeZip(inspectMembers(3).map((member) => ({ ...member, method: 8 }))).fill(0, 100, 110));
    utimesSync(file, atime, mtime);
    const again = await readLogFolder(folder, { cache, identify: 'marks' });
    expect(again.counts.digested).toBe(1);
    expect(again.logs).toEqual((await readLogFolder(folder)).logs);
  });

  test('a damaged cache is made anew, and changes nothing', async () => {
    const whole = await readLogFolder(folder, { cache });
    const entries = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const [at, entry] of entries.entries()) {
      const path = join(entry.parentPath, entry.name);
      if (at % 3 === 0) truncateSync(path, at);
      else if (at % 3 === 1) writeFileSync(path, 'something else');
    }
    const read = await readLogFolder(folder, { cache });
    expect(read.logs).toEqual(whole.logs);
    expect(read.counts.rebuilt).toBeGreaterThan(15);
    expect((await readLogFolder(folder, { cache })).counts).toMatchObject({ read: 0, rebuilt: 0 });
  });

  test('a cache that cannot be written is told, and no more', async () => {
    writeFileSync(cache, 'a file is in the way');
    const read = await readLogFolder(folder, { cache });
    expect(read.counts.read).toBe(30);
    expect(read.cacheProblems.map(({ code }) => code)).toEqual(['write-failed']);
  });

  test('other limits do not get what these allowed', async () => {
    await readLogFolder(folder, { cache });
    const { defaultLimits } = await import('../limits.js');
    const read = await readLogFolder(folder, { cache, limits: { ...defaultLimits, rows: 10 } });
    expect(rows(read)).toContain('too-many-rows');
  });

  test('keeps a log that cannot be read among its logs, and never in the cache', async () => {
    writeFileSync(join(folder, 'cut.eval'), makeZip(inspectMembers(3)).subarray(0, 400));
    writeFileSync(join(folder, 'empty.eval'), '');
    for (let run = 0; run < 2; run++) {
      const read = await readLogFolder(folder, { cache });
      expect(read.logs.find(({ path }) => path === 'cut.eval')).toMatchObject({
        result: { ok: false, problems: [{ code: 'zip-damaged' }] },
      });
      expect(read.problems).toMatchObject([{ code: 'unknown-format', file: 'empty.eval' }]);
      expect(read.counts.read).toBe(run === 0 ? 31 : 1);
    }
  });

  test('tells how far it is', async () => {
    const told: string[] = [];
    await readLogFolder(folder, { onProgress: ({ done, of }) => told.push(`${done}/${of}`) });
    expect([told[0], told.at(-1), told.length]).toEqual(['1/31', '31/31', 31]);
  });
});

describe('the files of a folder', () => {
  test('links stay inside, and folders are not linked', async () => {
    writeFileSync(join(base, 'secret.csv'), 'a,b\n');
    symlinkSync(join(folder, 'log2.eval'), join(folder, 'inside.eval'));
    symlinkSync(join(base, 'secret.csv'), join(folder, 'outside.csv'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
    symlinkSync(folder, join(folder, 'more/loop'));
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, '.git/x.csv'), 'a,b\n');
    const { files, problems } = await listFolder(folder);
    expect(files.map(({ path }) => path)).toContain('inside.eval');
    expect(files).toHaveLength(32);
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'source-missing dangling',
      'folder-link more/loop',
      'source-outside-root outside.csv',
    ]);
  });

  test('are bounded in number and depth', async () => {
    const many = await listFolder(folder, { depth: 32, entries: 10 });
    expect(many).toMatchObject({ files: [], problems: [{ code: 'too-many-files' }] });
    const deep = await listFolder(folder, { depth: 0, entries: 100 });
    expect(deep).toMatchObject({ files: [], problems: [{ code: 'too-many-files', file: 'more' }] });
  });

  test('of no folder at all are a problem', async () => {
    expect(await listFolder(join(folder, 'none'))).toMatchObject({ problems: [{ code: 'source-missing' }] });
    expect(await listFolder(join(folder, 'table.csv'))).toMatchObject({ problems: [{ code: 'source-not-a-folder' }] });
  });
});

describe('a list of logs', () => {
  test('gives the headers, and the problems in their places', async () => {
    writeFileSync(join(folder, 'cut.eval'), makeZip(inspectMembers(3)).subarray(0, 400));
    writeFileSync(join(folder, 'empty.eval'), '');
    const { logs, ignored, problems } = await listLogs(folder);
    expect([logs.length, ignored, problems]).toEqual([32, ['notes.md'], []]);
    const of = (path: string) => logs.find((log) => log.path === path)?.result;
    expect(of('log2.eval')).toMatchObject({ ok: true, head: { task: 't', claimed: { total: 3 } } });
    expect(of('cut.eval')).toMatchObject({ ok: false, problems: [{ code: 'zip-damaged' }] });
    expect(of('empty.eval')).toMatchObject({ ok: false, problems: [{ code: 'unknown-format' }] });
  });

  test('does not look at samples', async () => {
    const members = inspectMembers(2);
    writeFileSync(join(folder, 'flawed.eval'), makeZip([{ ...members[0]!, data: 'no JSON' }, ...members.slice(1)]));
    const flawed = (await listLogs(folder)).logs.find(({ path }) => path === 'flawed.eval');
    expect(flawed?.result.ok).toBe(true);
  });
});
