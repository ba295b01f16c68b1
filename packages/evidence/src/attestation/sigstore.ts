import { type KeyObject, X509Certificate } from 'node:crypto';
import { type Bundle, bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, VerificationError, Verifier } from '@sigstore/verify';
import type { AttestationFault, AttestationFaultKind } from '@surety/core/case';
import type { JsonObject } from '../json/index.js';
import { type Checked, fault, wrong } from './fault.js';
import { pae } from './pae.js';
import { parseObject } from './parse-json.js';
import type { PinnedKey } from './pinned-keys.js';
import { isSignedBy } from './signatures.js';
import { isStrictCertificate } from './strict-certificate.js';

/** What the case pins for Sigstore, and what the bundle may be over. */
export interface SigstoreInput {
  readonly file: string;
  readonly trustedRoot?: { readonly path: string; readonly bytes: Uint8Array };
  readonly identity?: { readonly issuer: string; readonly subject: string };
  readonly keys: readonly PinnedKey[];
  /** The bytes with this digest; absent where they are not here, or too many. */
  readonly artifact: (digest: string) => Promise<Buffer | undefined>;
}

export interface SigstoreResult {
  readonly by?: string;
  readonly signedAt?: string;
  /** The statement, where the bundle holds an envelope. */
  readonly payload?: Buffer;
  /** The digest that was signed, where it holds a signature over a file. */
  readonly signed?: string;
  readonly faults: readonly AttestationFault[];
}

const mediaTypes: readonly string[] = [
  ...['0.1', '0.2', '0.3'].map((version) => `application/vnd.dev.sigstore.bundle+json;version=${version}`),
  'application/vnd.dev.sigstore.bundle.v0.3+json',
];

/**
 * Verifies a Sigstore bundle (v0.1 to v0.3) by what the case pins, without a network: signature, certificate chain at the
 * time of signing, certificate log, transparency log, identity. This file loads the libraries: import it only when asked.
 */
export async function checkBundle(value: JsonObject, input: SigstoreInput): Promise<SigstoreResult> {
  const { file } = input;
  if (!mediaTypes.includes(value.mediaType as string))
    return { faults: [fault('malformed', `${file} is no Sigstore bundle of the versions 0.1 to 0.3`)] };
  const read = attempt('malformed', `${file} is no Sigstore bundle`, () => bundleFromJSON(value));
  if (!read.ok) return { faults: [read.fault] };
  const bundle = read.value;
  const { content } = bundle;
  const faults: AttestationFault[] = [];
  const payload = content.$case === 'dsseEnvelope' ? content.dsseEnvelope.payload : undefined;
  const signed =
    content.$case === 'messageSignature'
      ? `sha256:${content.messageSignature.messageDigest?.digest.toString('hex') ?? ''}`
      : undefined;
  const artifact = signed === undefined ? undefined : await input.artifact(signed);
  if (signed !== undefined && artifact === undefined)
    faults.push(fault('not checked', `${file} is a signature over the bytes of ${signed}, which are not here`));
  else faults.push(...signatureFaults(bundle, artifact, input), ...logFaults(bundle, file));
  const chain = faults.length === 0 || payload !== undefined ? verifyChain(bundle, artifact, input) : undefined;
  const by = chain?.ok === true && faults.length === 0 ? chain.value : undefined;
  if (chain?.ok === false && !faults.some(({ kind }) => kind === chain.fault.kind)) faults.push(chain.fault);
  return {
    ...(by === undefined ? {} : by),
    ...(payload === undefined ? {} : { payload }),
    ...(signed === undefined ? {} : { signed }),
    faults,
  };
}

/** By itself, so that a wrong signature is told from a log entry that is about another one. */
function signatureFaults(bundle: Bundle, artifact: Buffer | undefined, input: SigstoreInput): AttestationFault[] {
  const { content } = bundle;
  const { file } = input;
  const key = attempt('malformed', `the certificate in ${file} cannot be read`, () => signingKey(bundle, input));
  if (!key.ok) return [key.fault];
  if (key.value === undefined) return [fault('key', `${file} was signed by a key that the case does not pin`)];
  const [data, signature] =
    content.$case === 'dsseEnvelope'
      ? [
          pae(content.dsseEnvelope.payloadType, content.dsseEnvelope.payload),
          content.dsseEnvelope.signatures[0]?.sig ?? Buffer.alloc(0),
        ]
      : [artifact ?? Buffer.alloc(0), content.messageSignature.signature];
  const good = attempt('signature', `the signature of ${file} is none`, () => isSignedBy(key.value!, data, signature));
  if (!good.ok) return [good.fault];
  return good.value ? [] : [fault('signature', `the signature of ${file} is not over what stands there`)];
}

function signingKey({ verificationMaterial: { content } }: Bundle, { keys }: SigstoreInput) {
  switch (content.$case) {
    case 'publicKey':
      return keys.find(({ id }) => isHint(id, content.publicKey.hint))?.key;
    case 'x509CertificateChain':
      return certified(content.x509CertificateChain.certificates[0]?.rawBytes ?? Buffer.alloc(0));
    case 'certificate':
      return certified(content.certificate.rawBytes);
  }
}

function certified(der: Buffer): KeyObject {
  if (!isStrictCertificate(der)) throw new Error('it is not DER');
  return new X509Certificate(der).publicKey;
}

/** Tools name a key by the digest of its DER encoding, in hex or in base64. */
function isHint(id: string, hint: string): boolean {
  return hint === id || hint === Buffer.from(id, 'hex').toString('base64');
}

/**
 * What the library does not look at: it takes the name beside a signature of the log for a pattern, so one that is more
 * than a name is refused; and it goes by the root and the size of the checkpoint, so copies beside it must say the same.
 */
function logFaults({ verificationMaterial: { tlogEntries } }: Bundle, file: string): AttestationFault[] {
  return tlogEntries.flatMap(({ inclusionProof }) => {
    const note = inclusionProof?.checkpoint?.envelope;
    if (inclusionProof === undefined || note === undefined) return [];
    const names = [...note.matchAll(/\u2014 (\S+) /g)].map((match) => match[1]!);
    const [, size, root] = note.split('\n');
    const same = size === inclusionProof.treeSize && root === inclusionProof.rootHash.toString('base64');
    return [
      ...(names.every((name) => /^[\w.:/-]{1,200}$/.test(name))
        ? []
        : [fault('transparency log', `the checkpoint in ${file} is signed by what is no name of a log`)]),
      ...(same ? [] : [fault('transparency log', `the proof in ${file} is of another tree than its checkpoint`)]),
    ];
  });
}

interface Signer {
  readonly by: string;
  readonly signedAt?: string;
}

function verifyChain(bundle: Bundle, artifact: Buffer | undefined, input: SigstoreInput): Checked<Signer> {
  const { file, trustedRoot, identity, keys } = input;
  if (trustedRoot === undefined)
    return wrong('nothing pinned', `${file} is a Sigstore bundle, and the case pins no trustedRoot`);
  const hasCertificate = bundle.verificationMaterial.content.$case !== 'publicKey';
  if (hasCertificate && identity === undefined)
    return wrong('nothing pinned', `${file} is a Sigstore bundle, and the case pins no identity`);
  const parsed = parseObject(trustedRoot.bytes, trustedRoot.path);
  if (!parsed.ok) return parsed;
  const trust = attempt('malformed', `${trustedRoot.path} is no trusted root`, () =>
    toTrustMaterial(TrustedRoot.fromJSON(parsed.value), (hint) => {
      const pinned = keys.find(({ id }) => isHint(id, hint));
      if (pinned === undefined) throw new VerificationError({ code: 'PUBLIC_KEY_ERROR', message: 'key not pinned' });
      return { publicKey: pinned.key, validFor: () => true };
    }),
  );
  if (!trust.ok) return trust;
  return attempt<Signer>(
    'malformed',
    `${file} cannot be verified`,
    (): Checked<Signer> => {
      const entity = toSignedEntity(bundle, artifact);
      const signer = new Verifier(trust.value).verify(entity);
      const signedAt = latest(entity);
      const day = signedAt === undefined ? {} : { signedAt };
      if (!hasCertificate) return { ok: true, value: { by: `a pinned key, logged by Sigstore`, ...day } };
      const subject = signer.identity?.subjectAlternativeName;
      const issuer = signer.identity?.extensions?.issuer;
      if (subject !== identity!.subject || issuer !== identity!.issuer)
        return wrong(
          'identity',
          `${file} was signed by ${subject} (vouched for by ${issuer}), the case pins ${identity!.subject} (${identity!.issuer})`,
        );
      return { ok: true, value: { by: `${subject} (vouched for by ${issuer})`, ...day } };
    },
    true,
  );
}

/** The last day that a log or a time stamp authority gives to the signature; both were verified. */
function latest({ timestamps }: ReturnType<typeof toSignedEntity>): string | undefined {
  const times = timestamps.flatMap((one) => {
    if (one.$case === 'timestamp-authority') return [one.timestamp.signingTime.getTime()];
    return one.tlogEntry.inclusionPromise === undefined ? [] : [Number(one.tlogEntry.integratedTime) * 1000];
  });
  return times.length === 0 ? undefined : new Date(Math.max(...times)).toISOString().slice(0, 10);
}

const kinds: readonly (readonly [RegExp, AttestationFaultKind])[] = [
  [/^TLOG_/, 'transparency log'],
  [/^TIMESTAMP_/, 'timestamp'],
  [/^CERTIFICATE_/, 'certificate'],
  [/^SIGNATURE_/, 'signature'],
  [/^PUBLIC_KEY_/, 'key'],
];

/**
 * Lets a library look at untrusted bytes. It throws for whatever does not verify, and its parsers for whatever does not
 * parse; both are findings about the file, never a reason to go on.
 */
function attempt<T>(otherwise: AttestationFaultKind, what: string, work: () => T): Checked<T>;
function attempt<T>(otherwise: AttestationFaultKind, what: string, work: () => Checked<T>, checked: true): Checked<T>;
function attempt<T>(
  otherwise: AttestationFaultKind,
  what: string,
  work: () => T | Checked<T>,
  checked = false,
): Checked<T> {
  try {
    const value = work();
    return checked ? (value as Checked<T>) : { ok: true, value: value as T };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = error instanceof VerificationError ? (error.code as string) : '';
    const kind = kinds.find(([pattern]) => pattern.test(code))?.[1] ?? otherwise;
    return wrong(kind, `${what}: ${error.message}`);
  }
}
