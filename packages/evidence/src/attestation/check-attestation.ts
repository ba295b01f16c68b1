import type { AttestationCheck, AttestationFault } from '@surety/core/case';
import { type Digest, digestOfBytes } from '../source/index.js';
import { checkStatement, type Expected } from './check-statement.js';
import { readEnvelope, signerOf } from './envelope.js';
import { fault } from './fault.js';
import { parseObject } from './parse-json.js';
import { type PinnedKey, readKeys } from './pinned-keys.js';
import { readStatement } from './statement.js';

export interface NamedBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files of an attestation as they are here, and what the case pins beside them. */
export interface AttestationInput {
  readonly file: NamedBytes;
  readonly keys: readonly NamedBytes[];
  readonly trustedRoot?: NamedBytes;
  readonly identity?: { readonly issuer: string; readonly subject: string };
  /** The bytes of a source by its digest; absent where they are not here, or too many. */
  readonly artifact: (digest: Digest) => Promise<Buffer | undefined>;
}

export interface AttestationResult {
  readonly check: AttestationCheck;
  /** Digest of the statement, to tell one that is cited twice. */
  readonly statement?: Digest;
}

/**
 * Holds an attestation against the evidence that it is cited for. Everything that is wrong is listed: a wrong signature
 * does not keep a wrong subject from being told.
 */
export async function checkAttestation(input: AttestationInput, expected: Expected): Promise<AttestationResult> {
  const { path } = input.file;
  const parsed = parseObject(input.file.bytes, path);
  if (!parsed.ok) return refused([parsed.fault]);
  const keys: PinnedKey[] = [];
  const faults: AttestationFault[] = [];
  for (const file of input.keys) {
    const read = readKeys(file.bytes, file.path);
    if (read.ok) keys.push(...read.value);
    else faults.push(read.fault);
  }
  const { value } = parsed;
  if ('verificationMaterial' in value || 'mediaType' in value) {
    const { checkBundle } = await import('./sigstore.js');
    const { trustedRoot, identity, artifact } = input;
    const found = await checkBundle(value, {
      file: path,
      keys,
      artifact,
      ...(trustedRoot === undefined ? {} : { trustedRoot }),
      ...(identity === undefined ? {} : { identity }),
    });
    const signature = [...faults, ...found.faults];
    const signer = pick({ by: found.by, signedAt: found.signedAt });
    if (found.payload !== undefined) return withStatement(found.payload, path, signer, signature, expected);
    const others = expected.sources.filter(({ digest }) => digest !== found.signed);
    const subjects =
      found.signed === undefined
        ? []
        : others.map((one) => fault('subject', `${one.path} (${one.digest}) is not what was signed (${found.signed})`));
    return { check: { ...signer, says: 'bytes', faults: [...signature, ...subjects] } };
  }
  const envelope = readEnvelope(value, path);
  if (!envelope.ok) return refused([...faults, envelope.fault]);
  const { payload } = envelope.value;
  if (input.keys.length === 0)
    return withStatement(payload, path, {}, [fault('nothing pinned', `the case pins no keys for ${path}`)], expected);
  const signer = signerOf(envelope.value, keys, path);
  if (!signer.ok) return withStatement(payload, path, {}, [...faults, signer.fault], expected);
  const { id, file } = signer.value;
  return withStatement(payload, path, { by: `the key ${id} (${file})` }, faults, expected);
}

function withStatement(
  payload: Uint8Array,
  path: string,
  signer: Pick<AttestationCheck, 'by' | 'signedAt'>,
  faults: readonly AttestationFault[],
  expected: Expected,
): AttestationResult {
  const read = readStatement(payload, path);
  if (!read.ok) return refused([...faults, read.fault], signer);
  const said = checkStatement(read.value, expected);
  return {
    check: { ...signer, ...pick({ says: said.says, result: said.result }), faults: [...faults, ...said.faults] },
    statement: digestOfBytes(payload),
  };
}

function refused(
  faults: readonly AttestationFault[],
  signer: Pick<AttestationCheck, 'by' | 'signedAt'> = {},
): AttestationResult {
  return { check: { ...signer, faults } };
}

/** Without the keys that have no value. */
function pick<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
