import type { Box, Layout, MeasuredScene, Point } from '../types.js';
import { growForest } from './forest.js';

const tolerance = 0.11;

/** Everything about a layout that may not be; empty for a good one. Quadratic: for small scenes. */
export function faultsOf(scene: MeasuredScene, layout: Layout, gap = 12): string[] {
  const faults: string[] = [];
  const { boxes, routes, width, height } = layout;
  const isInside = ({ x, y }: Point) => x >= 0 && y >= 0 && x <= width && y <= height;
  for (const [a, box] of boxes.entries()) {
    if (!isInside(box) || !isInside({ x: box.x + box.width, y: box.y + box.height }))
      faults.push(`box ${a} leaves the picture`);
    for (let b = 0; b < a; b++) {
      const apart = Math.max(distance(box, boxes[b]!, 'x', 'width'), distance(box, boxes[b]!, 'y', 'height'));
      if (apart < gap - tolerance) faults.push(`boxes ${a} and ${b} are ${apart.toFixed(1)} apart`);
    }
  }
  const { via } = growForest(scene);
  for (const [edge, { points, label }] of routes.entries()) {
    const { from, to, kind } = scene.edges[edge]!;
    if (points.length < 2) faults.push(`route ${edge} has no length`);
    for (const point of [...points, label]) {
      if (!Number.isFinite(point.x + point.y) || !isInside(point)) faults.push(`route ${edge} leaves the picture`);
    }
    for (const [at, box] of boxes.entries()) {
      if (holds(box, label)) faults.push(`label of ${edge} lies in box ${at}`);
      if (at === from || at === to) continue;
      if (points.some((point, index) => index > 0 && crosses(box, points[index - 1]!, point)))
        faults.push(`route ${edge} (${kind}) passes through box ${at}`);
    }
    if (!touchesBody(scene, layout, from, points[0]!)) faults.push(`route ${edge} does not start at ${from}`);
    if (kind !== 'challenges link' && !touchesBody(scene, layout, to, points[points.length - 1]!))
      faults.push(`route ${edge} does not end at ${to}`);
    if (kind === 'supportedBy' && via[to] === edge) {
      const [start, end] = [bodyOf(scene, layout, from), bodyOf(scene, layout, to)];
      const last = points[points.length - 1]!;
      const first = points[0]!;
      if (off(first.x, start.x + start.width / 2) || off(first.y, start.y + start.height))
        faults.push(`branch ${edge} does not leave below`);
      if (off(last.x, end.x + end.width / 2) || off(last.y, end.y)) faults.push(`branch ${edge} does not arrive above`);
      if (points.some((point, index) => index > 0 && point.y < points[index - 1]!.y))
        faults.push(`branch ${edge} goes up`);
    }
    for (const [index, point] of points.entries()) {
      const before = points[index - 1];
      if (before !== undefined && off(before.x, point.x) && off(before.y, point.y))
        faults.push(`route ${edge} is slanted`);
    }
  }
  return faults;
}

const off = (a: number, b: number) => Math.abs(a - b) > 2 * tolerance;

export function bodyOf(scene: MeasuredScene, layout: Layout, node: number): Box {
  const { body } = scene.nodes[node]!;
  const box = layout.boxes[node]!;
  return { x: box.x + body.x, y: box.y + body.y, width: body.width, height: body.height };
}

function touchesBody(scene: MeasuredScene, layout: Layout, node: number, { x, y }: Point): boolean {
  const body = bodyOf(scene, layout, node);
  const onX = !off(x, body.x) || !off(x, body.x + body.width);
  const onY = !off(y, body.y) || !off(y, body.y + body.height);
  const inX = x >= body.x - tolerance && x <= body.x + body.width + tolerance;
  const inY = y >= body.y - tolerance && y <= body.y + body.height + tolerance;
  return (onX && inY) || (onY && inX);
}

function distance(a: Box, b: Box, at: 'x' | 'y', size: 'width' | 'height'): number {
  return Math.max(a[at] - b[at] - b[size], b[at] - a[at] - a[size]);
}

function holds(box: Box, { x, y }: Point): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}

/** Whether a level or upright line enters the inside of a box. */
function crosses(box: Box, a: Point, b: Point): boolean {
  return (
    Math.max(a.x, b.x) > box.x + tolerance &&
    Math.min(a.x, b.x) < box.x + box.width - tolerance &&
    Math.max(a.y, b.y) > box.y + tolerance &&
    Math.min(a.y, b.y) < box.y + box.height - tolerance
  );
}
