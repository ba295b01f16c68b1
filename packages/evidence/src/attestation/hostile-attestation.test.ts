import { beforeAll, describe, expect, test } from 'vitest';
import { sortedJson } from '../canonical/index.js';
import { mutate, randomFrom } from '../readers/mutate.testing.js';
import { digestOfBytes } from '../source/index.js';
import { checkAttestation } from './check-attestation.js';
import type { Expected } from './check-statement.js';
import { signStatement } from './envelope.js';
import { ed25519Key } from './keys.testing.js';
import { readKeys } from './pinned-keys.js';
import { predicateTypes } from './predicates.js';
import { identity, type TestSigstore, testSigstore } from './sigstore.testing.js';
import { statementOf } from './statement.js';

const source = Buffer.from('sample,passed\n1,true\n');
const digest = digestOfBytes(source);
const results = [
  {
    policy: { errors: 'exclude', invalid: 'exclude', limits: 'exclude' },
    counts: { kind: 'binomial', events: 1, trials: 1 },
  },
] as const;
const predicate = { case: 'c', evidence: 'e', measure: 'sha256:11', reader: 'csv 1', results };
const statement = statementOf([{ name: 'a', digest }], predicateTypes.evidence, predicate);
const expected: Expected = {
  case: 'c',
  evidence: 'e',
  measure: 'sha256:11',
  sources: [{ path: 'a.csv', digest }],
  whole: true,
  trials: [],
  readHere: true,
  counted: { reader: 'csv 1', results },
};
const key = ed25519Key();

let sigstore: TestSigstore;
let bundle: Buffer;
beforeAll(async () => {
  sigstore = await testSigstore();
  bundle = Buffer.from(JSON.stringify(await sigstore.sign({ payload: Buffer.from(sortedJson(statement)) })));
});

/** The kinds of what is wrong; each is said in one line. */
async function faultsOf(
  bytes: Buffer,
  pins: { readonly pem?: Buffer; readonly root?: Buffer } = {},
): Promise<string[]> {
  const { check } = await checkAttestation(
    {
      file: { path: 'e.json', bytes },
      keys: [{ path: 'k.pem', bytes: pins.pem ?? Buffer.from(key.pem) }],
      trustedRoot: { path: 'root.json', bytes: pins.root ?? Buffer.from(sigstore.trustedRoot) },
      identity,
      artifact: async () => source,
    },
    expected,
  );
  for (const { detail } of check.faults) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(detail).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]|\bat .*:\d+:\d+|node_modules|Cannot read prop/);
    expect(detail.length).toBeLessThan(600);
  }
  return check.faults.map(({ kind }) => kind);
}

const envelope = Buffer.from(signStatement(statement, key.privateKey));

describe('what is no attestation at all', () => {
  test.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))],
    ['depth', Buffer.from(`{"payload": ${'['.repeat(1e6)}`)],
    ['invalid UTF-8', Buffer.concat([envelope.subarray(0, 3), Buffer.from([0xff]), envelope.subarray(3)])],
    ['five megabytes', Buffer.alloc(5_000_000, 32)],
    ['a text of four megabytes', Buffer.from(`{"payload": "${'A'.repeat(4_000_000)}"}`)],
    [
      '10^5 signatures',
      Buffer.from(
        JSON.stringify({ ...JSON.parse(envelope.toString()), signatures: Array(100_000).fill({ sig: 'AA==' }) }),
      ),
    ],
    ['a list', Buffer.from('[1]')],
  ])('%s', async (_what, bytes) => {
    expect(await faultsOf(bytes)).toEqual(['malformed']);
  });
});

test('an envelope altered in any way is no attestation, unless nothing that counts was altered', async () => {
  expect(await faultsOf(envelope)).toEqual([]);
  for (let seed = 1; seed <= 1500; seed++) {
    const changed = mutate(envelope, randomFrom(seed), bundle);
    const faults = await faultsOf(changed);
    if (faults.length > 0) continue;
    const [said, was] = [JSON.parse(changed.toString().replace(/^\ufeff/, '')), JSON.parse(envelope.toString())];
    expect([seed, said.payload, said.payloadType]).toEqual([seed, was.payload, was.payloadType]);
  }
});

test('a bundle and a trusted root altered in any way are faults, never a throw', async () => {
  expect(await faultsOf(bundle)).toEqual([]);
  const root = Buffer.from(sigstore.trustedRoot);
  for (let seed = 1; seed <= 400; seed++) {
    await faultsOf(mutate(bundle, randomFrom(seed), envelope));
    await faultsOf(bundle, { root: mutate(root, randomFrom(seed), bundle) });
  }
});

test('keys altered in any way are keys, or said to be none', () => {
  for (let seed = 1; seed <= 2000; seed++) {
    const read = readKeys(mutate(Buffer.from(key.pem), randomFrom(seed), envelope), 'k.pem');
    if (!read.ok) expect(read.fault.kind).toBe('malformed');
  }
  const many = Buffer.from(key.pem.repeat(700).slice(0, 64 * 1024));
  expect(readKeys(many, 'k.pem')).toMatchObject({ ok: false });
});
