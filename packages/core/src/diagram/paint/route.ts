import type { Point } from '../types.js';
import { px } from './print-number.js';

const cornerRadius = 7;

/** A polyline with rounded corners as path data. */
export function routeOf(points: readonly Point[]): string {
  let pen = points[0]!;
  let path = `M${px(pen.x)} ${px(pen.y)}`;
  const lineTo = (to: Point): void => {
    path += lineBetween(pen, to);
    pen = to;
  };
  for (let at = 1; at < points.length; at++) {
    const [before, corner, next] = [points[at - 1]!, points[at]!, points[at + 1]];
    const radius = next && Math.min(cornerRadius, distance(before, corner) / 2, distance(corner, next) / 2);
    if (next === undefined || radius === undefined || radius < 0.5) lineTo(corner);
    else {
      lineTo(towards(corner, before, radius));
      pen = towards(corner, next, radius);
      path += `Q${px(corner.x)} ${px(corner.y)} ${px(pen.x)} ${px(pen.y)}`;
    }
  }
  return path;
}

function lineBetween(from: Point, to: Point): string {
  const [x, y] = [px(to.x), px(to.y)];
  if (x === px(from.x)) return y === px(from.y) ? '' : `V${y}`;
  return y === px(from.y) ? `H${x}` : `L${x} ${y}`;
}

/** The same polyline without its last pixels. */
export function shortened(points: readonly Point[], by: number): readonly Point[] {
  const kept = [...points];
  let left = by;
  while (kept.length > 1) {
    const end = kept.pop()!;
    const length = distance(kept.at(-1)!, end);
    if (length > left) return [...kept, towards(end, kept.at(-1)!, left)];
    left -= length;
  }
  return points;
}

/** The direction in which a polyline ends, as a vector of length one; downwards where it has no length. */
export function direction(points: readonly Point[]): Point {
  const end = points.at(-1);
  for (let at = points.length - 2; at >= 0 && end !== undefined; at--) {
    const from = points[at]!;
    const length = distance(from, end);
    if (length > 0.01) return { x: (end.x - from.x) / length, y: (end.y - from.y) / length };
  }
  return { x: 0, y: 1 };
}

/** A point of a polyline with the direction there. */
export interface Spot extends Point {
  readonly along: Point;
}

/** The spot so many pixels from the start. */
export function spotAt(points: readonly Point[], far: number): Spot {
  let left = Math.max(0, far);
  for (let at = 1; at < points.length; at++) {
    const [from, to] = [points[at - 1]!, points[at]!];
    const length = distance(from, to);
    if (length >= left || at === points.length - 1) {
      const share = length === 0 ? 0 : Math.min(1, left / length);
      const along = direction([from, to]);
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, along };
    }
    left -= length;
  }
  return { ...(points[0] ?? { x: 0, y: 0 }), along: { x: 0, y: 1 } };
}

/** Pixels from the start to the spot that is nearest to a point. */
export function nearestSpot(points: readonly Point[], to: Point): number {
  let best = { far: 0, away: Number.POSITIVE_INFINITY };
  let far = 0;
  for (let at = 1; at < points.length; at++) {
    const [a, b] = [points[at - 1]!, points[at]!];
    const length = distance(a, b);
    const share = length === 0 ? 0 : ((to.x - a.x) * (b.x - a.x) + (to.y - a.y) * (b.y - a.y)) / (length * length);
    const along = Math.min(1, Math.max(0, share));
    const away = distance(to, { x: a.x + (b.x - a.x) * along, y: a.y + (b.y - a.y) * along });
    if (away < best.away) best = { far: far + along * length, away };
    far += length;
  }
  return best.far;
}

export function lengthOf(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, point, at) => sum + distance(points[at]!, point), 0);
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to);
  if (length === 0) return from;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}

function distance(a: Point, b: Point): number {
  return Math.sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2);
}
