import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence } from '@surety/core/case';
import { beforeEach, describe, expect, test } from 'vitest';
import { predicateTypes, signStatement, statementOf } from '../attestation/index.js';
import { ed25519Key } from '../attestation/keys.testing.js';
import { testSigstore } from '../attestation/sigstore.testing.js';
import { digestOfText } from '../source/index.js';
import { temporaryFolder } from '../temporary.testing.js';
import { attestEvidence } from './attest-evidence.js';
import { caseWith, evidenceOf } from './case.testing.js';
import { lockAll } from './lock-all.js';
import { measureAll } from './measure-all.js';

const base = temporaryFolder();
const key = ed25519Key();
const logs = { a: 'sample,passed\n1,true\n2,false\n', b: 'sample,passed\n1,false\n' };
let count = 0;
let folder: string;

const attested = (id: string, path: string, more: Partial<Evidence> = {}) =>
  evidenceOf(id, [path], {
    attestation: { path: `${id}.json`, origin: { file: 'case.yaml', path: ['evidence', id, 'attestation'] } },
    keys: ['key.pem'],
    ...more,
  });

beforeEach(() => {
  folder = join(base, `case-${count++}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.csv'), logs.a);
  writeFileSync(join(folder, 'b.csv'), logs.b);
  writeFileSync(join(folder, 'key.pem'), key.pem);
});

const put = (name: string, text: string) => writeFileSync(join(folder, name), text);

async function faultsOf(...evidence: readonly Evidence[]) {
  const { measures } = await measureAll(caseWith(...evidence), folder);
  return Object.fromEntries(
    Object.entries(measures).map(([id, { attestation }]) => [id, attestation?.faults.map(({ kind }) => kind)]),
  );
}

async function attest(evidence: Evidence, name: string) {
  const made = await attestEvidence(caseWith(evidence), folder, evidence.id, key.privateKey);
  put(name, made.ok ? made.envelope : '');
}

/** A test result about both logs. */
const testResult = () =>
  signStatement(
    statementOf(
      [logs.a, logs.b].map((text, at) => ({ name: String(at), digest: digestOfText(text) })),
      predicateTypes.testResult,
      { result: 'PASSED', configuration: [] },
    ),
    key.privateKey,
  );

describe('an attestation', () => {
  test('is given only where the case names one', async () => {
    const { measures } = await measureAll(caseWith(evidenceOf('a', ['a.csv'])), folder);
    expect(measures.a!.attestation).toBeUndefined();
  });

  test('holds also where the source is not here and the lock says what it was', async () => {
    const one = attested('a', 'a.csv');
    await attest(one, 'a.json');
    expect(await faultsOf(one)).toEqual({ a: [] });
    const { lock } = await lockAll(caseWith(one), folder, { lockedAt: '2026-12-01' });
    expect(lock.evidence.get('a')!.attestation!.map(({ path }) => path)).toEqual(['a.json', 'key.pem']);
    renameSync(join(folder, 'a.csv'), join(folder, 'away'));
    const { measures } = await measureAll(caseWith(one), folder, { lock });
    expect(measures.a).toMatchObject({ state: { kind: 'locked' }, attestation: { says: 'evidence', faults: [] } });
    expect(await faultsOf(one)).toEqual({ a: ['not checked'] });
  });

  test('of a test result needs the source here: it says nothing of the counts in the lock', async () => {
    const one = attested('a', 'a.csv');
    put('a.json', testResult());
    expect(await faultsOf(one)).toEqual({ a: [] });
    const { lock } = await lockAll(caseWith(one), folder, { lockedAt: '2026-12-01' });
    const entry = lock.evidence.get('a')!;
    const forged = {
      ...entry,
      results: [{ policy: {}, counts: { kind: 'binomial' as const, events: 0, trials: 1e6 } }],
    };
    renameSync(join(folder, 'a.csv'), join(folder, 'away'));
    const { measures } = await measureAll(caseWith(one), folder, { lock: { evidence: new Map([['a', forged]]) } });
    expect(measures.a!.attestation!.faults.map(({ kind }) => kind)).toEqual(['not checked']);
  });

  test('over the bytes of a source needs them here', async () => {
    const sigstore = await testSigstore();
    put('root.json', sigstore.trustedRoot);
    put('a.json', JSON.stringify(await sigstore.sign({ artifact: Buffer.from(logs.a) })));
    const { attestation, ...rest } = attested('a', 'a.csv', { keys: [] });
    const one: Evidence = {
      ...rest,
      attestation: {
        ...attestation!,
        trustedRoot: 'root.json',
        identity: { issuer: 'https://issuer.example', subject: 'https://range.example/team' },
      },
    };
    expect(await faultsOf(one)).toEqual({ a: [] });
    const { lock } = await lockAll(caseWith(one), folder, { lockedAt: '2026-12-01' });
    renameSync(join(folder, 'a.csv'), join(folder, 'away'));
    const { measures } = await measureAll(caseWith(one), folder, { lock });
    expect(measures.a!.attestation!.faults.map(({ kind }) => kind)).toEqual(['not checked']);
  });

  test('may not lie outside of the root', async () => {
    const out = { attestation: { path: '../x.json', origin: { file: 'case.yaml', path: [] } } };
    expect(await faultsOf(attested('a', 'a.csv', out))).toEqual({ a: ['missing'] });
    put('a.json', '{}');
    writeFileSync(join(base, 'outside.pem'), key.pem);
    symlinkSync(join(base, 'outside.pem'), join(folder, 'link.pem'));
    expect(await faultsOf(attested('a', 'a.csv', { keys: ['link.pem'] }))).toEqual({ a: ['missing', 'malformed'] });
  });

  test('is no other one than was locked, in number and in name', async () => {
    const one = attested('a', 'a.csv');
    await attest(one, 'a.json');
    const { lock } = await lockAll(caseWith(one), folder, { lockedAt: '2026-12-01' });
    put('other.pem', key.pem);
    for (const keys of [['other.pem'], ['key.pem', 'other.pem']]) {
      const { measures } = await measureAll(caseWith({ ...one, keys }), folder, { lock });
      expect(measures.a!.attestation!.faults.map(({ kind }) => kind)).toEqual(['altered']);
    }
  });
});

describe('one statement for two pieces of evidence', () => {
  test('with other sources counts for neither', async () => {
    put('a.json', testResult());
    put('b.json', testResult());
    expect(await faultsOf(attested('a', 'a.csv'), attested('b', 'b.csv'))).toEqual({
      a: ['replayed'],
      b: ['replayed'],
    });
  });

  test('with the same source counts for both, if it is about the source only', async () => {
    put('a.json', testResult());
    put('b.json', testResult());
    expect(await faultsOf(attested('a', 'a.csv'), attested('b', 'a.csv'))).toEqual({ a: [], b: [] });
    const one = attested('a', 'a.csv');
    await attest(one, 'a.json');
    await attest(one, 'b.json');
    expect(await faultsOf(one, attested('b', 'a.csv'))).toEqual({ a: [], b: ['replayed'] });
  });
});
