import type { Splice } from '../case/index.js';

/** Lines that may differ before one splice takes the place of all of them. */
const mostEdits = 400;

/**
 * Splices that make one text of a file into another: what differs line by line, and within the lines from the first
 * character to the last that differ. Touches nothing else, but need not be the least there is.
 */
export function splicesBetween(file: string, before: string, after: string): readonly Splice[] {
  if (before === after) return [];
  const [a, b] = [linesOf(before), linesOf(after)];
  const head = countWhile(Math.min(a.length, b.length), (index) => a[index] === b[index]);
  const tail = countWhile(
    Math.min(a.length, b.length) - head,
    (index) => a[a.length - 1 - index] === b[b.length - 1 - index],
  );
  const [oldLines, newLines] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const kept = commonLines(oldLines, newLines) ?? [];
  const splices: Splice[] = [];
  let offset = a.slice(0, head).join('').length;
  let [i, j] = [0, 0];
  for (const [oldAt, newAt] of [...kept, [oldLines.length, newLines.length] as const]) {
    const [old, now] = [oldLines.slice(i, oldAt).join(''), newLines.slice(j, newAt).join('')];
    if (old !== now) splices.push(trimmed(file, offset, old, now));
    offset += old.length + (oldLines[oldAt]?.length ?? 0);
    [i, j] = [oldAt + 1, newAt + 1];
  }
  return splices;
}

/** What undoes splices: made to the text after them, they give the text before. */
export function invert(splices: readonly Splice[], before: string): readonly Splice[] {
  let shift = 0;
  return splices
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map(({ file, start, end, text }) => {
      const at = start + shift;
      shift += text.length - (end - start);
      return { file, start: at, end: at + text.length, text: before.slice(start, end) };
    });
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function countWhile(most: number, holds: (index: number) => boolean): number {
  let count = 0;
  while (count < most && holds(count)) count += 1;
  return count;
}

/** One splice without what both begin and end with. */
function trimmed(file: string, offset: number, old: string, now: string): Splice {
  const most = Math.min(old.length, now.length);
  let head = countWhile(most, (index) => old[index] === now[index]);
  if (splitsPair(old, head) || splitsPair(now, head)) head -= 1;
  let tail = countWhile(most - head, (index) => old[old.length - 1 - index] === now[now.length - 1 - index]);
  if (splitsPair(old, old.length - tail) || splitsPair(now, now.length - tail)) tail -= 1;
  return { file, start: offset + head, end: offset + old.length - tail, text: now.slice(head, now.length - tail) };
}

/** Whether the place is within a character of two units, or between the two of a line break. */
function splitsPair(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const pair = text.slice(at - 1, at + 1);
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair) || pair === '\r\n';
}

/**
 * A longest common run of lines as pairs of indices in rising order, by the algorithm of Myers ("An O(ND) Difference
 * Algorithm", 1986); undefined where more lines differ than are looked at.
 */
function commonLines(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] | undefined {
  const size = a.length + b.length + 1;
  let furthest = new Map<number, number>([[1, 0]]);
  const trace: ReadonlyMap<number, number>[] = [];
  for (let edits = 0; edits <= Math.min(size, mostEdits); edits += 1) {
    trace.push(furthest);
    const next = new Map(furthest);
    for (let k = -edits; k <= edits; k += 2) {
      let x = isDown(furthest, k, edits) ? furthest.get(k + 1)! : furthest.get(k - 1)! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return traced(trace, a.length, b.length);
    }
    furthest = next;
  }
  return undefined;
}

function isDown(furthest: ReadonlyMap<number, number>, k: number, edits: number): boolean {
  return k === -edits || (k !== edits && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
}

function traced(
  trace: readonly ReadonlyMap<number, number>[],
  width: number,
  height: number,
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let [x, y] = [width, height];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const furthest = trace[edits]!;
    const k = x - y;
    const from = isDown(furthest, k, edits) ? k + 1 : k - 1;
    const [fromX, fromY] = edits === 0 ? [0, 0] : [furthest.get(from)!, furthest.get(from)! - from];
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      pairs.push([x, y]);
    }
    [x, y] = [fromX, fromY];
  }
  return pairs.reverse();
}
