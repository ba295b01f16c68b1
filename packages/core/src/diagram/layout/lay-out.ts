import type { Box, Layout, MeasuredScene, Point } from '../types.js';
import { growForest } from './forest.js';
import { type Heights, heightsOf } from './heights.js';
import { assignLanes, type Net } from './lanes.js';
import { orderChildren } from './order-children.js';
import { place } from './place.js';
import type { Plan, Port, WayPlan } from './plan.js';
import { planRoutes } from './plan-routes.js';
import { spacing } from './spacing.js';

/**
 * Gives every node of a scene a place and every edge a route, in pixels. Support reads from the top down, context stands
 * at the sides. No box overlaps another, no route passes through a box that is not its end, and all lines are level or
 * upright. The same scene gives the same layout on every machine. Takes time in proportion to the nodes, and a little
 * more for each edge that is not part of the spanning trees.
 */
export function layOut(scene: MeasuredScene): Layout {
  const forest = orderChildren(scene.edges, growForest(scene));
  const placement = place(scene, forest);
  const { plans, nets } = planRoutes(scene, forest, placement);
  const heights = heightsOf(scene, forest, placement, assignLanes(nets, placement.ranks + 1));
  const labels = plans.map((plan) => labelAt(scene, heights, plan));
  const routes = plans.map((plan) => trace(scene, heights, labels, plan));
  return fit(heights, routes, labels);
}

function labelAt(scene: MeasuredScene, heights: Heights, plan: Plan): Point {
  const { boxes, buses } = heights;
  const { x, channel, y } = plan.label;
  switch (y.in) {
    case 'drop':
      return { x, y: buses[channel]! + spacing.label };
    case 'lane':
      return { x, y: laneAt(buses[channel]!, y.net) };
    case 'row': {
      const level = 'path' in plan ? undefined : levelBetween(scene, heights, plan);
      return { x, y: level ?? boxes[y.node]!.y + y.offset };
    }
  }
}

function laneAt(bus: number, net: Net | undefined): number {
  return net === undefined ? bus : bus - (net.lane + 1) * spacing.lane;
}

function trace(scene: MeasuredScene, heights: Heights, labels: readonly Point[], plan: Plan): Point[] {
  const { boxes, buses } = heights;
  if ('path' in plan) {
    const { body } = scene.nodes[plan.host]!;
    const { x, y } = boxes[plan.host]!;
    return plan.path.map((point) => ({ x: x + body.x + body.width / 2 + point.x, y: y + point.y }));
  }
  const { start, hops, end } = plan;
  const level = levelBetween(scene, heights, plan);
  if (level !== undefined && end.at !== 'line') {
    const [from, to] = [portAt(scene, boxes, start)[0]!, portAt(scene, boxes, end)[0]!];
    return [
      { x: from.x, y: level },
      { x: to.x, y: level },
    ];
  }
  const points = portAt(scene, boxes, start);
  for (const { channel, x, net } of hops) {
    const y = laneAt(buses[channel]!, net);
    points.push({ x: points[points.length - 1]!.x, y }, { x, y });
  }
  if (end.at !== 'line') return [...points, ...portAt(scene, boxes, end).reverse()];
  const label = labels[end.edge]!;
  return [...points, { x: end.x, y: label.y }, label];
}

/** The height at which two neighbours are joined by one level line: the middle of the one, if it is not far from that of the other. */
function levelBetween({ nodes }: MeasuredScene, { boxes }: Heights, { start, hops, end }: WayPlan): number | undefined {
  if (hops.length > 0 || start.at !== 'side' || end.at !== 'side') return undefined;
  const [from, to] = [start, end].map(({ node }) => {
    const { body } = nodes[node]!;
    return { height: body.height, middle: boxes[node]!.y + body.y + body.height / 2 };
  }) as [Middle, Middle];
  const apart = Math.abs(from.middle - to.middle);
  if (apart < from.height / 4) return to.middle;
  return apart < to.height / 4 ? from.middle : undefined;
}

interface Middle {
  readonly height: number;
  readonly middle: number;
}

/** From the border of a body to where its channel is reached. */
function portAt({ nodes }: MeasuredScene, boxes: readonly Box[], port: Port): Point[] {
  const { body } = nodes[port.node]!;
  const box = boxes[port.node]!;
  const middle = box.x + body.x + body.width / 2;
  if (port.at !== 'side') return [{ x: middle, y: box.y + body.y + (port.at === 'bottom' ? body.height : 0) }];
  const y = box.y + body.y + body.height / 2;
  return [
    { x: middle + (port.sign * body.width) / 2, y },
    { x: port.gutter, y },
  ];
}

/** Moves the picture to the margin, and rounds to tenths of a pixel. */
function fit({ boxes, bottom }: Heights, routes: readonly Point[][], labels: readonly Point[]): Layout {
  let left = boxes[0]?.x ?? 0;
  let right = left;
  for (const { x, width } of boxes) {
    left = Math.min(left, x);
    right = Math.max(right, x + width);
  }
  for (const points of routes) {
    for (const { x } of points) {
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
  }
  const round = (value: number) => Math.round(value * 10) / 10;
  const move = ({ x, y }: Point): Point => ({ x: round(x - left + spacing.margin), y: round(y + spacing.margin) });
  return {
    width: Math.ceil(right - left) + 2 * spacing.margin,
    height: Math.ceil(bottom) + 2 * spacing.margin,
    boxes: boxes.map((box) => ({ ...move(box), width: box.width, height: box.height })),
    routes: routes.map((points, index) => ({ points: straight(points.map(move)), label: move(labels[index]!) })),
  };
}

/** Leaves out points that lie on the way between their neighbours. */
function straight(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept[kept.length - 1];
    const before = kept[kept.length - 2];
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    if (last !== undefined && before !== undefined && isBetween(before, last, point)) kept.pop();
    kept.push(point);
  }
  return kept;
}

function isBetween(a: Point, b: Point, c: Point): boolean {
  return (
    (a.x === b.x && b.x === c.x && b.y > a.y === c.y > b.y) || (a.y === b.y && b.y === c.y && b.x > a.x === c.x > b.x)
  );
}
