import { constants, createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fromBase64 } from './base64.js';
import { checkAttestation } from './check-attestation.js';
import type { Expected } from './check-statement.js';
import { payloadType, readEnvelope, signStatement } from './envelope.js';
import { ecKey, ed25519Key, rsaKey, type TestKey } from './keys.testing.js';
import { pae } from './pae.js';
import { parseObject } from './parse-json.js';
import { keyId, readKeys } from './pinned-keys.js';
import { predicateTypes } from './predicates.js';
import { readPrivateKey } from './private-key.js';
import { isSignedBy } from './signatures.js';
import { statementOf } from './statement.js';

const digest = `sha256:${'ab'.repeat(32)}`;
const results = [
  {
    policy: { errors: 'exclude', invalid: 'exclude', limits: 'exclude' },
    counts: { kind: 'binomial', events: 2, trials: 3 },
  },
] as const;
const predicate = {
  case: 'c',
  evidence: 'e',
  measure: 'sha256:11',
  collected: '2026-11-10',
  reader: 'csv 1',
  results,
};
const expected: Expected = {
  case: 'c',
  evidence: 'e',
  measure: 'sha256:11',
  collected: '2026-11-10',
  sources: [{ path: 'a.csv', digest }],
  whole: true,
  readHere: true,
  trials: [],
  counted: { reader: 'csv 1', results },
};
const subjects = [{ name: 'a.csv', digest }];
const key = ed25519Key();

const envelopeOf = (said: object = predicate, type: string = predicateTypes.evidence, about = subjects, by = key) =>
  signStatement(statementOf(about, type, said), by.privateKey);

interface More {
  readonly keys?: readonly TestKey[];
  readonly expected?: Partial<Expected>;
}

async function checked(text: string | Uint8Array, more: More = {}) {
  const { check } = await checkAttestation(
    {
      file: { path: 'e.json', bytes: Buffer.from(text) },
      keys: (more.keys ?? [key]).map(({ pem }, at) => ({ path: `k${at}.pem`, bytes: Buffer.from(pem) })),
      artifact: async () => undefined,
    },
    { ...expected, ...more.expected },
  );
  return check;
}

async function faultsOf(text: string | Uint8Array, more: More = {}) {
  return (await checked(text, more)).faults.map(({ kind }) => kind);
}

describe('pre-authentication encoding', () => {
  test('is that of the DSSE protocol, by its own example', () => {
    expect(pae('http://example.com/HelloWorld', Buffer.from('hello world')).toString()).toBe(
      'DSSEv1 29 http://example.com/HelloWorld 11 hello world',
    );
    // Lengths count bytes.
    expect(pae('ü', Buffer.from('é')).toString()).toBe('DSSEv1 2 ü 2 é');
  });

  test('the signature in the test vector of the protocol is over it', () => {
    // DSSE protocol v1.0.0, "Test Vectors": ECDSA on P-256 with SHA-256, r and s side by side.
    const coordinate = (decimal: string) =>
      Buffer.from(BigInt(decimal).toString(16).padStart(64, '0'), 'hex').toString('base64url');
    const published = createPublicKey({
      format: 'jwk',
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: coordinate('46950820868899156662930047687818585632848591499744589407958293238635476079160'),
        y: coordinate('5640078356564379163099075877009565129882514886557779369047442380624545832820'),
      },
    });
    const signature = Buffer.from(
      'A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==',
      'base64',
    );
    const data = pae('http://example.com/HelloWorld', Buffer.from('hello world'));
    expect(verify('sha256', data, { key: published, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
  });
});

test('base64 has one reading: in either alphabet, padded or not, and nothing passed over', () => {
  for (const [text, bytes] of [
    ['', ''],
    ['-_-_Pj8=', 'fbffbf3e3f'],
    ['+/+/Pj8=', 'fbffbf3e3f'],
    ['-_-_Pj8', 'fbffbf3e3f'],
    ['YQ==', '61'],
  ] as const)
    expect(fromBase64(text)?.toString('hex'), text).toBe(bytes);
  for (const text of ['Y', 'YQ=', 'YR==', 'Y Q==', 'YQ==\n', '+_+_', 'Y*==', '=YQ='])
    expect(fromBase64(text), text).toBeUndefined();
});

describe('keys', () => {
  test.each<[string, () => TestKey]>([
    ['Ed25519', ed25519Key],
    ['ECDSA on P-256', () => ecKey('P-256')],
    ['ECDSA on P-384', () => ecKey('P-384')],
    ['RSA', () => rsaKey(2048)],
  ])('%s signs and verifies', async (_name, make) => {
    const own = make();
    expect(await faultsOf(envelopeOf(predicate, undefined, subjects, own), { keys: [own] })).toEqual([]);
    expect(await faultsOf(envelopeOf(predicate, undefined, subjects, own), { keys: [key, own] })).toEqual([]);
    expect(await faultsOf(envelopeOf(predicate, undefined, subjects, own))).toEqual(['key']);
    const bytes = Buffer.from(own.privateKey.export({ format: 'pem', type: 'pkcs8' }));
    expect(readPrivateKey(bytes, 'k.pem').ok).toBe(true);
  });

  test('RSA verifies in PSS and in PKCS#1 v1.5', () => {
    const { privateKey } = rsaKey(2048);
    const data = Buffer.from('x');
    const read = readKeys(Buffer.from(createPublicKey(privateKey).export({ format: 'pem', type: 'spki' })), 'k');
    const pinned = read.ok ? read.value[0]!.key : privateKey;
    for (const padding of [constants.RSA_PKCS1_PSS_PADDING, constants.RSA_PKCS1_PADDING])
      expect(isSignedBy(pinned, data, sign('sha256', data, { key: privateKey, padding }))).toBe(true);
    expect(isSignedBy(pinned, data, sign('sha1', data, privateKey))).toBe(false);
  });

  test('of another kind, too short, private or unreadable are refused', () => {
    const why = (text: string) => {
      const read = readKeys(Buffer.from(text), 'k.pem');
      return read.ok ? 'read' : read.fault.detail;
    };
    expect(why(key.pem)).toBe('read');
    expect(why(rsaKey(1024).pem)).toBe('k.pem holds an RSA key of 1024 bits; at least 2048 are needed');
    expect(why(ecKey('secp256k1').pem)).toBe(
      'k.pem holds a key on the curve secp256k1; P-256 and P-384 are understood',
    );
    const { publicKey: x } = generateKeyPairSync('x25519');
    expect(why(x.export({ format: 'pem', type: 'spki' }) as string)).toContain('a key of the kind x25519');
    expect(why(key.privateKey.export({ format: 'pem', type: 'pkcs8' }) as string)).toContain('holds a private key');
    expect(why('nothing')).toContain('holds no public key in PEM');
    expect(why('-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----')).toBe(
      'k.pem holds a public key that cannot be read',
    );
    expect(why(`${key.pem}${'x'.repeat(70_000)}`)).toContain('larger than');
    expect(readPrivateKey(Buffer.from(key.pem), 'k.pem').ok).toBe(false);
  });

  test('are known by the digest of their DER encoding', () => {
    // RFC 8410, section 10.1: the Ed25519 public key of its example.
    const pem =
      '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n';
    const read = readKeys(Buffer.from(pem), 'k.pem');
    const der = Buffer.from('MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=', 'base64');
    expect(read.ok && read.value[0]!.id).toBe(createHash('sha256').update(der).digest('hex'));
    expect(read.ok && keyId(read.value[0]!.key)).toBe(read.ok && read.value[0]!.id);
  });
});

describe('a statement', () => {
  test('that is about this evidence holds, and says who signed it', async () => {
    const { check } = await checkAttestation(
      {
        file: { path: 'e.json', bytes: Buffer.from(envelopeOf()) },
        keys: [{ path: 'k.pem', bytes: Buffer.from(key.pem) }],
        artifact: async () => undefined,
      },
      expected,
    );
    expect(check).toEqual({
      by: expect.stringMatching(/^the key [0-9a-f]{64} \(k.pem\)$/),
      says: 'evidence',
      faults: [],
    });
  });

  test.each<[string, object, readonly string[]]>([
    ['another case', { case: 'other' }, ['replayed']],
    ['another piece of evidence', { evidence: 'f' }, ['replayed']],
    ['another measure', { measure: 'sha256:22' }, ['replayed']],
    ['an earlier collection', { collected: '2026-01-01' }, ['collected']],
    ['no collection', { collected: undefined }, ['collected']],
    ['other counts', { results: [{ ...results[0], counts: { kind: 'binomial', events: 1, trials: 3 } }] }, ['counts']],
    ['no counts', { results: undefined }, ['malformed']],
    ['another case and other counts', { case: 'other', results: [] }, ['replayed', 'counts']],
  ])('of %s is refused with its reason', async (_name, change, faults) => {
    expect(await faultsOf(envelopeOf({ ...predicate, ...change }))).toEqual(faults);
  });

  test('about other bytes is refused', async () => {
    const other = `sha256:${'cd'.repeat(32)}`;
    const about = [{ name: 'a.csv', digest: other }];
    // One finding that the source is no subject, one that the subject is no source.
    expect(await faultsOf(envelopeOf(predicate, undefined, about))).toEqual(['subject', 'subject']);
    expect(await faultsOf(envelopeOf(predicate, undefined, [...subjects, ...about]))).toEqual(['subject']);
    expect(await faultsOf(envelopeOf(), { expected: { trials: [other] } })).toEqual([]);
    expect(
      await faultsOf(envelopeOf(predicate, undefined, [...subjects, ...about]), { expected: { trials: [other] } }),
    ).toEqual([]);
    expect(await faultsOf(envelopeOf(), { expected: { sources: [], whole: false } })).toEqual(['not checked']);
  });

  test('of how a test went may have further subjects, and must have the fields of its type', async () => {
    const about = [...subjects, { name: 'config', digest: `sha256:${'cd'.repeat(32)}` }];
    const told = (said: object) => faultsOf(envelopeOf(said, predicateTypes.testResult, about));
    expect(await told({ result: 'PASSED', configuration: [{ name: 'c' }], passedTests: ['a'] })).toEqual([]);
    expect(await told({ result: 'FAILED', configuration: [] })).toEqual([]);
    const failed = envelopeOf({ result: 'FAILED', configuration: [] }, predicateTypes.testResult, about);
    expect(await checked(failed)).toMatchObject({ says: 'test result', result: 'FAILED' });
    expect(await told({ result: 'GREAT', configuration: [] })).toEqual(['malformed']);
    expect(await told({ result: 'PASSED' })).toEqual(['malformed']);
    expect(await told({ result: 'PASSED', configuration: [], failedTests: [1] })).toEqual(['malformed']);
  });

  test('of a type that is not understood is refused', async () => {
    expect(await faultsOf(envelopeOf({}, 'https://slsa.dev/provenance/v1'))).toEqual(['malformed']);
  });

  test('that does not fit is refused', async () => {
    const signed = (statement: unknown) => faultsOf(signStatement(statement, key.privateKey));
    const good = statementOf(subjects, predicateTypes.evidence, predicate) as Record<string, unknown>;
    expect(await signed(good)).toEqual([]);
    for (const change of [
      { _type: 'https://in-toto.io/Statement/v0.1' },
      { subject: [] },
      { subject: undefined },
      { subject: [{ name: 'a' }] },
      { subject: [{ name: 'a', digest: { sha256: 'xx' } }] },
      { subject: [{ name: 'a', digest: { sha512: 'ab' } }] },
      { predicateType: undefined },
      { predicate: [] },
    ])
      expect(await signed({ ...good, ...change }), JSON.stringify(change)).toEqual(['malformed']);
    expect(await signed([good])).toEqual(['malformed']);
  });
});

describe('an envelope', () => {
  const good = JSON.parse(envelopeOf()) as { payload: string; signatures: { sig: string; keyid: string }[] };
  const changed = (change: object) => faultsOf(JSON.stringify({ ...good, ...change }));
  const [first] = good.signatures;

  test('may give no keyid, or a wrong one: it is a hint that nobody signed', async () => {
    expect(await changed({ signatures: [{ sig: first!.sig }] })).toEqual([]);
    expect(await changed({ signatures: [{ sig: first!.sig, keyid: 'anything' }] })).toEqual([]);
    expect(await changed({ signatures: [{ sig: first!.sig, keyid: 'ab'.repeat(32) }] })).toEqual([]);
  });

  test('with several signatures needs one by a pinned key', async () => {
    const other = JSON.parse(envelopeOf(predicate, undefined, subjects, ecKey('P-256'))) as typeof good;
    expect(await changed({ signatures: [...other.signatures, first] })).toEqual([]);
    expect(await changed({ signatures: other.signatures })).toEqual(['key']);
  });

  test('with a wrong signature, type or payload is refused', async () => {
    const wrong = Buffer.from(first!.sig, 'base64');
    wrong[3]! ^= 1;
    expect(await changed({ signatures: [{ ...first, sig: wrong.toString('base64') }] })).toEqual(['signature']);
    expect(await changed({ signatures: [{ ...first, sig: '' }] })).toEqual(['malformed']);
    expect(await changed({ signatures: [] })).toEqual(['malformed']);
    expect(await changed({ signatures: Array(100).fill(first) })).toEqual(['malformed']);
    expect(await changed({ payloadType: 'application/json' })).toEqual(['malformed']);
    expect(await changed({ payload: '*' })).toEqual(['malformed']);
    // Signed for another type: the same bytes, and not the same signature.
    const body = Buffer.from(good.payload, 'base64');
    const sig = sign(null, pae('application/json', body), key.privateKey).toString('base64');
    expect(await changed({ signatures: [{ sig }] })).toEqual(['signature']);
    expect(payloadType).toBe('application/vnd.in-toto+json');
  });

  test('without a pinned key, or with one that cannot be read, is refused', async () => {
    expect(await faultsOf(envelopeOf(), { keys: [] })).toEqual(['nothing pinned']);
    const bad = { ...key, pem: 'x' };
    expect(await faultsOf(envelopeOf(), { keys: [bad] })).toEqual(['malformed', 'key']);
    // A pinned key that cannot be read blocks although another one signed: the case does not say what it means to.
    expect(await faultsOf(envelopeOf(), { keys: [bad, key] })).toEqual(['malformed']);
  });

  test('is bounded, and each key stands once', async () => {
    expect(await faultsOf('')).toEqual(['malformed']);
    expect(await faultsOf('[]')).toEqual(['malformed']);
    expect(await faultsOf(`${'['.repeat(100)}`)).toEqual(['malformed']);
    expect(await faultsOf(`{"payload":"","payload":"${good.payload}"}`)).toEqual(['malformed']);
    expect(await faultsOf(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toEqual(['malformed']);
    expect(await faultsOf(Buffer.alloc(5 * 1024 * 1024, 0x20))).toEqual(['malformed']);
    const parsed = parseObject(Buffer.from(envelopeOf()), 'e.json');
    expect(parsed.ok && readEnvelope(parsed.value, 'e.json').ok).toBe(true);
  });
});
