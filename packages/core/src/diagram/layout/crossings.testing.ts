import type { Layout, MeasuredScene, Point } from '../types.js';

interface Line {
  readonly route: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/**
 * How often lines of different routes cross each other at a right angle, in the inside of both. Lines that run into each
 * other, as those of siblings do, count as one line.
 */
export function countCrossings({ routes }: Layout): number {
  const level: Line[] = [];
  const upright: Line[] = [];
  for (const [route, { points }] of routes.entries()) {
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1] as Point, points[i] as Point];
      if (a.y === b.y) level.push({ route, at: a.y, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) });
      else upright.push({ route, at: a.x, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) });
    }
  }
  upright.sort((a, b) => a.at - b.at);
  const places = new Set<string>();
  for (const one of level) {
    for (let i = firstFrom(upright, one.from); i < upright.length && upright[i]!.at < one.to; i++) {
      const other = upright[i]!;
      if (other.route !== one.route && other.at > one.from && other.from < one.at && one.at < other.to)
        places.add(`${other.at} ${one.at}`);
    }
  }
  return places.size;
}

function firstFrom(lines: readonly Line[], x: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.at < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The length of all lines, shared pieces counted once per route. */
export function inkOf({ routes }: Layout): number {
  return routes.reduce(
    (sum, { points }) =>
      sum +
      points.reduce(
        (length, point, i) =>
          i === 0 ? 0 : length + Math.abs(point.x - points[i - 1]!.x) + Math.abs(point.y - points[i - 1]!.y),
        0,
      ),
    0,
  );
}

/** Pairs of edges without a common end whose lines run on top of each other for more than a pixel: a reader cannot tell them apart. */
export function countOverlaps({ edges }: MeasuredScene, { routes }: Layout): number {
  const lines = new Map<string, { route: number; from: number; to: number }[]>();
  for (const [route, { points }] of routes.entries()) {
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1] as Point, points[i] as Point];
      const isLevel = a.y === b.y;
      const key = isLevel ? `y ${a.y}` : `x ${a.x}`;
      const [p, q] = isLevel ? [a.x, b.x] : [a.y, b.y];
      const list = lines.get(key) ?? [];
      lines.set(key, list);
      list.push({ route, from: Math.min(p, q), to: Math.max(p, q) });
    }
  }
  const pairs = new Set<string>();
  for (const list of lines.values()) {
    list.sort((a, b) => a.from - b.from);
    for (const [at, one] of list.entries()) {
      for (let next = at + 1; next < list.length && list[next]!.from < one.to - 1; next++) {
        const [a, b] = [edges[one.route]!, edges[list[next]!.route]!];
        if ([a.from, a.to].some((node) => node === b.from || node === b.to)) continue;
        pairs.add([one.route, list[next]!.route].sort((x, y) => x - y).join(' '));
      }
    }
  }
  return pairs.size;
}
