import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Marks what JSON does not have: maps, bytes, `undefined`, and numbers that are not finite. */
const mark = '$';

type Packable = unknown;

const mostBytes = 1024 * 1024 * 1024;

/** Plain data, with maps and byte arrays, as compressed bytes under their checksum. The same data is the same bytes. */
export function pack(value: Packable): Buffer {
  const body = deflateRawSync(JSON.stringify(toJson(value)), { level: 1 });
  return Buffer.concat([digest(body), body]);
}

/** What `pack` was given; `undefined` where the bytes are not what it gave. */
export function unpack(bytes: Buffer): { readonly value: Packable } | undefined {
  const body = bytes.subarray(digestBytes);
  if (bytes.length <= digestBytes || !digest(body).equals(bytes.subarray(0, digestBytes))) return undefined;
  try {
    const text = inflateRawSync(body, { maxOutputLength: mostBytes }).toString('utf8');
    return { value: fromJson(JSON.parse(text) as unknown) };
  } catch {
    // The checksum fits and the content does not: somebody else wrote it. Whatever it is, it is not used.
    return undefined;
  }
}

const digestBytes = 32;

function digest(body: Buffer): Buffer {
  return createHash('sha256').update(body).digest();
}

function toJson(value: Packable): unknown {
  if (value === undefined) return { [mark]: 'undefined' };
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
    return { [mark]: 'number', value: Object.is(value, -0) ? '-0' : String(value) };
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof Uint8Array) return { [mark]: 'bytes', value: Buffer.from(value).toString('base64') };
  if (value instanceof Map) return { [mark]: 'map', value: [...value].map(([key, item]) => [key, toJson(item)]) };
  // A list of pairs where a key could be taken for the mark.
  const entries = Object.entries(value).map(([key, item]) => [key, toJson(item)] as const);
  return mark in value ? { [mark]: 'object', value: entries } : Object.fromEntries(entries);
}

interface Marked {
  readonly [mark]: 'undefined' | 'number' | 'bytes' | 'map' | 'object';
  readonly value: never;
}

function fromJson(value: unknown): Packable {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(fromJson);
  const entries = (pairs: readonly (readonly [string, unknown])[]) =>
    pairs.map(([key, item]) => [key, fromJson(item)] as const);
  if (!(mark in value)) return Object.fromEntries(entries(Object.entries(value)));
  const marked = value as Marked;
  switch (marked[mark]) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(marked.value);
    case 'bytes':
      return new Uint8Array(Buffer.from(marked.value, 'base64'));
    case 'map':
      return new Map(entries(marked.value));
    case 'object':
      return Object.fromEntries(entries(marked.value));
  }
}
