/** JSON with sorted keys, so that the same data is the same bytes. Keys without a value are left out. */
export function sortedJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, (_key, item: unknown) => (isRecord(item) ? sorted(item) : item), indent);
}

function sorted(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  // Without a prototype, so that no key of a file can mean anything else than itself.
  const copy: Record<string, unknown> = Object.create(null);
  for (const name of Object.keys(record).sort()) copy[name] = record[name];
  return copy;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
