import type { Splice } from '../../case/index.js';

/**
 * The text with the splices applied. Offsets are those of the text before any of them; splices may come in any order and
 * may touch, but not overlap. Of several insertions at one place, the order given is the order in the text.
 */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const splice of sortSplices(splices)) {
    if (splice.start < at) throw new RangeError(`Splices overlap at ${splice.start}`);
    parts.push(text.slice(at, splice.start), splice.text);
    at = splice.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** In the order of the text. */
export function sortSplices(splices: readonly Splice[]): Splice[] {
  return splices.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
