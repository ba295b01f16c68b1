import type { MeasuredScene, SceneEdge } from '../types.js';
import type { Forest } from './forest.js';
import { facingGap, nearestFree, occupy } from './gaps.js';
import type { Net } from './lanes.js';
import { passagesOf } from './passages.js';
import type { Placement } from './place.js';
import {
  type Hop,
  type LabelPlace,
  labelOn,
  type Plan,
  type Port,
  type SeatPlan,
  type Sign,
  type Terminal,
} from './plan.js';
import { spacing } from './spacing.js';

/** Plans the way of every edge: those of the trees by their places, all others through free channels and gaps. */
export function planRoutes(scene: MeasuredScene, forest: Forest, placement: Placement): { plans: Plan[]; nets: Net[] } {
  const { nodes, edges } = scene;
  const { x, rank, groups, spine } = placement;
  const { gapsOf, lead, nets } = passagesOf(scene, forest, placement);
  const plans = new Map<number, Plan>(seatPlans(scene, forest, placement));

  for (const [index, edge] of edges.entries()) {
    if (plans.has(index) || edge.kind === 'challenges link') continue;
    plans.set(index, isSupport(edge) ? support(index, edge) : aside(index, edge));
  }
  for (const [index, edge] of edges.entries()) if (edge.kind === 'challenges link') planChallenges(index);
  return { plans: edges.map((_, index) => plans.get(index)!), nets: nets() };

  function support(index: number, { from, to }: SceneEdge): Plan {
    return forest.via[to] === index ? branch(from, to) : crossLink(index, from, to);
  }

  /** From a parent to its child in the tree. */
  function branch(from: number, to: number): Plan {
    const line = spine.get(to);
    const channel = rank[to]!;
    const last: Hop = { channel, x: x[to]!, net: undefined };
    const hops = line === undefined ? [last] : [{ channel: rank[from]! + 1, x: line, net: undefined }, last];
    const label: LabelPlace = { x: x[to]!, channel, y: { in: 'drop' } };
    return { start: { at: 'bottom', node: from }, hops, end: { at: 'top', node: to }, label };
  }

  /** From below one element to above another, wherever they stand. What is stacked at a side is left and reached there. */
  function crossLink(index: number, from: number, to: number): Plan {
    const sign = x[from]! <= x[to]! ? 1 : -1;
    const start: Port = isSeat(from) ? sidePort(from, sign) : { at: 'bottom', node: from };
    const end: Port = isSeat(to) ? sidePort(to, sign === 1 ? -1 : 1) : { at: 'top', node: to };
    const startX = start.at === 'side' ? start.gutter : x[from]!;
    const endX = end.at === 'side' ? end.gutter : x[to]!;
    const hops = lead(
      `edge ${index}`,
      { x: startX, from: 'above', channel: rank[from]! + 1, line: `from ${from}` },
      { x: endX, from: 'below', channel: rank[to]!, line: `to ${to}` },
    );
    return { start, hops, end, label: labelOn(hops, startX) };
  }

  /** From the side of one element to the side of another: straight where they are neighbours. */
  function aside(index: number, { from, to }: SceneEdge): Plan {
    const sign = x[from]! <= x[to]! ? 1 : -1;
    const back = sign === 1 ? -1 : 1;
    const gap = from === to || rank[from] !== rank[to] ? undefined : gapBetween(from, to, sign);
    if (gap !== undefined) {
      const gutter = nearestFree(gapsOf(rank[from]!), (gap.from + gap.to) / 2);
      occupy(gapsOf(rank[from]!), gutter);
      const near = sign === 1 ? gap.to : gap.from;
      return {
        start: { at: 'side', node: from, sign, gutter },
        hops: [],
        end: { at: 'side', node: to, sign: back, gutter },
        label: { x: (gutter + near) / 2, channel: rank[to]!, y: { in: 'row', node: to, offset: middleOf(to) } },
      };
    }
    const start = sidePort(from, sign);
    const end = sidePort(to, from === to ? sign : back);
    const hops = lead(
      `edge ${index}`,
      besides(start, rank[to]! <= rank[from]!),
      besides(end, rank[to]! >= rank[from]!),
    );
    return { start, hops, end, label: labelOn(hops, start.gutter) };
  }

  /** Plans a challenge to a link, after the challenges to links that it challenges itself. */
  function planChallenges(first: number): void {
    const waiting = new Set<number>();
    let index = first;
    while (edges[index]?.kind === 'challenges link' && !plans.has(index) && !waiting.has(index)) {
      waiting.add(index);
      index = edges[index]!.link ?? -1;
    }
    for (const one of [...waiting].reverse()) {
      const edge = edges[one]!;
      const target = plans.get(edge.link ?? -1)?.label;
      // A link that is not there, or that challenges its own challenge, has no place yet.
      plans.set(one, target === undefined ? aside(one, edge) : toLine(one, edge.from, edge.link!, target));
    }
  }

  /** From a challenge to the label of the link that it challenges; its own label lies where it starts. */
  function toLine(index: number, from: number, link: number, target: LabelPlace): Plan {
    const sign = x[from]! <= target.x ? 1 : -1;
    const start = sidePort(from, sign);
    const label: LabelPlace = {
      x: start.gutter,
      channel: rank[from]!,
      y: { in: 'row', node: from, offset: middleOf(from) },
    };
    const isDrop = target.y.in === 'drop';
    const isNext = isDrop && target.channel === rank[from] && forest.via[from] === index;
    if (isNext) return { start, hops: [], end: { at: 'line', edge: link, x: start.gutter }, label };
    // A line that comes down to a child is joined from its side; all others are met at a right angle, from above or below.
    const at = isDrop ? target.x - sign * spacing.sideBus : target.x;
    const end: Terminal = { x: at, from: 'below', channel: target.channel, line: `edge ${index}` };
    const hops = lead(`edge ${index}`, besides(start, target.channel <= rank[from]!), end);
    return { start, hops, end: { at: 'line', edge: link, x: at }, label };
  }

  function isSeat(node: number): boolean {
    return groups[node] === undefined;
  }

  function middleOf(node: number): number {
    const { body } = nodes[node]!;
    return body.y + body.height / 2;
  }

  function sidePort(node: number, sign: Sign): Extract<Port, { at: 'side' }> {
    const gaps = gapsOf(rank[node]!);
    const gutter = nearestFree(gaps, boxSide(node, sign) + sign * spacing.clearance, sign);
    occupy(gaps, gutter);
    return { at: 'side', node, sign, gutter };
  }

  /** From the space beside a node to the channel above or below it. */
  function besides({ node, sign, gutter }: Extract<Port, { at: 'side' }>, isUp: boolean): Terminal {
    const line = `${isUp ? 'above' : 'below'} ${node} at ${sign}`;
    return isUp
      ? { x: gutter, from: 'below', channel: rank[node]!, line }
      : { x: gutter, from: 'above', channel: rank[node]! + 1, line };
  }

  /** The space between two nodes of a rank with nothing else between them. */
  function gapBetween(from: number, to: number, sign: Sign): { from: number; to: number } | undefined {
    const [a, b] = [boxSide(from, sign), boxSide(to, sign === 1 ? -1 : 1)];
    return facingGap(gapsOf(rank[from]!), Math.min(a, b), Math.max(a, b));
  }

  function boxSide(node: number, sign: Sign): number {
    const { body, width } = nodes[node]!;
    const left = x[node]! - body.x - body.width / 2;
    return sign === 1 ? left + width : left;
  }
}

function isSupport({ kind }: SceneEdge): boolean {
  return kind === 'supportedBy' || kind === 'uses' || kind === 'answeredBy';
}

/** The lines between elements and what stands at their sides; their labels lie on the last piece, before the guest's box. */
function seatPlans(
  { nodes, edges }: MeasuredScene,
  { via }: Forest,
  { x, rank, groups }: Placement,
): [number, SeatPlan][] {
  const plans: [number, SeatPlan][] = [];
  for (const [host, group] of groups.entries()) {
    for (const { guest, path } of group?.seats ?? []) {
      const edge = via[guest]!;
      if (edges[edge]!.kind === 'challenges link') continue;
      const [before, last] = [path[path.length - 2]!, path[path.length - 1]!];
      const { body, width } = nodes[guest]!;
      const border = last.x > before.x ? last.x - body.x : last.x + width - body.x - body.width;
      const label: LabelPlace = {
        x: x[host]! + (before.x + border) / 2,
        channel: rank[host]!,
        y: { in: 'row', node: host, offset: (before.y + last.y) / 2 },
      };
      plans.push([edge, { host, path: edges[edge]!.from === host ? path : [...path].reverse(), label }]);
    }
  }
  return plans;
}
