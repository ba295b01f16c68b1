import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { type Checked, wrong } from './fault.js';

/** A public key that the case pins. */
export interface PinnedKey {
  readonly key: KeyObject;
  /** SHA-256 (hex) of its DER encoding; what `keyid` of an envelope is by custom. */
  readonly id: string;
  readonly file: string;
}

const mostKeyBytes = 64 * 1024;
const mostKeys = 64;
const leastRsaBits = 2048;

/** The public keys of a PEM file: Ed25519, ECDSA on P-256 or P-384, RSA of at least 2,048 bits. */
export function readKeys(bytes: Uint8Array, file: string): Checked<readonly PinnedKey[]> {
  if (bytes.byteLength > mostKeyBytes) return wrong('malformed', `${file} is larger than ${mostKeyBytes} bytes`);
  const text = Buffer.from(bytes).toString('latin1');
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text))
    return wrong(
      'malformed',
      `${file} holds a private key: pin the public one, and keep the private one out of the case`,
    );
  const blocks = text.match(/-----BEGIN PUBLIC KEY-----[^-]*-----END PUBLIC KEY-----/g) ?? [];
  if (blocks.length === 0 || blocks.length > mostKeys)
    return wrong('malformed', `${file} holds no public key in PEM (\`-----BEGIN PUBLIC KEY-----\`)`);
  const keys: PinnedKey[] = [];
  for (const block of blocks) {
    const key = publicKey(block);
    const trouble = key === undefined ? 'a public key that cannot be read' : keyTrouble(key);
    if (key === undefined || trouble !== undefined) return wrong('malformed', `${file} holds ${trouble}`);
    keys.push({ key, id: keyId(key), file });
  }
  return { ok: true, value: keys };
}

/** SHA-256 (hex) of the DER encoding of a public key. */
export function keyId(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex');
}

function publicKey(pem: string): KeyObject | undefined {
  try {
    return createPublicKey(pem);
  } catch {
    // The library throws for any text that is no key; the caller says so with the file.
    return undefined;
  }
}

/** Why a key may not be used, as the rest of “it holds …”. */
export function keyTrouble(key: KeyObject): string | undefined {
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case 'ed25519':
      return undefined;
    case 'ec':
      return namedCurve === 'prime256v1' || namedCurve === 'secp384r1'
        ? undefined
        : `a key on the curve ${namedCurve}; P-256 and P-384 are understood`;
    case 'rsa':
    case 'rsa-pss':
      return modulusLength >= leastRsaBits
        ? undefined
        : `an RSA key of ${modulusLength} bits; at least ${leastRsaBits} are needed`;
    default:
      return `a key of the kind ${key.asymmetricKeyType}; Ed25519, ECDSA and RSA are understood`;
  }
}
