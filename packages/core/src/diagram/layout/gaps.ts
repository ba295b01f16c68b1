import { spacing } from './spacing.js';

/** The free space of one rank: where lines may run from the channel above it to the one below. */
export interface Gaps {
  readonly from: number[];
  readonly to: number[];
  /** Lines that run there already, per gap. */
  readonly lines: number[][];
}

/** The space between boxes, given as pairs of left and right in any order. */
export function gapsBetween(boxes: readonly (readonly [number, number])[], lines: readonly number[]): Gaps {
  const gaps: Gaps = { from: [], to: [], lines: [] };
  let reached = Number.NEGATIVE_INFINITY;
  const add = (from: number, to: number) => {
    if (to - from < 2 * spacing.clearance) return;
    gaps.from.push(from + spacing.clearance);
    gaps.to.push(to - spacing.clearance);
    gaps.lines.push([]);
  };
  for (const [left, right] of [...boxes].sort((a, b) => a[0] - b[0])) {
    if (left > reached) add(reached, left);
    reached = Math.max(reached, right);
  }
  add(reached, Number.POSITIVE_INFINITY);
  for (const x of lines) {
    const at = gapAround(gaps, x);
    if (gaps.from[at]! <= x && x <= gaps.to[at]!) gaps.lines[at]!.push(x);
  }
  return gaps;
}

/** The last gap that begins at or before x; the first one where none does. */
function gapAround(gaps: Gaps, x: number): number {
  let low = 0;
  let high = gaps.from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (gaps.from[middle]! <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The place nearest to x, in a given direction or in any, where a line runs clear of boxes and, where there is room, of other lines. */
export function nearestFree(gaps: Gaps, x: number, direction: -1 | 0 | 1 = 0): number {
  const at = gapAround(gaps, x);
  let best = Number.NaN;
  for (let gap = Math.max(0, at - 1); gap <= Math.min(gaps.from.length - 1, at + 1); gap++) {
    const free = clearOfLines(gaps, gap, Math.min(Math.max(x, gaps.from[gap]!), gaps.to[gap]!), direction);
    if (direction !== 0 && (free - x) * direction < 0) continue;
    if (Number.isNaN(best) || Math.abs(free - x) < Math.abs(best - x)) best = free;
  }
  return best;
}

/** The gap across which two boxes face each other, given their sides; none where something stands between them. */
export function facingGap(gaps: Gaps, left: number, right: number): { from: number; to: number } | undefined {
  const at = gapAround(gaps, (left + right) / 2);
  const [from, to] = [gaps.from[at]! - spacing.clearance, gaps.to[at]! + spacing.clearance];
  return Math.abs(from - left) < 1 && Math.abs(to - right) < 1 ? { from: left, to: right } : undefined;
}

/** Marks a line, so that others keep away from it. */
export function occupy(gaps: Gaps, x: number): void {
  gaps.lines[gapAround(gaps, x)]!.push(x);
}

function clearOfLines(gaps: Gaps, gap: number, x: number, direction: -1 | 0 | 1): number {
  const lines = gaps.lines[gap]!;
  const isClear = (at: number) => lines.every((line) => Math.abs(line - at) >= spacing.lane - 0.01);
  if (isClear(x)) return x;
  let best = Number.NaN;
  for (const line of lines) {
    for (const sign of [-1, 1] as const) {
      const at = line + sign * spacing.lane;
      if (at < gaps.from[gap]! || at > gaps.to[gap]! || (at - x) * direction < 0 || !isClear(at)) continue;
      if (Number.isNaN(best) || Math.abs(at - x) < Math.abs(best - x)) best = at;
    }
  }
  return Number.isNaN(best) ? x : best;
}
