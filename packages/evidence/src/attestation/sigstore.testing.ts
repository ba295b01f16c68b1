import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { initializeCA, initializeCTLog, initializeTLog } from '@sigstore/mock';
import { payloadType } from './envelope.js';
import type { TestKey } from './keys.testing.js';
import { pae } from './pae.js';
import { keyId } from './pinned-keys.js';

/** A Sigstore of our own, without a network: an authority, a certificate log, a transparency log. */
export interface TestSigstore {
  /** JSON of the trusted root. */
  readonly trustedRoot: string;
  /** Signs a statement (`payload`) or a file (`artifact`). */
  sign(
    what: { readonly payload: Uint8Array } | { readonly artifact: Uint8Array },
    options?: BundleOptions,
  ): Promise<TestBundle>;
}

export interface BundleOptions {
  readonly version?: '0.1' | '0.2' | '0.3';
  readonly issuer?: string;
  readonly subject?: string;
  /** Signs with this key in place of one that a certificate is issued for. */
  readonly by?: TestKey;
}

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of it.
export type TestBundle = any;

export const identity = { issuer: 'https://issuer.example', subject: 'https://range.example/team' };

const issuerExtension = '1.3.6.1.4.1.57264.1.8';
const url = 'https://rekor.example';
const pair = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve });
const base64 = (bytes: ArrayBufferView | Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
const pairOf = ({ privateKey }: TestKey) => ({ privateKey, publicKey: createPublicKey(privateKey) });
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** `certificates`: the clock of the authority, whose certificates hold for ten minutes; now, if absent. */
export async function testSigstore(clocks: { readonly certificates?: Date } = {}): Promise<TestSigstore> {
  const ctlog = await initializeCTLog(pair('prime256v1'));
  const ca = await initializeCA(pair('secp384r1'), ctlog, clocks.certificates);
  const tlog = await initializeTLog(url, pair('prime256v1'));
  const validFor = { start: '2020-01-01T00:00:00Z' };
  const publicKey = (rawBytes: Uint8Array) => ({
    rawBytes: base64(rawBytes),
    keyDetails: 'PKIX_ECDSA_P256_SHA_256',
    validFor,
  });
  const trustedRoot = JSON.stringify(
    {
      mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
      tlogs: [
        {
          baseUrl: url,
          hashAlgorithm: 'SHA2_256',
          publicKey: publicKey(tlog.publicKey),
          logId: { keyId: base64(digest(tlog.publicKey)) },
        },
      ],
      certificateAuthorities: [
        {
          subject: { organization: 'sigstore.mock', commonName: 'sigstore' },
          uri: 'https://fulcio.example',
          certChain: { certificates: [{ rawBytes: base64(ca.rootCertificate) }] },
          validFor,
        },
      ],
      ctlogs: [
        {
          baseUrl: 'https://ctfe.example',
          hashAlgorithm: 'SHA2_256',
          publicKey: publicKey(ctlog.publicKey),
          logId: { keyId: base64(ctlog.logID) },
        },
      ],
      timestampAuthorities: [],
    },
    null,
    2,
  );
  return {
    trustedRoot,
    sign: async (what, { version = '0.3', issuer = identity.issuer, subject = identity.subject, by } = {}) => {
      const key = by === undefined ? pair('prime256v1') : pairOf(by);
      const certificate = await ca.issueCertificate({
        publicKey: key.publicKey.export({ format: 'der', type: 'spki' }),
        subjectAltName: subject,
        extensions: [{ oid: issuerExtension, value: issuer }],
      });
      const isStatement = 'payload' in what;
      const data = isStatement ? pae(payloadType, what.payload) : what.artifact;
      const signature = sign('sha256', data, key.privateKey).toString('base64');
      const hash = { algorithm: 'sha256', value: digest(isStatement ? what.payload : what.artifact).toString('hex') };
      const body = isStatement
        ? { apiVersion: '0.0.1', kind: 'dsse', spec: { payloadHash: hash, signatures: [{ signature }] } }
        : { apiVersion: '0.0.1', kind: 'hashedrekord', spec: { data: { hash }, signature: { content: signature } } };
      const [entry] = Object.values(await tlog.log(body)) as unknown as LogEntry[];
      const { inclusionProof, signedEntryTimestamp } = entry!.verification;
      const { kind, apiVersion } = body;
      return {
        mediaType:
          version === '0.3'
            ? 'application/vnd.dev.sigstore.bundle.v0.3+json'
            : `application/vnd.dev.sigstore.bundle+json;version=${version}`,
        verificationMaterial: {
          ...(by !== undefined
            ? { publicKey: { hint: keyId(key.publicKey) } }
            : version === '0.3'
              ? { certificate: { rawBytes: base64(certificate) } }
              : { x509CertificateChain: { certificates: [{ rawBytes: base64(certificate) }] } }),
          tlogEntries: [
            {
              logIndex: String(entry!.logIndex),
              logId: { keyId: Buffer.from(entry!.logID, 'hex').toString('base64') },
              kindVersion: { kind, version: apiVersion },
              integratedTime: String(entry!.integratedTime),
              inclusionPromise: { signedEntryTimestamp },
              ...(version === '0.1'
                ? {}
                : {
                    inclusionProof: {
                      logIndex: String(inclusionProof.logIndex),
                      rootHash: Buffer.from(inclusionProof.rootHash, 'hex').toString('base64'),
                      treeSize: String(inclusionProof.treeSize),
                      hashes: [],
                      checkpoint: { envelope: inclusionProof.checkpoint },
                    },
                  }),
              canonicalizedBody: entry!.body,
            },
          ],
        },
        ...(isStatement
          ? {
              dsseEnvelope: {
                payload: base64(what.payload),
                payloadType,
                signatures: [{ sig: signature, keyid: '' }],
              },
            }
          : {
              messageSignature: {
                messageDigest: { algorithm: 'SHA2_256', digest: digest(what.artifact).toString('base64') },
                signature,
              },
            }),
      };
    },
  };
}

interface LogEntry {
  readonly body: string;
  readonly integratedTime: number;
  readonly logID: string;
  readonly logIndex: number;
  readonly verification: {
    readonly signedEntryTimestamp: string;
    readonly inclusionProof: {
      readonly logIndex: number;
      readonly treeSize: number;
      readonly rootHash: string;
      readonly checkpoint: string;
    };
  };
}
