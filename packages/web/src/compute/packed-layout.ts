import type { Box, Layout, Point } from '@surety/core/diagram';

/** A layout as a few arrays of numbers, which pass between threads many times faster than its objects. */
export interface PackedLayout {
  readonly width: number;
  readonly height: number;
  /** Four numbers each: x, y, width, height. */
  readonly boxes: Float64Array;
  /** Numbers of points of each route; the points and labels, two numbers each. */
  readonly counts: Uint32Array;
  readonly points: Float64Array;
  readonly labels: Float64Array;
}

export function packLayout({ width, height, boxes, routes }: Layout): PackedLayout {
  return {
    width,
    height,
    boxes: Float64Array.from(boxes.flatMap((box) => [box.x, box.y, box.width, box.height])),
    counts: Uint32Array.from(routes, ({ points }) => points.length),
    points: Float64Array.from(routes.flatMap(({ points }) => points.flatMap(({ x, y }) => [x, y]))),
    labels: Float64Array.from(routes.flatMap(({ label: { x, y } }) => [x, y])),
  };
}

export function unpackLayout({ width, height, boxes, counts, points, labels }: PackedLayout): Layout {
  const pointAt = (from: Float64Array, at: number): Point => ({ x: from[2 * at]!, y: from[2 * at + 1]! });
  const boxAt = (at: number): Box => ({
    x: boxes[4 * at]!,
    y: boxes[4 * at + 1]!,
    width: boxes[4 * at + 2]!,
    height: boxes[4 * at + 3]!,
  });
  let next = 0;
  return {
    width,
    height,
    boxes: Array.from({ length: boxes.length / 4 }, (_, at) => boxAt(at)),
    routes: Array.from(counts, (count, at) => {
      const from = next;
      next += count;
      return {
        points: Array.from({ length: count }, (_, step) => pointAt(points, from + step)),
        label: pointAt(labels, at),
      };
    }),
  };
}
