import { constants, type KeyObject, sign, verify } from 'node:crypto';

/**
 * Whether a signature over the data was made with the key: Ed25519 (RFC 8032), ECDSA in DER with SHA-256 on P-256 and
 * SHA-384 on P-384, RSA with SHA-256 in PSS or PKCS#1 v1.5.
 */
export function isSignedBy(key: KeyObject, data: Uint8Array, signature: Uint8Array): boolean {
  switch (key.asymmetricKeyType) {
    case 'ed25519':
      return verify(null, data, key, signature);
    case 'ec':
      return verify(hashOf(key), data, { key, dsaEncoding: 'der' }, signature);
    case 'rsa-pss':
      return verify('sha256', data, { key, ...pss }, signature);
    case 'rsa':
      return (
        verify('sha256', data, { key, ...pss }, signature) ||
        verify('sha256', data, { key, padding: constants.RSA_PKCS1_PADDING }, signature)
      );
    default:
      return false;
  }
}

/** A signature over the data; RSA keys sign in PSS. */
export function signatureOf(key: KeyObject, data: Uint8Array): Buffer {
  switch (key.asymmetricKeyType) {
    case 'ed25519':
      return sign(null, data, key);
    case 'ec':
      return sign(hashOf(key), data, { key, dsaEncoding: 'der' });
    default:
      return sign('sha256', data, { key, ...pss });
  }
}

const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO };

function hashOf(key: KeyObject): string {
  return key.asymmetricKeyDetails?.namedCurve === 'secp384r1' ? 'sha384' : 'sha256';
}
