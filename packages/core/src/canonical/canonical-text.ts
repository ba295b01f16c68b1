/**
 * Plain data in canonical JSON (RFC 8785): keys in the order of their UTF-16 units, numbers and texts as ECMAScript writes
 * them. A key without a value is left out. For numbers that JSON does not have (`.nan` and `.inf` of YAML) stand their names.
 */
export function canonicalText(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(itemText).join(',')}]`;
  if (typeof data === 'object' && data !== null) return mapText(data as Readonly<Record<string, unknown>>);
  if (typeof data === 'number' && !Number.isFinite(data)) return `{"number":"${data}"}`;
  return JSON.stringify(data);
}

function itemText(item: unknown): string {
  return item === undefined ? 'null' : canonicalText(item);
}

function mapText(data: Readonly<Record<string, unknown>>): string {
  const keys = inOrder(Object.keys(data));
  let text = '';
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]!;
    const value = data[key];
    if (value !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonicalText(value)}`;
  }
  return `{${text}}`;
}

/** Few keys are put in order in place: there are tens of thousands of small maps in a large case, and `sort` copies each. */
function inOrder(keys: string[]): string[] {
  if (keys.length > 12) return keys.sort();
  for (let at = 1; at < keys.length; at++) {
    const key = keys[at]!;
    let to = at;
    for (; to > 0 && keys[to - 1]! > key; to--) keys[to] = keys[to - 1]!;
    keys[to] = key;
  }
  return keys;
}

const word = /^[A-Za-z0-9_ -]*$/;

/** A text as JSON: most keys are words, in which there is nothing to escape. */
function quoted(text: string): string {
  return word.test(text) ? `"${text}"` : JSON.stringify(text);
}
