import { type Box, type Layout, layOut, type MeasuredScene } from '@surety/core/diagram';
import { type Argument, type Shown, shownOf } from './fold.js';
import { type Walk, walkOf } from './walk.js';

/** What is drawn and where, while some nodes are folded. */
export interface Drawing {
  readonly argument: Argument;
  readonly shown: Shown<MeasuredScene>;
  readonly layout: Layout;
  readonly walk: Walk;
  /** The boxes around routes. */
  readonly reaches: readonly Box[];
  /** From a node of the whole scene to its place in what is drawn. */
  readonly index: ReadonlyMap<number, number>;
}

export function draw(argument: Argument<MeasuredScene>, folded: ReadonlySet<number>): Drawing {
  const shown = shownOf(argument, folded);
  return drawingOf(argument, shown, layOut(shown.scene));
}

/** The drawing of what is shown, where its layout is known already. */
export function drawingOf(argument: Argument, shown: Shown<MeasuredScene>, layout: Layout): Drawing {
  return {
    argument,
    shown,
    layout,
    walk: walkOf(shown.scene),
    reaches: layout.routes.map(({ points }) => around(points)),
    index: new Map(shown.nodes.map((node, at) => [node, at])),
  };
}

/** What can be seen in an area. */
export function within(boxes: readonly Box[], area: Box): number[] {
  const found: number[] = [];
  for (const [at, { x, y, width, height }] of boxes.entries()) {
    const isSeen = x <= area.x + area.width && x + width >= area.x && y <= area.y + area.height && y + height >= area.y;
    if (isSeen) found.push(at);
  }
  return found;
}

function around(points: readonly { x: number; y: number }[]): Box {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
