import type { JsonValue } from '../../json/index.js';

/** A field of an object to be spread, or nothing where the log does not state it. */
export function text<K extends string>(key: K, value: JsonValue | undefined): { readonly [P in K]?: string } {
  return (typeof value === 'string' && value !== '' ? { [key]: value } : {}) as { readonly [P in K]?: string };
}

export function count<K extends string>(key: K, value: JsonValue | undefined): { readonly [P in K]?: number } {
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= 0;
  return (fits ? { [key]: value } : {}) as { readonly [P in K]?: number };
}
