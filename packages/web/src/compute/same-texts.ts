import type { Text } from './text.js';

/** Whether these are the same texts of the same files, in the same order. */
export function sameTexts(some: readonly Text[] | undefined, others: readonly Text[]): boolean {
  if (some?.length !== others.length) return false;
  return some.every(({ path, text }, at) => path === others[at]!.path && text === others[at]!.text);
}
