import { beforeAll, describe, expect, test } from 'vitest';
import { sortedJson } from '../canonical/index.js';
import { digestOfBytes } from '../source/index.js';
import { checkAttestation } from './check-attestation.js';
import type { Expected } from './check-statement.js';
import { ecKey } from './keys.testing.js';
import { predicateTypes } from './predicates.js';
import { type BundleOptions, identity, type TestBundle, type TestSigstore, testSigstore } from './sigstore.testing.js';
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
const payload = Buffer.from(sortedJson(statementOf([{ name: 'a', digest }], predicateTypes.evidence, predicate)));
const expected: Expected = {
  case: 'c',
  evidence: 'e',
  measure: 'sha256:11',
  sources: [{ path: 'a.csv', digest }],
  whole: true,
  readHere: true,
  trials: [],
  counted: { reader: 'csv 1', results },
};

let ours: TestSigstore;
let other: TestSigstore;
beforeAll(async () => {
  [ours, other] = await Promise.all([testSigstore(), testSigstore()]);
});

interface Pins {
  readonly keys?: readonly string[];
  readonly trustedRoot?: string | null;
  readonly identity?: typeof identity | null;
  readonly expected?: Partial<Expected>;
  readonly artifact?: Buffer | null;
}

async function check(bundle: TestBundle, pins: Pins = {}) {
  const { keys = [], trustedRoot = ours.trustedRoot, identity: who = identity, artifact = source } = pins;
  const found = await checkAttestation(
    {
      file: {
        path: 'e.sigstore.json',
        bytes: Buffer.from(typeof bundle === 'string' ? bundle : JSON.stringify(bundle)),
      },
      keys: keys.map((pem, at) => ({ path: `k${at}.pem`, bytes: Buffer.from(pem) })),
      ...(trustedRoot === null ? {} : { trustedRoot: { path: 'root.json', bytes: Buffer.from(trustedRoot) } }),
      ...(who === null ? {} : { identity: who }),
      artifact: async () => artifact ?? undefined,
    },
    { ...expected, ...pins.expected },
  );
  return found.check;
}

const faults = async (bundle: TestBundle, pins?: Pins) => (await check(bundle, pins)).faults.map(({ kind }) => kind);
const bundleOf = (options?: BundleOptions) => ours.sign({ payload }, options);

/** The bundle with one part changed in place. */
async function changed(change: (bundle: TestBundle) => void, options?: BundleOptions): Promise<TestBundle> {
  const bundle = await bundleOf(options);
  change(bundle);
  return bundle;
}

const flipped = (text: string, at = 20) => {
  const bytes = Buffer.from(text, 'base64');
  bytes[at]! ^= 1;
  return bytes.toString('base64');
};

describe.each(['0.1', '0.2', '0.3'] as const)('a bundle of version %s', (version) => {
  test('around a statement holds, and says who signed it and when', async () => {
    expect(await check(await bundleOf({ version }))).toEqual({
      by: 'https://range.example/team (vouched for by https://issuer.example)',
      signedAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      says: 'evidence',
      faults: [],
    });
  });

  test('over the bytes of the source holds', async () => {
    const bundle = await ours.sign({ artifact: source }, { version });
    expect(await check(bundle)).toMatchObject({ says: 'bytes', faults: [] });
    expect(await faults(bundle, { artifact: null })).toEqual(['not checked']);
    const others = [{ path: 'b.csv', digest: `sha256:${'00'.repeat(32)}` }];
    expect(await faults(bundle, { expected: { sources: others } })).toEqual(['subject']);
    const torn = {
      ...bundle,
      messageSignature: { ...bundle.messageSignature, signature: flipped(bundle.messageSignature.signature) },
    };
    expect((await faults(torn))[0]).toBe('signature');
  });
});

describe('what a bundle is held against', () => {
  test('a trusted root and an identity have to be pinned', async () => {
    const bundle = await bundleOf();
    expect(await faults(bundle, { trustedRoot: null })).toEqual(['nothing pinned']);
    expect(await faults(bundle, { identity: null })).toEqual(['nothing pinned']);
    expect(await faults(bundle, { trustedRoot: '{}' })).toEqual(['certificate']);
    expect(await faults(bundle, { trustedRoot: 'x' })).toEqual(['malformed']);
    expect(await faults(bundle, { trustedRoot: '{"tlogs":[{"publicKey":{"rawBytes":"AAAA"}}]}' })).toEqual([
      'malformed',
    ]);
  });

  test('the identity is compared letter by letter', async () => {
    const bundle = await bundleOf();
    for (const pinned of [
      { ...identity, issuer: 'https://other.example' },
      { ...identity, subject: 'https://range.example/te' },
      { ...identity, subject: 'https://range.example/.*' },
      { ...identity, subject: 'https://range.example/Team' },
    ])
      expect(await faults(bundle, { identity: pinned }), JSON.stringify(pinned)).toEqual(['identity']);
    expect(await faults(await bundleOf({ subject: 'https://evil.example/team' }))).toEqual(['identity']);
  });

  test('one of another Sigstore is not trusted', async () => {
    expect(await faults(await other.sign({ payload }))).toEqual(['certificate']);
    expect(await faults(await bundleOf(), { trustedRoot: other.trustedRoot })).toEqual(['certificate']);
  });

  test('a certificate that had expired when it was logged does not count', async () => {
    const late = await testSigstore({ certificates: new Date(Date.now() - 3600_000) });
    expect(await faults(await late.sign({ payload }), { trustedRoot: late.trustedRoot })).toEqual(['certificate']);
  });

  test('a statement about something else is refused with its reason', async () => {
    const bundle = await bundleOf();
    expect(await faults(bundle, { expected: { evidence: 'f' } })).toEqual(['replayed']);
    const sources = [{ path: 'a.csv', digest: `sha256:${'00'.repeat(32)}` }];
    expect(await faults(bundle, { expected: { sources } })).toEqual(['subject', 'subject']);
  });
});

describe('a bundle that was changed', () => {
  const entry = (bundle: TestBundle) => bundle.verificationMaterial.tlogEntries[0];

  test.each<[string, (bundle: TestBundle) => void, string]>([
    ['payload', (b) => (b.dsseEnvelope.payload = flipped(b.dsseEnvelope.payload)), 'signature'],
    ['signature', (b) => (b.dsseEnvelope.signatures[0].sig = flipped(b.dsseEnvelope.signatures[0].sig)), 'signature'],
    ['type', (b) => (b.dsseEnvelope.payloadType = 'application/vnd.in-toto+jsom'), 'signature'],
    ['time', (b) => (entry(b).integratedTime = String(Number(entry(b).integratedTime) + 1)), 'transparency log'],
    ['a later time', (b) => (entry(b).integratedTime = String(Number(entry(b).integratedTime) + 9999)), 'certificate'],
    ['index', (b) => (entry(b).logIndex = String(Number(entry(b).logIndex) + 1)), 'transparency log'],
    ['log', (b) => (entry(b).logId.keyId = flipped(entry(b).logId.keyId)), 'transparency log'],
    [
      'promise',
      (b) => (entry(b).inclusionPromise.signedEntryTimestamp = flipped(entry(b).inclusionPromise.signedEntryTimestamp)),
      'transparency log',
    ],
    [
      'root hash',
      (b) => (entry(b).inclusionProof.rootHash = flipped(entry(b).inclusionProof.rootHash)),
      'transparency log',
    ],
    ['tree', (b) => (entry(b).inclusionProof.treeSize = '2'), 'transparency log'],
    ['body', (b) => (entry(b).canonicalizedBody = flipped(entry(b).canonicalizedBody)), 'transparency log'],
    [
      'checkpoint',
      (b) => (entry(b).inclusionProof.checkpoint.envelope = `x${entry(b).inclusionProof.checkpoint.envelope}`),
      'transparency log',
    ],
    ['no entry', (b) => (b.verificationMaterial.tlogEntries = []), 'timestamp'],
    ['no certificate', (b) => (b.verificationMaterial.certificate = undefined), 'malformed'],
    ['version', (b) => (b.mediaType = 'application/vnd.dev.sigstore.bundle.v9.9+json'), 'malformed'],
    ['no content', (b) => (b.dsseEnvelope = undefined), 'malformed'],
  ])('in its %s is refused', async (_name, change, kind) => {
    expect(await faults(await changed(change))).toContain(kind);
  });

  test('in its certificate is refused at every byte', async () => {
    const bundle = await bundleOf();
    const { rawBytes } = bundle.verificationMaterial.certificate;
    const length = Buffer.from(rawBytes, 'base64').length;
    for (let at = 0; at < length; at += 1) {
      bundle.verificationMaterial.certificate.rawBytes = flipped(rawBytes, at);
      expect((await faults(bundle)).length, `byte ${at}`).toBeGreaterThan(0);
    }
  });

  test('so that the name of a log is a pattern is refused before the library sees it', async () => {
    const note = '\n\n\u2014 ((a+)+)+b AAAAAAAA\n';
    const bundle = await changed((b) => (entry(b).inclusionProof.checkpoint.envelope += note));
    expect(await faults(bundle)).toContain('transparency log');
  });
});

test('a bundle without a certificate is held against the keys that the case pins', async () => {
  const key = ecKey('P-256');
  const bundle = await ours.sign({ payload }, { by: key });
  expect(await check(bundle, { keys: [key.pem], identity: null })).toMatchObject({
    by: 'a pinned key, logged by Sigstore',
    faults: [],
  });
  expect(await faults(bundle, { keys: [ecKey('P-256').pem] })).toContain('key');
  expect(await faults(bundle)).toContain('key');
});
