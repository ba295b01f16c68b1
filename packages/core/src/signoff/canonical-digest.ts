import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** SHA-256 (hex) of plain data in canonical JSON (RFC 8785): the order of keys does not change it, every value does. */
export function canonicalDigest(data: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalText(data))));
}

/** Plain data in canonical JSON. */
export function canonicalText(data: unknown): string {
  return (canonicalize as unknown as (data: unknown) => string)(data);
}

/** Whether a text is a digest as a sign-off is `of`: `sha256:` and 64 hexadecimal digits. */
export function isDigest(text: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}
