import type { Box, MeasuredScene } from '../types.js';
import type { Forest } from './forest.js';
import type { Placement } from './place.js';
import { spacing } from './spacing.js';

export interface Heights {
  readonly boxes: readonly Box[];
  /** Per channel, the line of parents to their children. */
  readonly buses: Float64Array;
  readonly bottom: number;
}

/** From the top down: each rank as high as its groups, each channel as high as its lanes. */
export function heightsOf(scene: MeasuredScene, forest: Forest, placement: Placement, lanes: Int32Array): Heights {
  const { rank, ranks, groups } = placement;
  const shifts = levelsAtSides(scene, forest);
  const ascent = new Float64Array(ranks);
  const descent = new Float64Array(ranks);
  for (const [node, group] of groups.entries()) {
    if (group === undefined) continue;
    const at = rank[node]!;
    ascent[at] = Math.max(ascent[at]!, group.ascent - shifts[node]!);
    descent[at] = Math.max(descent[at]!, group.descent + shifts[node]!);
  }
  const tops = new Float64Array(ranks);
  const buses = new Float64Array(ranks + 1);
  let y = 0;
  for (let at = 0; at <= ranks; at++) {
    const isUsed = (at > 0 && at < ranks) || lanes[at]! > 0;
    if (isUsed) y += lanes[at]! * spacing.lane + spacing.stem;
    buses[at] = y;
    if (at === ranks) break;
    if (isUsed) y += spacing.drop;
    tops[at] = y + ascent[at]!;
    y = tops[at]! + descent[at]!;
  }
  return { boxes: boxesOf(scene, placement, tops, shifts), buses, bottom: y };
}

/** How far the root of each subtree at a side stands below the line of its rank, so that its middle is level with its host's. */
function levelsAtSides({ nodes }: MeasuredScene, { order, host, isBeside }: Forest): Float64Array {
  const middle = (node: number) => nodes[node]!.body.y + nodes[node]!.body.height / 2;
  const shifts = new Float64Array(nodes.length);
  for (const node of order) {
    if (isBeside[node] === 1) shifts[node] = shifts[host[node]!]! + middle(host[node]!) - middle(node);
  }
  return shifts;
}

function boxesOf(
  { nodes }: MeasuredScene,
  { x, rank, groups }: Placement,
  tops: Float64Array,
  shifts: Float64Array,
): readonly Box[] {
  const y = nodes.map((_, node) => tops[rank[node]!]! + shifts[node]!);
  for (const [node, group] of groups.entries())
    for (const seat of group?.seats ?? []) y[seat.guest] = y[node]! + seat.y;
  return nodes.map(({ body, width, height }, node) => ({
    x: x[node]! - body.x - body.width / 2,
    y: y[node]!,
    width,
    height,
  }));
}
