const none: readonly never[] = [];

/** One thing or a list of them, as a list. */
export function list<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return none;
  return Array.isArray(value) ? value : [value as T];
}
