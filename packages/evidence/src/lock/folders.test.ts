import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Case, Evidence } from '@surety/core/case';
import { beforeEach, describe, expect, test } from 'vitest';
import { ed25519Key } from '../attestation/keys.testing.js';
import { sampleLog } from '../sample-log.js';
import { temporaryFolder } from '../temporary.testing.js';
import { inspectMembers, makeZip } from '../zip/make-zip.testing.js';
import { attestEvidence } from './attest-evidence.js';
import { caseWith, evidenceOf } from './case.testing.js';
import { formatLock, type Lock, type LockEntry } from './lock.js';
import { lockAll } from './lock-all.js';
import { type MeasureOptions, measureAll } from './measure-all.js';
import type { LogsRead } from './measure-evidence.js';
import { refreshLock } from './refresh-lock.js';
import { sampleEvidence } from './sample-evidence.js';
import { verifyLock } from './verify-lock.js';

const base = temporaryFolder();
let count = 0;
let folder: string;
let cache: string;

/** Thirty logs in two folders, and a file that is none. */
beforeEach(() => {
  folder = join(base, `case-${count++}`);
  cache = `${folder}-cache`;
  mkdirSync(join(folder, 'logs/october/night'), { recursive: true });
  for (let i = 0; i < 30; i++) writeFileSync(logAt(i), `sample,passed\ns${i},true\nt${i},${i % 3 === 0}\n`);
  writeFileSync(join(folder, 'logs/october/notes.md'), '# What was run\n');
});

const nameOf = (i: number) => `logs/october/${i % 2 === 0 ? '' : 'night/'}log${String(i).padStart(2, '0')}.csv`;
const logAt = (i: number) => join(folder, nameOf(i));
const october = (more: Partial<Evidence> = {}) => evidenceOf('a', ['logs/october'], { pool: true, ...more });
const one = caseWith(october());

async function locked(of: Case = one): Promise<Lock> {
  const { lock, problems } = await lockAll(of, folder, { lockedAt: '2026-12-01' });
  expect(problems).toEqual([]);
  return lock;
}

async function measured(of: Case = one, options: MeasureOptions = {}) {
  const { measures, problems } = await measureAll(of, folder, options);
  return { measure: measures.a!, problems };
}

const put = (name: string, text: string) => writeFileSync(join(folder, 'logs/october', name), text);
const link = (to: string, name: string) => symlinkSync(to, join(folder, 'logs/october', name));

describe('a folder as a source', () => {
  test('is all logs below it, by path, and says what it left out', async () => {
    const { measure, problems } = await measured();
    expect(problems).toEqual([]);
    expect(measure).toMatchObject({
      state: { kind: 'fresh' },
      reader: 'csv 1',
      results: [{ counts: { kind: 'binomial', events: 40, trials: 60 } }],
      notes: ['logs/october: files that no reader recognises, left out: 1'],
    });
    const lock = await locked();
    const paths = lock.evidence.get('a')!.sources.map(({ path }) => path);
    expect(paths).toEqual(Array.from({ length: 30 }, (_, i) => nameOf(i)).sort());
    expect(measure.digests).toEqual(lock.evidence.get('a')!.sources.map(({ digest }) => digest));
  });

  test('is what the list of its logs would be, in any company', async () => {
    writeFileSync(join(folder, 'logs/more.csv'), 'sample,passed\nmore,true\n');
    const listed = Array.from({ length: 30 }, (_, i) => nameOf(i)).sort();
    const [spread, list] = [
      await measured(caseWith(evidenceOf('a', ['logs/more.csv', 'logs/october/']))),
      await measured(caseWith(evidenceOf('a', ['logs/more.csv', ...listed]))),
    ];
    expect(spread.measure.digests).toEqual(list.measure.digests);
    expect(spread.measure.results).toEqual(list.measure.results);
    const twice = await measured(caseWith(evidenceOf('a', ['logs/october', nameOf(4)])));
    expect(twice.problems).toMatchObject([{ code: 'pooled-twice', file: nameOf(4) }]);
  });

  test('has to be pooled, and its logs are counted', async () => {
    const { measure, problems } = await measured(caseWith(october({ pool: false })));
    expect(problems).toMatchObject([{ code: 'not-pooled', message: 'the folder holds 30 logs', file: 'logs/october' }]);
    expect(measure).toMatchObject({ state: { kind: 'missing' }, results: [] });
  });

  test.each<[string, () => void, string, string]>([
    ['without a log', () => rmSync(join(folder, 'logs/october'), { recursive: true }), 'no-source', 'logs/october'],
    ['with a log cut off', () => writeFileSync(logAt(3), 'sample,passed\n"s,true\n'), 'csv-syntax', nameOf(3)],
    ['with an .eval that is none', () => put('x.eval', 'nothing'), 'unknown-format', 'logs/october/x.eval'],
    ['with a link out of it', () => link('../../../out.csv', 'x.csv'), 'source-outside-root', 'logs/october/x.csv'],
    ['with a link to a folder', () => link('night', 'day'), 'folder-link', 'logs/october/day'],
    ['with the same log twice', () => link('log04.csv', 'x.csv'), 'pooled-twice', 'logs/october/x.csv'],
  ])('%s cannot be used', async (_name, spoil, code, file) => {
    writeFileSync(join(base, 'out.csv'), 'sample,passed\n1,true\n');
    spoil();
    mkdirSync(join(folder, 'logs/october'), { recursive: true });
    const { measure, problems } = await measured();
    expect(problems).toMatchObject([{ code, file, evidence: 'a' }]);
    expect(problems[0]!.origin).toBeDefined();
    expect(measure).toMatchObject({ state: { kind: 'missing' }, results: [] });
    const { problems: unlocked } = await lockAll(one, folder, { lockedAt: '2026-12-01' });
    expect(unlocked).toMatchObject([{ code }]);
  });

  test.each([
    ['a path that leaves the root', '../case-0/logs'],
    ['a link that does', 'linked'],
    ['a path through such a link', 'linked/sub'],
  ])('is not reached by %s', async (_name, path) => {
    mkdirSync(join(base, 'outside/sub'), { recursive: true });
    writeFileSync(join(base, 'outside/sub/a.csv'), 'sample,passed\n1,true\n');
    symlinkSync(join(base, 'outside'), join(folder, 'linked'));
    const { problems } = await measured(caseWith(evidenceOf('a', [path], { pool: true })));
    expect(problems).toMatchObject([{ code: 'source-outside-root' }]);
  });

  test('of which much is wrong says so of the first', async () => {
    for (let i = 0; i < 25; i++) symlinkSync('nowhere', join(folder, `logs/october/gone${i}`));
    const { problems } = await measured();
    expect(problems).toHaveLength(10);
    expect(problems.at(-1)!.message).toMatch(/\(and 15 more of such files\)$/);
  });

  test('holds the trials that the case cites, whichever log they are in', async () => {
    const found = await sampleLog(logAt(7), { count: 2, seed: 1, texts: false });
    const trial = found.ok ? found.value.trials.find(({ sample }) => sample === 't7')! : undefined;
    const { measure } = await measured(caseWith(october({ trials: [trial!.digest] })), { cache });
    expect(measure.cited).toEqual([{ digest: trial!.digest, sample: 't7', epoch: 1 }]);
  });

  test('of transcripts is sampled log by log', async () => {
    mkdirSync(join(folder, 'evals/deep'), { recursive: true });
    writeFileSync(join(folder, 'evals/a.eval'), makeZip(inspectMembers(3)));
    writeFileSync(join(folder, 'evals/deep/b.eval'), makeZip(inspectMembers(5)));
    const spec = { ...evidenceOf('a', []).measure!, success: 'score >= 1' } as Evidence['measure'];
    const evals = caseWith(evidenceOf('a', ['evals'], { pool: true, measure: spec }));
    const { measures, problems } = await measureAll(evals, folder, { cache });
    expect(problems).toEqual([]);
    const { a } = await sampleEvidence(evals, folder, measures, { count: 100, seed: 1 });
    expect([a!.problem, a!.trials.length]).toEqual([undefined, 8]);
  });

  test('is attested log by log', async () => {
    const key = ed25519Key();
    writeFileSync(join(folder, 'key.pem'), key.pem);
    const origin = { file: 'case.yaml', path: ['evidence', 'a', 'attestation'] };
    const signed = caseWith(october({ attestation: { path: 'a.json', origin }, keys: ['key.pem'] }));
    const made = await attestEvidence(signed, folder, 'a', key.privateKey);
    const paths = (await locked()).evidence.get('a')!.sources.map(({ path }) => path);
    expect(made.ok && made.subjects.map(({ name }) => name)).toEqual(paths);
    writeFileSync(join(folder, 'a.json'), made.ok ? made.envelope : '');
    expect((await measured(signed)).measure.attestation!.faults).toEqual([]);
    writeFileSync(join(folder, 'logs/october/new.csv'), 'sample,passed\nn,true\n');
    const faults = (await measured(signed)).measure.attestation!.faults;
    expect(faults.map(({ kind }) => kind)).toContain('subject');
  });
});

describe('the lock of a folder', () => {
  test('holds while nothing changes, and no byte of it does', async () => {
    const lock = await locked();
    expect((await measured(one, { lock })).measure.state).toEqual({ kind: 'fresh' });
    expect((await verifyLock(one, folder, lock)).report).toEqual([{ evidence: 'a', status: 'verified' }]);
    const again = await lockAll(one, folder, { lockedAt: '2027-01-01', previous: lock });
    expect(formatLock(again.lock)).toBe(formatLock(lock));
    expect((await refreshLock(one, folder, { lock, lockedAt: '2027-01-01' })).refreshed).toEqual([]);
  });

  test('stands in for a folder that is not here', async () => {
    const lock = await locked();
    const before = (await measured(one, { lock })).measure;
    renameSync(join(folder, 'logs/october'), join(folder, 'logs/away'));
    const { measure, problems } = await measured(one, { lock });
    expect(problems).toEqual([]);
    expect(measure).toEqual({ ...before, state: { kind: 'locked', lockedAt: '2026-12-01' } });
    expect((await verifyLock(one, folder, lock)).report[0]!.status).toBe('absent');
    const again = await lockAll(one, folder, { lockedAt: '2027-01-01', previous: lock });
    expect([formatLock(again.lock), again.changes[0]!.kind]).toEqual([formatLock(lock), 'kept']);
    expect((await measured()).measure.state).toEqual({
      kind: 'missing',
      detail: 'logs/october is not here, and the lock file has no entry',
    });
    const other = caseWith(october({ reader: 'csv' }));
    expect((await measured(other, { lock })).measure.state).toMatchObject({
      kind: 'missing',
      detail: expect.stringMatching(/ and 25 more are not here, and the lock file was made with another measure$/),
    });
  });

  test.each<[string, () => void, string, string]>([
    [
      'a log was added',
      () => writeFileSync(join(folder, 'logs/october/new.csv'), 'sample,passed\nn,true\n'),
      '30 logs',
      '31 logs (logs/october/new.csv was added)',
    ],
    ['a log was taken out', () => rmSync(logAt(2)), '30 logs', `29 logs (${nameOf(2)} was removed)`],
    [
      'logs were taken out and added',
      () => {
        for (const i of [1, 3, 5]) rmSync(logAt(i));
        writeFileSync(join(folder, 'logs/october/new.csv'), 'sample,passed\nn,true\n');
      },
      '30 logs',
      `28 logs (logs/october/new.csv was added; ${nameOf(1)} and 2 more were removed)`,
    ],
    [
      'all were taken out',
      () => {
        rmSync(join(folder, 'logs/october'), { recursive: true });
        mkdirSync(join(folder, 'logs/october'));
      },
      '30 logs',
      `0 logs (${nameOf(0)} and 29 more were removed)`,
    ],
    [
      'a log is no longer one',
      () => {
        rmSync(logAt(2));
        put('log02.md', '# Nothing to see\n');
      },
      '30 logs',
      `29 logs (${nameOf(2)} was removed)`,
    ],
  ])('tells that %s', async (_name, change, expected, found) => {
    const lock = await locked();
    change();
    const { measure, problems } = await measured(one, { lock, cache });
    expect(problems).toEqual([]);
    expect(measure).toMatchObject({ state: { kind: 'altered', expected, found }, results: [] });
    const { report } = await verifyLock(one, folder, lock);
    expect(report).toEqual([{ evidence: 'a', status: 'altered', detail: `locked ${expected}, found ${found}` }]);
  });

  test('tells the byte that changed, and does not parse the log', async () => {
    const lock = await locked();
    const entry = lock.evidence.get('a')!;
    appendFileSync(logAt(7), '"');
    const { measure, problems } = await measured(one, { lock });
    const at = entry.sources.findIndex(({ path }) => path === nameOf(7));
    expect(problems).toEqual([]);
    expect(measure).toMatchObject({
      state: { kind: 'altered', expected: entry.sources[at]!.digest, found: `${measure.digests[at]} (${nameOf(7)})` },
      results: [],
    });
    writeFileSync(logAt(7), 'sample,passed\ns7,false\nt7,false\n');
    const { refreshed, lock: fresh } = await refreshLock(one, folder, { lock, lockedAt: '2027-01-01' });
    expect(refreshed).toEqual([{ evidence: 'a', why: ['source altered'], before: '40 of 60', after: '39 of 60' }]);
    expect((await measured(one, { lock: fresh })).measure.state).toEqual({ kind: 'fresh' });
  });

  test('is not refreshed over a folder that cannot be used', async () => {
    const lock = await locked();
    writeFileSync(join(folder, 'logs/october/x.eval'), 'nothing');
    const { problems, refreshed } = await refreshLock(one, folder, { lock, lockedAt: '2027-01-01' });
    expect([problems, refreshed]).toMatchObject([[{ code: 'unknown-format' }], []]);
  });

  test('does not lead elsewhere', async () => {
    const lock = await locked();
    const entry = lock.evidence.get('a')!;
    writeFileSync(join(folder, 'elsewhere.csv'), 'sample,passed\n1,true\n');
    rmSync(join(folder, 'logs/october'), { recursive: true });
    const paths = ['logs/october/../../elsewhere.csv', ...entry.sources.slice(1).map(({ path }) => path)];
    const bent: LockEntry = { ...entry, sources: entry.sources.map((source, at) => ({ ...source, path: paths[at]! })) };
    const { measure } = await measured(one, { lock: { evidence: new Map([['a', bent]]) } });
    expect(measure.state).toMatchObject({
      kind: 'missing',
      detail: expect.stringContaining('the lock file was made with other sources'),
    });
    expect(measure.digests).toEqual([]);
  });
});

describe('what was read before', () => {
  async function counted(options: MeasureOptions) {
    const read: LogsRead[] = [];
    const { measure } = await measured(one, { ...options, onRead: (one) => read.push(one) });
    return { measure, read: read.map(({ evidence, counts }) => ({ evidence, ...counts })) };
  }

  test('is not read again, whatever becomes of the cache, and nothing depends on it', async () => {
    const lock = await locked();
    const without = await counted({ lock });
    expect(without.read).toEqual([{ evidence: 'a', cached: 0, read: 30, rebuilt: 0 }]);
    const first = await counted({ lock, cache });
    const second = await counted({ lock, cache });
    expect(first.read).toEqual([{ evidence: 'a', cached: 0, read: 30, rebuilt: 0 }]);
    expect(second.read).toEqual([{ evidence: 'a', cached: 30, read: 0, rebuilt: 0 }]);
    const entries = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const [at, entry] of entries.entries()) if (at % 3 === 0) truncateSync(join(entry.parentPath, entry.name), at);
    const damaged = await counted({ lock, cache });
    expect(damaged.read).toEqual([{ evidence: 'a', cached: 20, read: 10, rebuilt: 10 }]);
    expect((await counted({ lock, cache })).read).toEqual([{ evidence: 'a', cached: 30, read: 0, rebuilt: 0 }]);
    for (const { measure } of [first, second, damaged])
      expect(JSON.stringify(measure)).toBe(JSON.stringify(without.measure));

    writeFileSync(logAt(5), 'sample,passed\ns5,false\n');
    const changed = await counted({ cache });
    expect(changed.read).toEqual([{ evidence: 'a', cached: 29, read: 1, rebuilt: 0 }]);
    expect(changed.measure).toEqual((await counted({})).measure);
  });

  test('is kept of folders only, and told where it cannot be', async () => {
    await measureAll(caseWith(evidenceOf('a', [nameOf(0)])), folder, { cache });
    expect(existsSync(cache)).toBe(false);
    writeFileSync(cache, 'a file is in the way');
    const read: LogsRead[] = [];
    expect((await measured(one, { cache, onRead: (one) => read.push(one) })).measure.state.kind).toBe('fresh');
    expect(read[0]!.cacheProblems.map(({ code }) => code)).toEqual(['write-failed']);
  });

  test('and by how many threads makes no difference', async () => {
    // As built: a thread cannot run source text.
    const built = new URL('../../dist/lock/index.js', import.meta.url);
    expect(existsSync(built), 'run npx tsc -b first').toBe(true);
    const { measureAll: measure }: { readonly measureAll: typeof measureAll } = await import(
      /* @vite-ignore */ built.href
    );
    const lock = await locked();
    const texts: string[] = [];
    for (const options of [{ threads: 1 }, { threads: 3 }, { threads: 3, cache }, { threads: 2, cache }])
      texts.push(JSON.stringify(await measure(one, folder, { lock, ...options })));
    expect(new Set(texts)).toEqual(new Set([JSON.stringify(await measureAll(one, folder, { lock }))]));
    writeFileSync(logAt(9), 'sample,passed\n"s,true\n');
    writeFileSync(logAt(8), 'sample,passed\n"t,true\n');
    const faults = [await measure(one, folder, { threads: 3 }), await measureAll(one, folder)];
    expect(faults[0]).toEqual(faults[1]);
    expect(faults[0]!.problems).toMatchObject([{ file: nameOf(8) }]);
  });

  test('and how far it is is told', async () => {
    const told: string[] = [];
    await measured(one, { onProgress: ({ logs }) => told.push(logs === undefined ? '' : `${logs.done}/${logs.of}`) });
    expect([told.length, told[0], told[1], told.at(-1)]).toEqual([31, '', '1/30', '30/30']);
  });
});
