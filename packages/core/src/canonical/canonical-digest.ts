import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalText } from './canonical-text.js';

/** SHA-256 of a text in UTF-8, as hexadecimal digits. */
export type TextDigest = (text: string) => string;

/**
 * SHA-256 (hex) of plain data in canonical JSON (RFC 8785): the order of keys does not change it, every value does.
 * @param digest the same function from elsewhere: what a platform brings is many times as fast as that in JavaScript
 */
export function canonicalDigest(data: unknown, digest: TextDigest = digestInJavaScript): string {
  return digest(canonicalText(data));
}

function digestInJavaScript(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Whether a text is a digest as a sign-off is `of`: `sha256:` and 64 hexadecimal digits. */
export function isDigest(text: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}
