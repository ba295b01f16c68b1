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

  test('results of the lock that the same bytes do not give are said', async () => {
    const lock = await locked();
    const entry = lock.evidence.get('a')!;
    const lying: Lock = {
      evidence: new Map([
        ['a', { ...entry, results: [{ ...entry.results[0]!, counts: { kind: 'binomial', events: 0, trials: 300 } }] }],
      ]),
    };
    const { measures } = await measureAll(one, folder, { lock: lying });
    expect(measures.a).toMatchObject({
      state: { kind: 'fresh' },
      results,
      notes: ['the lock file holds other results for this very source; lock it again'],
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
    ['a folder', evidenceOf('a', ['logs']), 'source-not-a-file'],
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
    expect(measures.e!.results).toHaveLength(3);
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
    const text = formatLock(await locked()).replace('"policy": {}', '"policy": { "errors": "exclude" }');
    const refused = (content: string) => {
      const found = parseLock(Buffer.from(content), 'surety.lock');
      return found.ok ? 'read' : `${found.problem.code} ${found.problem.message}`;
    };
    expect(refused(text)).toBe('read');
    expect(refused(text.slice(0, 1))).toBe('lock-syntax the lock file is not JSON: the text ends too early');
    expect(refused(text.replace('"surety": 1', '"surety": 2'))).toBe('lock-version the lock file has the version 2');
    for (const [from, to] of [
      ['"events": 2', '"events": 4'],
      ['"trials": 3', '"trials": 2.5'],
      ['sha256:', 'md5:'],
      ['"exclude"', '"worst"'],
      ['2026-12-01', 'today'],
      ['"binomial"', '"guess"'],
      ['"csv 1"', '1'],
    ] as const) {
      expect(refused(text.replace(from, to))).toBe('lock-syntax the lock file does not fit at evidence a');
    }
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
