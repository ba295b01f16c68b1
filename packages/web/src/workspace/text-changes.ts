import type { Replace } from '@surety/server/api';
import { diffIndices } from 'node-diff3';

/** Changes of a text that came about apart from one another: found, made, taken back, and carried over each other. */

/**
 * What makes the second text of the first, by whole lines: in order, apart, offsets of the first. Whole, since two who
 * change the same line, be it in different words, change the same thing: half of a number from each would be nobody's.
 */
export function changesBetween(before: string, after: string): readonly Replace[] {
  if (before === after) return [];
  const from = linesOf(before);
  const to = linesOf(after);
  // Most edits touch a few lines of many: only what stands between the first and the last of them is compared.
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  let tail = 0;
  while (tail < from.length - same && tail < to.length - same && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  const offset = lengthOf(from.slice(0, same));
  const inner = { from: from.slice(same, from.length - tail), to: to.slice(same, to.length - tail) };
  const starts = offsetsOf(inner.from, offset);
  return diffIndices(inner.from, inner.to).map(({ buffer1: [first, count], buffer2Content }) => ({
    start: starts[first]!,
    end: starts[first + count]!,
    text: buffer2Content.join(''),
  }));
}

/** The same without what each begins and ends with in both texts, so that a cursor beside it stays. */
export function tightChangesBetween(before: string, after: string): readonly Replace[] {
  return changesBetween(before, after).map((change) => trimmed(before, change));
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

function offsetsOf(lines: readonly string[], from: number): number[] {
  const starts = [from];
  for (const line of lines) starts.push(starts.at(-1)! + line.length);
  return starts;
}

/** Without what both begin and end with; never between the halves of a surrogate pair. */
function trimmed(before: string, { start, end, text }: Replace): Replace {
  const old = before.slice(start, end);
  let head = 0;
  while (head < old.length && head < text.length && old[head] === text[head]) head++;
  if (head > 0 && isHighSurrogate(old, head - 1)) head--;
  let tail = 0;
  const most = Math.min(old.length, text.length) - head;
  while (tail < most && old.at(-1 - tail) === text.at(-1 - tail)) tail++;
  if (tail > 0 && isHighSurrogate(old, old.length - tail - 1)) tail--;
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
}

function isHighSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00;
}

/** The text with changes made that are in order and apart. */
export function applyChanges(text: string, changes: readonly Replace[]): string {
  let result = '';
  let at = 0;
  for (const change of changes) {
    result += text.slice(at, change.start) + change.text;
    at = change.end;
  }
  return result + text.slice(at);
}

/** What takes changes back, once they were made in `before`. */
export function inverseOf(changes: readonly Replace[], before: string): readonly Replace[] {
  let shift = 0;
  return changes.map(({ start, end, text }) => {
    const at = start + shift;
    shift += text.length - (end - start);
    return { start: at, end: at + text.length, text: before.slice(start, end) };
  });
}

/**
 * The same changes in a text in which others were made meanwhile; nothing where they touch the same place, since then only
 * a person can say what is meant. A change that the others made too is left out.
 */
export function carriedOver(changes: readonly Replace[], others: readonly Replace[]): readonly Replace[] | undefined {
  const carried: Replace[] = [];
  for (const change of changes) {
    const twin = others.some(
      ({ start, end, text }) => start === change.start && end === change.end && text === change.text,
    );
    if (twin) continue;
    if (others.some(({ start, end }) => change.start <= end && start <= change.end)) return undefined;
    const shift = others
      .filter(({ end }) => end < change.start)
      .reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
    carried.push({ ...change, start: change.start + shift, end: change.end + shift });
  }
  return carried;
}

/** Both sides' changes of a text in one, where null is a text that is not there; undefined where they touch the same place. */
export function merged(base: string | null, mine: string | null, theirs: string | null): string | null | undefined {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  if (base === null || mine === null || theirs === null) return undefined;
  const own = carriedOver(changesBetween(base, mine), changesBetween(base, theirs));
  return own === undefined ? undefined : applyChanges(theirs, own);
}
