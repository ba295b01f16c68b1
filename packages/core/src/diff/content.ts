/** A value as its content: plain data in which places in the text do not count. */

/** Whether the value under the key `origin` is a place in the text, and not something of that name that a case says. */
export function isOrigin(key: string, value: unknown): boolean {
  if (key !== 'origin' || typeof value !== 'object' || value === null) return false;
  return 'file' in value && 'path' in value && Array.isArray(value.path);
}

export type Fields = Readonly<Record<string, unknown>>;

/** A map of keys to values: neither a list nor a single value. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a key says something: it has a value, and that is not a place in the text. */
export function says(key: string, value: unknown): boolean {
  return value !== undefined && !isOrigin(key, value);
}

/** The same value without any place in the text, and with the keys of every map in order: equal exactly if the content is. */
export function withoutOrigins(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOrigins);
  if (!isFields(value)) return value;
  const kept = Object.keys(value)
    .filter((key) => says(key, value[key]))
    .sort();
  return Object.fromEntries(kept.map((key) => [key, withoutOrigins(value[key])]));
}

/** Whether two values say the same. Faster than comparing what `withoutOrigins` gives. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, at) => sameContent(item, b[at]));
  }
  if (!isFields(a) || !isFields(b)) return false;
  let more = 0;
  for (const key in a) {
    const value = a[key];
    if (!says(key, value)) continue;
    more += 1;
    const other = Object.hasOwn(b, key) ? b[key] : undefined;
    if (!says(key, other) || !sameContent(value, other)) return false;
  }
  for (const key in b) if (says(key, b[key])) more -= 1;
  return more === 0;
}
