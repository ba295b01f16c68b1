/** Small words that sentences are put together with. */

/** With a full stop, unless it ends in one. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** `1 step`, `3 steps`; `no step` for none. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count} ${count === 1 || count === 0 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], joint = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}

/** The first ids of many. */
export function someOf(ids: readonly string[], most = 12): readonly string[] {
  return ids.length <= most + 1 ? ids : [...ids.slice(0, most), `${ids.length - most} more`];
}

/** A sentence as a clause that stands within another: its first letter small, unless it begins with a name. */
export function clause(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? `${text[0]!.toLowerCase()}${text.slice(1)}` : text;
}
