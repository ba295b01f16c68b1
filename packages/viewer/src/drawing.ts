import { type Box, type Layout, layOut, type MeasuredScene } from '@surety/core/diagram';
import { boundsOf } from './boxes.js';
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
    reaches: layout.routes.map(({ points }) => boundsOf(points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })))),
    index: new Map(shown.nodes.map((node, at) => [node, at])),
  };
}
