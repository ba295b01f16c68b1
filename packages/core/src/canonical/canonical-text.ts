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
  const parts: string[] = [];
  for (const key of Object.keys(data).sort()) {
    const value = data[key];
    if (value !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalText(value)}`);
  }
  return `{${parts.join(',')}}`;
}
