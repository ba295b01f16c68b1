import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case, Evidence } from '@surety/core/case';
import { beforeEach, describe, expect, test } from 'vitest';
import { readCaseFiles } from '../files/index.js';
import { fixtures } from '../shared-data.testing.js';
import { temporaryFolder } from '../temporary.testing.js';
import { caseWith, evidenceOf } from './case.testing.js';
import { emptyLock, formatLock, type Lock } from './lock.js';
import { lockAll } from './lock-all.js';
import { readLock, writeLock } from './lock-file.js';
import { measureAll } from './measure-all.js';
import { parseLock } from './parse-lock.js';
import { refreshLock } from './refresh-lock.js';
import { verifyLock } from './verify-lock.js';

const base = temporaryFolder();
let count = 0;
let folder: string;

beforeEach(() => {
  folder = join(base, `case-${count++}`);
  mkdirSync(join(folder, 'logs'), { recursive: true });
  writeFileSync(join(folder, 'logs/a.csv'), 'sample,passed\n1,true\n2,false\n3,true\n');
  writeFileSync(join(folder, 'logs/b.csv'), 'sample,passed\n1,false\n');
});

const one = caseWith(evidenceOf('a', ['logs/a.csv']));
const results = [
  {
    policy: {},
    counts: { kind: 'binomial', events: 2, trials: 3 },
  },
];

async function locked(of: Case = one): Promise<Lock> {
  const { lock, problems } = await lockAll(of, folder, { lockedAt: '2026-12-01' });
  expect(problems).toEqual([]);
  return lock;
}

const hide = (path = 'logs/a.csv') => renameSync(join(folder, path), join(folder, `${path}.away`));
const alter = () => writeFileSync(join(folder, 'logs/a.csv'), 'sample,passed\n1,true\n2,true\n3,true\n');

describe('states', () => {
  test('fresh: the source is here, with or without an entry', async () => {
    for (const lock of [undefined, await locked()]) {
      const { measures, problems } = await measureAll(one, folder, lock === undefined ? {} : { lock });
      expect(problems).toEqual([]);
      expect(measures.a).toMatchObject({ state: { kind: 'fresh' }, reader: 'csv 1', models: [], results, notes: [] });
      expect(measures.a!.digests[0]).toMatch(/^sha256:[0-9a-f]{64}$/);
    }
  });

  test('altered: the digest differs, and the source is not even parsed', async () => {
    const lock = await locked();
    writeFileSync(join(folder, 'logs/a.csv'), '\u0000 not CSV');
    const { measures, problems } = await measureAll(one, folder, { lock });
    expect(problems).toEqual([]);
    const { state, results: none, digests } = measures.a!;
    expect([state.kind, none]).toEqual(['altered', []]);
    expect(state).toMatchObject({ expected: lock.evidence.get('a')!.sources[0]!.digest, found: digests[0] });
  });

  test('locked: the source is not here, the entry answers the same question', async () => {
    const lock = await locked();
    hide();
    const { measures, problems } = await measureAll(one, folder, { lock });
    expect([problems, measures.a]).toEqual([
      [],
      {
        state: { kind: 'locked', lockedAt: '2026-12-01' },
        digests: [lock.evidence.get('a')!.sources[0]!.digest],
        reader: 'csv 1',
        models: [],
        results,
        trials: { rows: 3, samples: 3, flawed: 0 },
        notes: [],
      },
    ]);
  });

  test.each<[string, Evidence, string]>([
    ['no entry', evidenceOf('b', ['logs/a.csv']), 'logs/a.csv is not here, and the lock file has no entry'],
    [
      'another path',
      evidenceOf('a', ['logs/z.csv']),
      'logs/z.csv is not here, and the lock file holds logs/a.csv in its place',
    ],
    [
      'other sources',
      evidenceOf('a', ['logs/a.csv', 'logs/z.csv']),
      'logs/a.csv, logs/z.csv are not here, and the lock file was made with other sources',
    ],
    [
      'another measure',
      { ...evidenceOf('a', ['logs/a.csv']), measure: { ...evidenceOf('a', []).measure!, errors: 'exclude' as const } },
      'logs/a.csv is not here, and the lock file was made with another measure',
    ],
    [
      'another reader',
      evidenceOf('a', ['logs/a.csv'], { reader: 'inspect' }),
      'logs/a.csv is not here, and the lock file was made with another measure',
    ],
  ])('missing: %s', async (_name, evidence, detail) => {
    const lock = await locked();
    hide();
    const { measures } = await measureAll(caseWith(evidence), folder, { lock });
    expect(measures[evidence.id]).toMatchObject({ state: { kind: 'missing', detail }, results: [] });
  });

  test('of several sources the worst counts', async () => {
    const two = caseWith(evidenceOf('p', ['logs/a.csv', 'logs/b.csv']));
    const lock = await locked(two);
    const state = async () => (await measureAll(two, folder, { lock })).measures.p!.state.kind;
    expect(await state()).toBe('fresh');
    hide('logs/b.csv');
    expect(await state()).toBe('locked');
    alter();
    expect(await state()).toBe('altered');
    const fewer = caseWith(evidenceOf('p', ['logs/a.csv']));
    expect((await measureAll(fewer, folder, { lock })).measures.p!.state.kind).toBe('altered');
  });

  test('altered: the lock holds results that the same bytes do not give', async () => {
    const lock = await locked();
    const entry = lock.evidence.get('a')!;
    const lying: Lock = {
      evidence: new Map([
        ['a', { ...entry, results: [{ ...entry.results[0]!, counts: { kind: 'binomial', events: 0, trials: 300 } }] }],
      ]),
    };
    const { measures } = await measureAll(one, folder, { lock: lying });
    expect(measures.a).toMatchObject({
      state: { kind: 'altered', of: 'results', expected: '0 of 300', found: '2 of 3' },
      results: [],
    });
  });
});

describe('what is refused', () => {
  test.each<[string, Evidence, string]>([
    ['no source', evidenceOf('a', []), 'no-source'],
    ['several sources without pool', evidenceOf('a', ['logs/a.csv', 'logs/b.csv'], { pool: false }), 'not-pooled'],
    ['the same content twice', evidenceOf('a', ['logs/a.csv', 'logs/copy.csv']), 'pooled-twice'],
    ['no measure', evidenceOf('a', ['logs/a.csv'], { measure: undefined }), 'no-source'],
    ['a path out of the root', evidenceOf('a', ['../case-0/logs/a.csv']), 'source-outside-root'],
    ['a path out of the root that does not exist', evidenceOf('a', ['../../nothing']), 'source-outside-root'],
    ['an absolute path', evidenceOf('a', ['/etc/hostname']), 'source-outside-root'],
    ['a link out of the root', evidenceOf('a', ['logs/link.csv']), 'source-outside-root'],
    ['a path through a link out of the root', evidenceOf('a', ['out/case-0/logs/a.csv']), 'source-outside-root'],
    ['a NUL in the path', evidenceOf('a', ['logs/\u0000']), 'source-outside-root'],
    ['a folder with a link out of the root', evidenceOf('a', ['logs'], { pool: true }), 'source-outside-root'],
    ['an unknown reader', evidenceOf('a', ['logs/a.csv'], { reader: 'excel' }), 'unknown-reader'],
    [
      'an unknown field',
      evidenceOf('a', ['logs/a.csv'], {
        measure: { ...evidenceOf('a', []).measure!, success: 'score > 1' } as Evidence['measure'],
      }),
      'no-scorer',
    ],
  ])('%s', async (_name, evidence, code) => {
    cpSync(join(folder, 'logs/a.csv'), join(folder, 'logs/copy.csv'));
    symlinkSync(join(base, 'outside.csv'), join(folder, 'logs/link.csv'));
    symlinkSync(base, join(folder, 'out'));
    writeFileSync(join(base, 'outside.csv'), 'sample,passed\n1,true\n');
    const { measures, problems } = await measureAll(caseWith(evidence), folder);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, evidence: 'a' });
    expect(problems[0]!.origin).toBeDefined();
    expect(measures.a).toMatchObject({ state: { kind: 'missing' }, results: [] });
  });

  test('below a folder that holds .git the case may reach up to it', async () => {
    mkdirSync(join(folder, '.git'));
    mkdirSync(join(folder, 'cases/x'), { recursive: true });
    const sources = [{ path: '../../../logs/a.csv', origin: { file: 'deep/case.yaml', path: [] } }];
    const nested = caseWith(evidenceOf('a', [], { sources }));
    expect((await measureAll(nested, join(folder, 'cases/x'))).measures.a!.state).toEqual({ kind: 'fresh' });
  });
});

describe('a real log', () => {
  test('gives counts, models and notes', async () => {
    const spec = { ...evidenceOf('e', []).measure!, success: 'score >= 1', scorer: 'letters' } as Evidence['measure'];
    const { measures } = await measureAll(
      caseWith(evidenceOf('e', ['flawed.eval'], { measure: spec, reader: 'inspect' })),
      join(fixtures, 'inspect'),
    );
    expect(measures.e).toMatchObject({ state: { kind: 'fresh' }, reader: 'inspect 2', models: ['mockllm/model'] });
    // Three ways to count the flawed epochs, two of which differ where an event must be one in all epochs.
    expect(measures.e!.results).toHaveLength(5);
    expect(measures.e!.notes).toEqual([
      'rows that ended with an error: 3 of 10',
      'rows that were stopped by a limit: 4 of 10',
      '10 rows are epochs of 5 samples: a sample is one trial, and an event in any epoch is an event',
    ]);
  });
});

describe('the lock file', () => {
  test('is written whole, with sorted keys, and read back', async () => {
    const lock = await locked(caseWith(evidenceOf('b', ['logs/b.csv']), evidenceOf('a', ['logs/a.csv'])));
    expect(await writeLock(folder, lock)).toBeUndefined();
    const text = readFileSync(join(folder, 'surety.lock'), 'utf8');
    expect(text).toBe(formatLock(lock));
    expect(text.endsWith('}\n')).toBe(true);
    expect(Object.keys((JSON.parse(text) as { evidence: object }).evidence)).toEqual(['a', 'b']);
    expect(readdirSync(folder).sort()).toEqual(['logs', 'surety.lock']);
    const { root } = await readCaseFiles(folder);
    const again = readLock(folder, root);
    expect(again.ok && formatLock(again.value)).toBe(text);
    rmSync(join(folder, 'surety.lock'));
    expect(readLock(folder, root)).toEqual({ ok: true, value: emptyLock });
  });

  test('that does not fit is refused with its place', async () => {
    const text = formatLock(await locked());
    const refused = (content: string) => {
      const found = parseLock(Buffer.from(content), 'surety.lock');
      return found.ok ? 'read' : `${found.problem.code} ${found.problem.message}`;
    };
    expect(refused(text)).toBe('read');
    expect(refused(text.slice(0, 1))).toBe('lock-syntax the lock file is not JSON: the text ends too early');
    expect(refused(text.replace('"surety": 1', '"surety": 2'))).toBe('lock-version the lock file has the version 2');
    expect(refused(text.replace('"evidence": {', '"evidence": [], "x": {'))).toBe(
      'lock-syntax the lock file does not fit at evidence',
    );
  });

  test('whose entry is not as it was written says so of that entry, whatever was changed in it', async () => {
    const lock = await locked();
    const text = formatLock(lock);
    const damaged = (content: string) => {
      const found = parseLock(Buffer.from(content), 'surety.lock');
      return found.ok ? [[...(found.value.damaged ?? [])], found.value.broken !== undefined] : found.problem.code;
    };
    expect(damaged(text)).toEqual([[], false]);
    // Other line ends and other indentation are the same entries.
    expect(damaged(text.replaceAll('\n', '\r\n'))).toEqual([[], false]);
    expect(damaged(text.replaceAll('  ', '\t'))).toEqual([[], false]);
    const [, checksum] = /"checksum": "(.*)"/.exec(text)!;
    for (const [from, to] of [
      ['"events": 2', '"events": 4'],
      ['"trials": 3', '"trials": 2.5'],
      ['"digest": "sha256:', '"digest": "md5:'],
      ['"policy": {}', '"policy": { "errors": "worst" }'],
      ['2026-12-01', 'today'],
      ['2026-12-01', '2026-12-02'],
      ['"binomial"', '"guess"'],
      ['"csv 1"', '1'],
      ['"size": ', '"size": 1'],
      ['"notes": []', '"notes": ["x"]'],
      ['"models": []', '"models": [], "more": 1'],
    ] as const) {
      const after = text.replace(from, to);
      expect(after, from).not.toBe(text);
      expect(damaged(after), from).toEqual([[['a', { expected: checksum, found: expect.any(String) }]], false]);
    }
    // An entry under another name, and one that was taken out.
    expect(damaged(text.replace('"a": {', '"b": {'))).toEqual([[['b', expect.anything()]], true]);
    expect(damaged('{ "surety": 1, "seal": "sha256:00", "evidence": {} }')).toEqual([[], true]);
    expect(damaged('{ "surety": 1, "evidence": {} }')).toEqual([[], true]);
    expect(damaged(text.replace(/"checksum": ".*",?\n/, ''))).toEqual([
      [['a', { expected: 'no checksum', found: checksum }]],
      true,
    ]);
  });

  test('that is not as it was written blocks what it is about, with and without the source', async () => {
    const text = formatLock(await locked());
    const stateOf = async (content: string) => {
      const read = parseLock(Buffer.from(content), 'surety.lock');
      return (await measureAll(one, folder, read.ok ? { lock: read.value } : {})).measures.a!.state;
    };
    const entry = { kind: 'altered', of: 'lock entry' };
    const file = { kind: 'altered', of: 'lock file' };
    for (const hidden of [false, true]) {
      if (hidden) hide();
      expect(await stateOf(text.replace('"events": 2', '"events": 1'))).toMatchObject(entry);
      expect(await stateOf(text.replace('"seal": "sha256:', '"seal": "sha256:0'))).toMatchObject(file);
      expect(await stateOf(text.replace('"a": {', '"b": {'))).toMatchObject(file);
    }
  });

  test('of an earlier reader is read again, and used where the source is not here', async () => {
    const lock = await locked();
    const entry = lock.evidence.get('a')!;
    const old: Lock = { evidence: new Map([['a', { ...entry, reader: 'csv 0' }]]) };
    const lying: Lock = {
      evidence: new Map([
        [
          'a',
          {
            ...entry,
            reader: 'csv 0',
            results: [{ ...entry.results[0]!, counts: { kind: 'binomial', events: 0, trials: 9 } }],
          },
        ],
      ]),
    };
    for (const each of [old, lying]) {
      const { measures } = await measureAll(one, folder, { lock: each });
      expect(measures.a).toMatchObject({
        state: { kind: 'fresh' },
        results,
        notes: ['locked by the reader csv 0, read here by csv 1'],
      });
      expect((await verifyLock(one, folder, each)).report).toEqual([
        { evidence: 'a', status: 'reader changed', detail: 'locked by csv 0, read here by csv 1' },
      ]);
    }
    hide();
    const { measures } = await measureAll(one, folder, { lock: old });
    expect(measures.a).toMatchObject({
      state: { kind: 'locked' },
      notes: ["locked by the reader csv 0, which is not today's"],
    });
    expect((await verifyLock(one, folder, old)).report[0]!.status).toBe('reader changed');
  });
});

describe('refreshing', () => {
  const two = caseWith(evidenceOf('a', ['logs/a.csv']), evidenceOf('b', ['logs/b.csv']));
  const refresh = (lock: Lock, only: readonly string[] = [], of: Case = two) =>
    refreshLock(of, folder, { lock, lockedAt: '2027-01-01', only });

  test('reads again what changed, and nothing else', async () => {
    const lock = await locked(two);
    expect(await refresh(lock)).toEqual({ lock, refreshed: [], problems: [] });
    alter();
    const done = await refresh(lock);
    expect(done.refreshed).toEqual([{ evidence: 'a', why: ['source altered'], before: '2 of 3', after: '3 of 3' }]);
    expect(done.lock.evidence.get('b')).toBe(lock.evidence.get('b'));
    expect(done.lock.evidence.get('a')!.lockedAt).toBe('2027-01-01');
    expect((await refresh(lock, ['b'])).refreshed).toEqual([]);
    const asked = caseWith(
      evidenceOf('a', ['logs/a.csv']),
      evidenceOf('b', ['logs/b.csv'], { measure: { ...evidenceOf('b', []).measure!, errors: 'exclude' } }),
    );
    expect((await refresh(lock, ['b'], asked)).refreshed).toEqual([
      { evidence: 'b', why: ['measure changed'], before: '0 of 1', after: '0 of 1' },
    ]);
  });

  test('mends a damaged entry, and one of an earlier reader; a source that is not here keeps its own', async () => {
    const lock = await locked(two);
    const entry = lock.evidence.get('a')!;
    const damaged: Lock = {
      evidence: new Map([['b', lock.evidence.get('b')!]]),
      damaged: new Map([['a', { expected: 'x', found: 'y' }]]),
    };
    expect((await refresh(damaged)).refreshed).toEqual([{ evidence: 'a', why: ['entry damaged'], after: '2 of 3' }]);
    const old: Lock = { evidence: new Map([...lock.evidence, ['a', { ...entry, reader: 'csv 0' }]]) };
    expect((await refresh(old)).refreshed).toMatchObject([{ evidence: 'a', why: ['reader changed'] }]);
    hide();
    expect((await refresh(old)).lock.evidence.get('a')!.reader).toBe('csv 0');
  });

  test('with a source that cannot be read is not whole', async () => {
    const lock = await locked(two);
    writeFileSync(join(folder, 'logs/a.csv'), 'a,a\n');
    expect((await refresh(lock)).problems.map(({ code }) => code)).toEqual(['csv-syntax']);
  });
});

describe('locking again', () => {
  const again = async (of: Case, previous: Lock) => {
    const { lock, changes, problems } = await lockAll(of, folder, { lockedAt: '2027-01-01', previous });
    return {
      text: formatLock(lock),
      changes: changes.map(({ evidence, kind }) => `${evidence} ${kind}`),
      problems: problems.map(({ code }) => code),
    };
  };

  test('changes no byte where nothing changed, also where the source is not here', async () => {
    const previous = await locked();
    expect(await again(one, previous)).toEqual({ text: formatLock(previous), changes: ['a unchanged'], problems: [] });
    hide();
    expect(await again(one, previous)).toEqual({ text: formatLock(previous), changes: ['a kept'], problems: [] });
  });

  test('accepts what was altered, adds and removes, and says so', async () => {
    const previous = await locked();
    alter();
    const two = caseWith(evidenceOf('a', ['logs/a.csv']), evidenceOf('b', ['logs/b.csv']));
    const changed = await again(two, previous);
    expect(changed).toMatchObject({ changes: ['a changed', 'b added'], problems: [] });
    expect(changed.text).toContain('"events": 3');
    expect(changed.text).toContain('"lockedAt": "2027-01-01"');
    expect((await again(caseWith(evidenceOf('b', ['logs/b.csv'])), previous)).changes).toEqual([
      'b added',
      'a removed',
    ]);
  });

  test('with a source that is nowhere, or unusable, is not whole', async () => {
    expect(await again(caseWith(evidenceOf('z', ['logs/z.csv'])), emptyLock)).toMatchObject({
      changes: [],
      problems: ['source-missing'],
    });
    writeFileSync(join(folder, 'logs/a.csv'), 'a,a\n');
    expect(await again(one, emptyLock)).toMatchObject({ changes: [], problems: ['csv-syntax'] });
  });
});

test('verification reports on each entry', async () => {
  const names = ['fine', 'away', 'altered', 'lying', 'asked', 'new'];
  for (const name of names) writeFileSync(join(folder, `logs/${name}.csv`), `sample,passed\n${name},true\n`);
  const evidence = names.map((name) => evidenceOf(name, [`logs/${name}.csv`]));
  const lock = await locked(caseWith(...evidence.filter(({ id }) => id !== 'new'), evidenceOf('gone', ['logs/a.csv'])));
  const lying = lock.evidence.get('lying')!;
  const entries = new Map([
    ...lock.evidence,
    [
      'lying',
      { ...lying, results: [{ ...lying.results[0]!, counts: { kind: 'binomial' as const, events: 0, trials: 1 } }] },
    ],
  ]);
  hide('logs/away.csv');
  writeFileSync(join(folder, 'logs/altered.csv'), 'sample,passed\nx,true\n');
  const now = evidence.map((each) =>
    each.id === 'asked' ? { ...each, measure: { ...each.measure!, errors: 'exclude' as const } } : each,
  );
  const { report, problems } = await verifyLock(caseWith(...now), folder, { evidence: entries });
  expect(problems).toEqual([]);
  expect(report.map(({ evidence: id, status }) => `${id}: ${status}`)).toEqual([
    'fine: verified',
    'away: absent',
    'altered: altered',
    'lying: results differ',
    'asked: measure changed',
    'new: not locked',
    'gone: not in the case',
  ]);
});
