import type { Named } from './named.js';

/** Where a name stands in the text of its scalar; nothing where escapes hide it. */
export function rangeOfName({
  document,
  node,
  name,
  from,
  to,
  kind,
}: Named): { start: number; end: number } | undefined {
  const [start, end] = node.range!;
  if (kind === 'group') return { start, end };
  const raw = document.text.slice(start, end);
  const value = String(node.source ?? node.value);
  const quotes = raw.slice(1, -1) === value ? 1 : 0;
  if (raw === value || quotes === 1) return { start: start + quotes + from, end: start + quotes + to };
  // Lines were folded or escapes resolved: the same occurrence of the word, if both have as many.
  const [inValue, inRaw] = [value, raw].map((text) => wordsAt(text, name)) as [number[], number[]];
  const at = inValue.indexOf(from);
  if (at === -1 || inValue.length !== inRaw.length) return undefined;
  return { start: start + inRaw[at]!, end: start + inRaw[at]! + name.length };
}

function wordsAt(text: string, word: string): number[] {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&');
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, 'gu'))].map(
    (match) => match.index,
  );
}
