import type { Box } from '@surety/core/diagram';

/** A box with a share of its size added beyond each side. */
export function around({ x, y, width, height }: Box, share: number): Box {
  const [dx, dy] = [width * share, height * share];
  return { x: x - dx, y: y - dy, width: width + 2 * dx, height: height + 2 * dy };
}

export function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

/** Whether two boxes have a point in common. */
export function meet(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && a.x + a.width >= b.x && a.y <= b.y + b.height && a.y + a.height >= b.y;
}

/** Which of some boxes can be seen in an area. */
export function within(boxes: readonly Box[], area: Box): number[] {
  const found: number[] = [];
  for (let at = 0; at < boxes.length; at++) if (meet(boxes[at]!, area)) found.push(at);
  return found;
}

/** The smallest box around all of them; there must be one. */
export function boundsOf(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The boxes that are named, nearest to an area first: those in it, then by the distance of their edges from its own. */
export function nearestFirst(named: readonly number[], boxes: readonly Box[], area: Box): number[] {
  const gap = (from: number, length: number, at: number, size: number) =>
    Math.max(0, at - (from + length), from - (at + size));
  const distance = new Map(
    named.map((one) => {
      const { x, y, width, height } = boxes[one]!;
      return [one, Math.max(gap(x, width, area.x, area.width), gap(y, height, area.y, area.height))];
    }),
  );
  return named.toSorted((a, b) => distance.get(a)! - distance.get(b)! || a - b);
}
