import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { ed25519Key } from '../../../evidence/src/attestation/keys.testing.js';
import { folderWith, surety } from '../run.testing.js';
import { type OutputName, outputSchema } from '../schema/outputs.js';

const text = `surety: 1
case: { id: small, title: Small }
outcomes:
  leak:
    text: Weights leave
    threshold: { probability: 0.3, per: window, criterion: mean, approved: { by: board, date: 2026-10-01 } }
    claim: G1
argument:
  G1: { text: It does not, supportedBy: [Sn1], inference: { elicited: 1e-4, by: ann, date: 2026-10-01, because: small } }
  Sn1: { text: A range, evidence: one, requires: { rate: "<= 0.2" } }
evidence:
  one: { source: one.csv, reader: csv, collected: 2026-11-01, measure: { kind: rate, success: leaked } }
`;
const csv = `sample,leaked\n${Array.from({ length: 40 }, (_, i) => `s${i},false\n`).join('')}`;
const key = ed25519Key();
const pem = key.privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
let cwd: string;

const faultsOf = (name: OutputName, data: unknown) => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  const validate = ajv.compile(outputSchema(name));
  validate(data);
  return validate.errors ?? [];
};

beforeEach(() => {
  cwd = folderWith({
    'case/case.yaml': text,
    'case/one.csv': csv,
    'private.pem': pem,
    'public.pem': key.pem,
    'other.pem': ed25519Key().pem,
  });
});

const run = (...argv: string[]) => surety(argv, { cwd });
const replace = (path: string, from: string, to: string) =>
  writeFileSync(join(cwd, path), readFileSync(join(cwd, path), 'utf8').replace(from, to));
const verify = async (keys = 'public.pem') => {
  const { code, out, err } = await run('attest', 'case', '--verify', 'a.json', '--keys', keys, '--json');
  if (code === 2) return { code, err };
  const found = JSON.parse(out) as { faults: { kind: string; detail: string }[] };
  expect(faultsOf('attest', found)).toEqual([]);
  return {
    code,
    faults: found.faults.map(({ kind, detail }) => `${kind}: ${detail.replace(/sha256:[0-9a-f]+/g, '…')}`),
  };
};

describe('surety attest', () => {
  it('writes what the case is worth, and verifies it', async () => {
    await run('evidence', 'lock', 'case');
    expect(await run('attest', 'case', '--key', 'private.pem', '-o', 'a.json', '--seed', '7')).toMatchObject({
      code: 0,
      out: '',
      err: 'Wrote a.json: 3 subjects, leak supported\n',
    });
    const { payload } = JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8')) as { payload: string };
    expect(JSON.parse(Buffer.from(payload, 'base64').toString())).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'case.yaml' }, { name: 'one.csv' }, { name: 'surety.lock' }],
      predicateType: 'urn:surety:attestation:assessment:v1',
      predicate: {
        case: { id: 'small', contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
        asOf: '2026-11-23',
        seed: 7,
        outcomes: [
          { outcome: 'leak', verdict: 'supported', threshold: { probability: 0.3 }, reasons: expect.any(Array) },
        ],
      },
    });
    expect(await verify()).toEqual({ code: 0, faults: [] });
    // The same case and key give the same bytes: Ed25519 needs no chance.
    const again = await run('attest', 'case', '--key', 'private.pem', '--seed', '7');
    expect(again.out).toBe(readFileSync(join(cwd, 'a.json'), 'utf8'));
  });

  it('prints the statement as JSON', async () => {
    const { out } = await run('attest', 'case', '--key', 'private.pem', '--json');
    expect(faultsOf('attest', JSON.parse(out))).toEqual([]);
    expect(JSON.parse(out)).toMatchObject({ written: false, subjects: [{ name: 'case.yaml' }, { name: 'one.csv' }] });
  });

  it('tells what differs from what was attested', async () => {
    await run('attest', 'case', '--key', 'private.pem', '-o', 'a.json');
    expect(await verify('other.pem')).toEqual({
      code: 1,
      faults: [expect.stringMatching(/^key: a.json names the key [0-9a-f]{64}, which the case does not pin$/)],
    });
    replace('case/case.yaml', 'Small', 'Smaller');
    const changed = await verify();
    expect(changed.code).toBe(1);
    expect(changed.faults?.[0]).toBe('subject: case.yaml was attested as …, found …');
    expect(changed.faults?.[1]).toMatch(/^verdict: case was attested as/);
    replace('case/case.yaml', 'Smaller', 'Small');
    replace('case/one.csv', 's0,false', 's0,true');
    expect((await verify()).faults).toEqual([
      'subject: one.csv was attested as …, found …',
      'verdict: outcome leak was attested as supported, is supported (number, doubt differ)',
    ]);
    replace('case/one.csv', 's0,true', 's0,false');
    await run('evidence', 'lock', 'case');
    expect((await verify()).faults).toEqual(['subject: surety.lock was not attested']);
  });

  it('refuses what is no attestation of an assessment', async () => {
    await run('evidence', 'attest', 'one', '--case', 'case', '--key', 'private.pem', '-o', 'a.json');
    expect(await verify()).toEqual({ code: 2, err: 'surety: a.json is no attestation of an assessment\n' });
    writeFileSync(join(cwd, 'a.json'), '{}');
    expect((await verify()).err).toContain('a.json is no DSSE envelope');
    writeFileSync(join(cwd, 'a.json'), '');
    expect((await verify()).code).toBe(2);
    for (const [argv, message] of [
      [['case'], 'say which key signs: --key private.pem'],
      [['case', '--verify', 'a.json'], 'say which keys may have signed it: --keys public.pem'],
      [['case', '--key', 'public.pem'], 'public.pem holds no private key in PEM'],
      [['case', '--key', 'gone.pem'], 'gone.pem: there is no such file'],
      [['case', '--key', 'private.pem', '--verify', 'a.json'], '--verify signs nothing, and takes no --key'],
    ] as const)
      expect(await run('attest', ...argv)).toEqual({ code: 2, out: '', err: `surety: ${message}\n` });
  });
});

describe('surety evidence attest', () => {
  const attested = () =>
    replace('case/case.yaml', 'reader: csv,', 'reader: csv, attestation: one.dsse.json, keys: team.pem,');

  it('writes what the case then names and verifies', async () => {
    writeFileSync(join(cwd, 'case/team.pem'), key.pem);
    expect(
      await run('evidence', 'attest', 'one', '--case', 'case', '--key', 'private.pem', '-o', 'case/one.dsse.json'),
    ).toMatchObject({ code: 0, err: 'Wrote case/one.dsse.json: evidence one, 0 of 40\n' });
    attested();
    expect((await run('assess', 'case')).code).toBe(0);
    await run('evidence', 'lock', 'case');
    expect((await run('evidence', 'verify', 'case')).code).toBe(0);
    replace('case/one.csv', 's0,false', 's0,true');
    const assessed = await run('assess', 'case');
    expect(assessed.code).toBe(1);
    expect(assessed.out).toContain('NOT SUPPORTED');
    const json = JSON.parse((await run('assess', 'case', '--json')).out) as {
      evidence: { states: { state: string }[] }[];
    };
    expect(json.evidence[0]!.states.map(({ state }) => state)).toEqual(['altered', 'unverified', 'unverified']);
    const verified = await run('evidence', 'verify', 'case');
    expect(verified.code).toBe(1);
    expect(verified.out).toContain('attestation (subject)');
  });

  it('of what the case names and nobody wrote blocks', async () => {
    attested();
    const { code, out } = await run('check', 'case');
    expect(code).toBe(1);
    expect(out).toContain(
      'error evidence-unverified Evidence one is not verified (missing): one.dsse.json is not here',
    );
    expect((await run('evidence', 'verify', 'case')).out).toContain('not locked');
  });

  it('refuses what it cannot read', async () => {
    expect(await run('evidence', 'attest', 'won', '--case', 'case', '--key', 'private.pem')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean one?'),
    });
    writeFileSync(join(cwd, 'case/one.csv'), 'a,a\n');
    expect(await run('evidence', 'attest', 'one', '--case', 'case', '--key', 'private.pem')).toMatchObject({ code: 2 });
  });
});

describe('surety evidence refresh', () => {
  beforeEach(() => run('evidence', 'lock', 'case'));
  const lock = () => readFileSync(join(cwd, 'case/surety.lock'), 'utf8');

  it('shows what changed and what it does to the verdicts, and writes only when told', async () => {
    const before = lock();
    expect(await run('evidence', 'refresh', '--case', 'case', '--yes')).toMatchObject({
      code: 0,
      err: 'Nothing changed: every entry is of the source, measure and reader of today.\n',
    });
    replace('case/one.csv', 's0,false', 's0,true');
    expect(await run('evidence', 'refresh', '--case', 'case')).toMatchObject({ code: 2, out: '' });
    const no = await surety(['evidence', 'refresh', '--case', 'case'], { cwd, ask: () => 'n' });
    expect(no.code).toBe(1);
    expect(no.out).toContain('0 of 40 → 1 of 40');
    expect(no.out).toContain('leak: not supported (1) → supported (0.00');
    expect(lock()).toBe(before);
    const dry = await run('evidence', 'refresh', '--case', 'case', '--dry-run', '--json');
    expect(faultsOf('evidence-refresh', JSON.parse(dry.out))).toEqual([]);
    expect(lock()).toBe(before);
    const yes = await surety(['evidence', 'refresh', 'one', '--case', 'case'], { cwd, ask: () => 'y' });
    expect(yes.code).toBe(0);
    expect(lock()).toContain('"events": 1');
    expect((await run('assess', 'case')).code).toBe(0);
    expect((await run('evidence', 'refresh', 'won', '--case', 'case', '--yes')).err).toContain('Did you mean one?');
  });

  it('mends a lock file whose seal is broken', async () => {
    const before = lock();
    replace('case/surety.lock', '"seal": "sha256:', '"seal": "sha256:0');
    expect((await run('assess', 'case')).code).toBe(1);
    expect((await run('evidence', 'verify', 'case')).out).toContain('lock damaged');
    expect((await run('evidence', 'refresh', '--case', 'case', '--yes')).code).toBe(0);
    expect(lock()).toBe(before);
    replace('case/surety.lock', '"trials": 40', '"trials": 41');
    expect((await run('evidence', 'verify', 'case')).out).toContain('entry damaged');
    expect((await run('evidence', 'lock', 'case')).out).toContain('its entry was damaged');
    expect((await run('evidence', 'verify', 'case')).code).toBe(0);
  });
});
