import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundleFromJSON, bundleToJSON } from '@sigstore/bundle';
import type { Case, Measures } from '@surety/core/case';
import { assess } from '@surety/core/doubt';
import { parse } from '@surety/core/language';
import { attestEvidence, lockAll, measureAll, parseLock, writeLock } from '@surety/evidence';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ed25519Key } from '../packages/evidence/src/attestation/keys.testing.js';
import { identity, testSigstore } from '../packages/evidence/src/attestation/sigstore.testing.js';

/**
 * A case with two sources, one attested by a pinned key and one by Sigstore, and a lock: whichever byte is flipped, the
 * exact state is reported and the verdict is not "supported".
 *
 * What a flip may leave as it was is decided on purpose. In `surety.lock`, white space between tokens is no part of an entry,
 * so that a checkout with other line ends is no alarm. In an envelope, a bundle, a key or a trusted root, white space, the
 * `keyid` that nobody signed and fields that nobody reads change no meaning, and without a lock they are passed over; under
 * a lock every byte of these files counts.
 */
const root = mkdtempSync(join(tmpdir(), 'surety-provenance-'));
afterAll(() => rmSync(root, { recursive: true }));

const text = `
surety: 1
case: { id: attested, title: Attested, status: draft }
outcomes:
  leak:
    text: Weights leave
    threshold: { probability: 0.2, per: window, criterion: mean, approved: { by: board, date: 2026-10-01 } }
    claim: G1
argument:
  G1: { text: It does not, supportedBy: [Sn1, Sn2], inference: { elicited: 1e-4, by: ann, date: 2026-10-01, because: small } }
  Sn1: { text: One range, evidence: one, requires: { rate: "<= 0.2" } }
  Sn2: { text: Another range, evidence: two, requires: { rate: "<= 0.2" } }
evidence:
  one:
    source: logs/one.csv
    reader: csv
    collected: 2026-01-10
    measure: { kind: rate, success: leaked }
    attestation: attest/one.dsse.json
    keys: attest/range.pem
  two:
    source: logs/two.csv
    reader: csv
    measure: { kind: rate, success: leaked }
    attestation:
      file: attest/two.sigstore.json
      trustedRoot: attest/root.json
      identity: { issuer: "${identity.issuer}", subject: "${identity.subject}" }
`;

const asOf = '2099-01-01';
let of: Case;
let fresh: Measures;
const key = ed25519Key();
const stranger = ed25519Key();

const at = (path: string) => join(root, path);
const bytesOf = (path: string) => readFileSync(at(path));
const put = (path: string, bytes: string | Uint8Array) => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), bytes);
};
const csv = (name: string) => `sample,leaked\n${Array.from({ length: 60 }, (_, i) => `${name}${i},false\n`).join('')}`;
const payloadOf = (envelope: string) => Buffer.from((JSON.parse(envelope) as { payload: string }).payload, 'base64');

beforeAll(async () => {
  mkdirSync(at('.git'));
  put('logs/one.csv', csv('a'));
  put('logs/two.csv', csv('b'));
  put('attest/range.pem', key.pem);
  const parsed = parse([{ path: 'case.yaml', text: Buffer.from(text) }]);
  expect(parsed.diagnostics).toEqual([]);
  of = parsed.case!;
  put('attest/one.dsse.json', await envelopeOf('one'));
  const sigstore = await testSigstore();
  put('attest/root.json', sigstore.trustedRoot);
  const payload = payloadOf(await envelopeOf('two'));
  put('attest/two.sigstore.json', JSON.stringify(await sigstore.sign({ payload }), null, 2));
  const { lock, problems } = await lockAll(of, root, { lockedAt: '2026-12-01' });
  expect(problems).toEqual([]);
  await writeLock(root, lock);
  fresh = (await measureAll(of, root, { lock })).measures;
});

async function envelopeOf(id: string, by = key, about: Case = of): Promise<string> {
  const made = await attestEvidence(about, root, id, by.privateKey);
  if (!made.ok) throw new Error(made.problems[0]?.message);
  return made.envelope;
}

const everything = ['one', 'two'];

/** What the case is worth as the folder stands; only the named evidence is measured again. */
async function standing(ids: readonly string[] = everything, withLock = true) {
  const lock = withLock ? parseLock(bytesOf('surety.lock'), 'surety.lock') : undefined;
  if (lock?.ok === false) return { refused: lock.problem.code };
  const some = { ...of, evidence: of.evidence.filter(({ id }) => ids.includes(id)) };
  const { measures } = await measureAll(some, root, lock === undefined ? {} : { lock: lock.value });
  const all = { ...fresh, ...measures };
  const assessment = assess(of, all, { asOf, seed: 1 });
  return {
    verdict: assessment.outcomes[0]!.verdict,
    states: Object.fromEntries(
      assessment.evidence.map(({ id, states }) => [id, [...new Set(states.map(({ state }) => state))]]),
    ),
    altered: Object.fromEntries(
      Object.entries(all).map(([id, { state }]) => [id, state.kind === 'altered' ? (state.of ?? 'source') : undefined]),
    ),
    faults: Object.fromEntries(
      Object.entries(all).map(([id, { attestation }]) => [id, attestation?.faults.map(({ kind }) => kind) ?? []]),
    ),
  };
}

type Standing = Awaited<ReturnType<typeof standing>>;

/** A long run (`npm run test:long`) leaves no byte out. */
const long = process.env.SURETY_LONG !== undefined;

/** Flips one bit of every `most`-th byte, another bit and another offset as it goes, and puts the file back. */
async function flipping(
  path: string,
  most: number,
  check: (at: number, bytes: Buffer) => Promise<void>,
): Promise<number> {
  const whole = bytesOf(path);
  const step = long ? 1 : most;
  let flips = 0;
  try {
    for (let place = 0; place < whole.length; place += step) {
      const where = Math.min(whole.length - 1, place + (step === 1 ? 0 : (flips * 3) % step));
      const bytes = Buffer.from(whole);
      bytes[where]! ^= 1 << (flips % 8);
      put(path, bytes);
      await check(where, bytes);
      flips += 1;
    }
  } finally {
    put(path, whole);
  }
  return flips;
}

async function changing<T>(files: Readonly<Record<string, string | Uint8Array>>, work: () => Promise<T>): Promise<T> {
  const before = Object.keys(files).map((path) => [path, bytesOf(path)] as const);
  try {
    for (const [path, bytes] of Object.entries(files)) put(path, bytes);
    return await work();
  } finally {
    for (const [path, bytes] of before) put(path, bytes);
  }
}

const good = { verdict: 'supported', states: { one: ['fresh'], two: ['fresh'] }, faults: { one: [], two: [] } };

test('as it was made, the case is supported', async () => {
  expect(await standing()).toMatchObject(good);
  expect(await standing(everything, false)).toMatchObject(good);
});

describe('a flipped byte', { timeout: long ? 3_600_000 : 120_000 }, () => {
  test.each(everything)('of the source %s: altered, and no subject of its statement', async (id) => {
    await flipping(`logs/${id}.csv`, 3, async (where) => {
      const found = await standing([id]);
      expect(found.verdict, `byte ${where}`).toBe('not supported');
      expect(found.states?.[id], `byte ${where}`).toEqual(['altered', 'unverified']);
      expect(found.altered?.[id], `byte ${where}`).toBe('source');
      expect(found.faults?.[id], `byte ${where}`).toEqual(['subject', 'subject']);
    });
  });

  test('of a source that is not locked: its statement is about other bytes', async () => {
    await flipping('logs/one.csv', 29, async (where) => {
      const found = await standing(['one'], false);
      expect(found.verdict, `byte ${where}`).toBe('not supported');
      expect(found.states?.one, `byte ${where}`).toContain('unverified');
      expect(found.faults?.one, `byte ${where}`).toContain('subject');
    });
  });

  test.each([
    ['one', 'attest/one.dsse.json', 1],
    ['one', 'attest/range.pem', 1],
    ['two', 'attest/two.sigstore.json', 11],
    ['two', 'attest/root.json', 17],
  ] as const)('of an attestation file of %s, %s: unverified, the file is altered', async (id, path, step) => {
    await flipping(path, step, async (where) => {
      const found = await standing([id]);
      expect(found.verdict, `byte ${where}`).toBe('not supported');
      expect(found.states?.[id], `byte ${where}`).toEqual(['fresh', 'unverified']);
      expect(found.faults?.[id]?.[0], `byte ${where}`).toBe('altered');
    });
  });

  test('of an envelope that is not locked: refused, or it says what it said', async () => {
    const meaning = (bytes: Buffer) => {
      const { payload, payloadType, signatures } = JSON.parse(bytes.toString()) as Record<string, string> & {
        signatures: { sig: string }[];
      };
      return [payloadType, Buffer.from(payload ?? '', 'base64'), Buffer.from(signatures[0]!.sig, 'base64')];
    };
    const said = meaning(bytesOf('attest/one.dsse.json'));
    let same = 0;
    const flips = await flipping('attest/one.dsse.json', 1, async (where, bytes) => {
      const found = await standing(['one'], false);
      if (found.faults?.one?.length === 0) {
        expect(meaning(bytes), `byte ${where}`).toEqual(said);
        same += 1;
      } else expect(found.verdict, `byte ${where}`).toBe('not supported');
    });
    // The keyid and its name are all that nobody signed.
    expect(same).toBeLessThan(80);
    expect(flips).toBeGreaterThan(900);
  });

  test('of a bundle that is not locked: refused, or it says what it said', async () => {
    const meaning = (bytes: Buffer) => bundleToJSON(bundleFromJSON(JSON.parse(bytes.toString())));
    const said = meaning(bytesOf('attest/two.sigstore.json'));
    await flipping('attest/two.sigstore.json', 7, async (where, bytes) => {
      const found = await standing(['two'], false);
      if (found.faults?.two?.length === 0) expect(meaning(bytes), `byte ${where}`).toEqual(said);
      else expect(found.verdict, `byte ${where}`).toBe('not supported');
    });
  });

  test('of the lock file: its entry or the file is altered, or the file is none and nothing is assessed', async () => {
    const lock = bytesOf('surety.lock').toString();
    const [first, second] = [lock.indexOf('"one": {'), lock.indexOf('"two": {')];
    const seen = new Set<string>();
    await flipping('surety.lock', 1, async (where) => {
      const found: Standing = await standing();
      const told = 'refused' in found ? String(found.refused) : JSON.stringify(found.altered);
      seen.add(told);
      if ('refused' in found && found.refused !== undefined) {
        expect(['lock-syntax', 'lock-version', 'json-duplicate-key'], `byte ${where}`).toContain(found.refused);
        return;
      }
      expect(found.verdict, `byte ${where}`).toBe('not supported');
      const id = where < first || where >= lock.lastIndexOf('}\n  },') ? undefined : where < second ? 'one' : 'two';
      const of = Object.values(found.altered ?? {});
      // Within an entry it is that entry, or (its name, its checksum) the whole file as well.
      if (id !== undefined && of.includes('lock entry'))
        expect(found.altered?.[id], `byte ${where}`).toBe('lock entry');
      else expect(of, `byte ${where}`).toEqual(['lock file', 'lock file']);
    });
    expect([...seen].sort()).toEqual(
      expect.arrayContaining([
        '{"one":"lock entry"}',
        '{"two":"lock entry"}',
        '{"one":"lock file","two":"lock file"}',
        'lock-syntax',
        'lock-version',
      ]),
    );
  });
});

describe('what is not a flip', () => {
  const other = (change: Partial<Case['evidence'][number]>): Case => ({
    ...of,
    evidence: of.evidence.map((one) => ({ ...one, ...change })),
  });

  test('another key', async () => {
    const found = await changing({ 'attest/one.dsse.json': await envelopeOf('one', stranger) }, () =>
      standing(['one'], false),
    );
    expect(found).toMatchObject({ verdict: 'not supported', faults: { one: ['key'] } });
  });

  test('another pinned key', async () => {
    const found = await changing({ 'attest/range.pem': stranger.pem }, () => standing(['one'], false));
    expect(found).toMatchObject({ verdict: 'not supported', faults: { one: ['key'] } });
  });

  test('another authority, and a certificate that had expired', async () => {
    const payload = payloadOf(await envelopeOf('two'));
    const elsewhere = await (await testSigstore()).sign({ payload });
    const late = await testSigstore({ certificates: new Date(Date.now() - 3_600_000) });
    const expired = await late.sign({ payload });
    const changes: Record<string, string>[] = [
      { 'attest/two.sigstore.json': JSON.stringify(elsewhere) },
      { 'attest/two.sigstore.json': JSON.stringify(expired), 'attest/root.json': late.trustedRoot },
    ];
    for (const files of changes)
      expect(await changing(files, () => standing(['two'], false))).toMatchObject({
        verdict: 'not supported',
        faults: { two: ['certificate'] },
      });
  });

  test('another subject', async () => {
    const found = await changing({ 'logs/one.csv': csv('x') }, () => standing(['one'], false));
    expect(found).toMatchObject({ verdict: 'not supported', faults: { one: ['subject', 'subject'] } });
  });

  test.each<[string, () => Promise<string>, string[]]>([
    ['for another piece of evidence', () => envelopeOf('two'), ['subject', 'subject', 'replayed', 'collected']],
    ['for another case', () => envelopeOf('one', key, { ...of, id: 'elsewhere' }), ['replayed']],
    ['for an earlier collection', () => envelopeOf('one', key, other({ collected: '2025-01-10' })), ['collected']],
    [
      'for another measure',
      () => envelopeOf('one', key, other({ measure: { ...of.evidence[0]!.measure!, errors: 'exclude' } })),
      ['replayed'],
    ],
  ])('a statement %s', async (_name, made, faults) => {
    const found = await changing({ 'attest/one.dsse.json': await made() }, () => standing(['one'], false));
    expect(found).toMatchObject({ verdict: 'not supported', faults: { one: faults } });
  });

  test('swapped statements', async () => {
    const [one, two] = [bytesOf('attest/one.dsse.json'), bytesOf('attest/two.sigstore.json')];
    const found = await changing({ 'attest/one.dsse.json': two, 'attest/two.sigstore.json': one }, () => standing());
    expect(found).toMatchObject({
      verdict: 'not supported',
      faults: {
        one: expect.arrayContaining(['altered', 'nothing pinned', 'subject', 'replayed']),
        two: expect.arrayContaining(['altered', 'nothing pinned', 'subject', 'replayed']),
      },
    });
  });

  test.each([
    'attest/one.dsse.json',
    'attest/two.sigstore.json',
    'attest/root.json',
    'attest/range.pem',
    'surety.lock',
    'logs/one.csv',
  ])('a truncated %s', async (path) => {
    const whole = bytesOf(path);
    for (const share of [0, 0.01, 0.33, 0.5, 0.9, 0.99]) {
      const found = await changing({ [path]: whole.subarray(0, Math.floor(whole.length * share)) }, () => standing());
      if (path === 'surety.lock') expect(found).toEqual({ refused: 'lock-syntax' });
      else expect(found.verdict, `${share}`).toBe('not supported');
    }
  });

  test('a file that is gone', async () => {
    for (const [path, id] of [
      ['attest/one.dsse.json', 'one'],
      ['attest/range.pem', 'one'],
      ['attest/root.json', 'two'],
    ] as const) {
      const whole = bytesOf(path);
      rmSync(at(path));
      const found = await standing();
      put(path, whole);
      expect(found.verdict).toBe('not supported');
      expect(found.faults?.[id]?.[0]).toBe('missing');
    }
  });

  test('white space in the lock file is none of its entries', async () => {
    const lines = bytesOf('surety.lock').toString().replaceAll('\n', '\r\n');
    expect(await changing({ 'surety.lock': lines }, () => standing())).toMatchObject(good);
  });

  test('white space in an envelope changes nothing without a lock, and every byte counts under one', async () => {
    const spaced = `${bytesOf('attest/one.dsse.json')}\n`;
    const files = { 'attest/one.dsse.json': spaced };
    expect(await changing(files, () => standing(['one'], false))).toMatchObject(good);
    expect(await changing(files, () => standing(['one']))).toMatchObject({
      verdict: 'not supported',
      faults: { one: ['altered'] },
    });
  });
});
