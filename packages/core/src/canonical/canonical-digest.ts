import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** SHA-256 (hex) of plain data in canonical JSON (RFC 8785): the order of keys does not change it, every value does. */
export function canonicalDigest(data: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalText(data))));
}

/** Plain data in canonical JSON; for numbers that JSON does not have (`.nan` and `.inf` of YAML) stand their names. */
export function canonicalText(data: unknown): string {
  const write = canonicalize as unknown as (data: unknown) => string;
  try {
    return write(data);
  } catch {
    // It refuses such numbers. They are rare, so the data is gone through only then; anything else is thrown again.
    return write(withNames(data));
  }
}

function withNames(data: unknown): unknown {
  if (typeof data === 'number' && !Number.isFinite(data)) return { number: String(data) };
  if (Array.isArray(data)) return data.map(withNames);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withNames(value)]));
}

/** Whether a text is a digest as a sign-off is `of`: `sha256:` and 64 hexadecimal digits. */
export function isDigest(text: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}
