import type { MeasuredScene } from '../types.js';
import type { Forest } from './forest.js';
import { type Gaps, gapsBetween, nearestFree, occupy } from './gaps.js';
import type { Net } from './lanes.js';
import type { Placement } from './place.js';
import type { Hop, Joint, Terminal } from './plan.js';
import { spacing } from './spacing.js';

/** Ways over more ranks than this go around the picture. */
const longestPassage = 48;
/** Attempts to find one x that is free on all ranks of a way, in each direction from each end. */
const mostTries = 40;

/** The free space of a placement: gaps between boxes, channels between ranks, and the lines that were led through them. */
export interface Passages {
  readonly gapsOf: (rank: number) => Gaps;
  /** The way from a place in one channel to a place in another; `name` tells its own lines from those of other ways. */
  readonly lead: (name: string, start: Terminal, end: Terminal) => Hop[];
  /** All lines along channels so far. */
  readonly nets: () => Net[];
}

export function passagesOf(scene: MeasuredScene, forest: Forest, placement: Placement): Passages {
  const nets = new Map<string, Net>();
  const gapsOf = rankGaps(scene, forest, placement);
  const outside = outsideLines(scene, placement);
  return { gapsOf, lead, nets: () => [...nets.values()] };

  function lead(name: string, start: Terminal, end: Terminal): Hop[] {
    if (start.channel === end.channel) return [hop(start.channel, start, end, start.line)];
    const isDown = start.channel < end.channel;
    const step = isDown ? 1 : -1;
    const [leaving, arriving] = isDown ? (['below', 'above'] as const) : (['above', 'below'] as const);
    /** Ranks between the two channels: rank r lies between channels r and r + 1. */
    const passed: number[] = [];
    const isLong = Math.abs(end.channel - start.channel) > longestPassage;
    for (let channel = start.channel; channel !== end.channel && !isLong; channel += step) {
      passed.push(isDown ? channel : channel - 1);
    }
    const straight = isLong ? outside(start.x, end.x) : straightLine(passed, start.x, end.x);
    if (straight !== undefined) {
      for (const at of passed) occupy(gapsOf(at), straight);
      return [
        hop(start.channel, start, { x: straight, from: leaving }, start.line),
        hop(end.channel, { x: straight, from: arriving }, end, end.line),
      ];
    }
    const hops: Hop[] = [];
    let here: Joint = start;
    for (const [at, rank] of passed.entries()) {
      const gaps = gapsOf(rank);
      const there = cheapest([nearestFree(gaps, here.x), nearestFree(gaps, end.x)], here.x, end.x);
      occupy(gaps, there);
      if (there !== here.x || at === 0) {
        const line = at === 0 ? start.line : `${name} at ${at}`;
        hops.push(hop(start.channel + at * step, here, { x: there, from: leaving }, line));
      }
      here = { x: there, from: arriving };
    }
    return [...hops, hop(end.channel, here, end, end.line)];
  }

  /** An x that is free on all the ranks, near the way from one x to the other. */
  function straightLine(ranks: readonly number[], start: number, end: number): number | undefined {
    const found: number[] = [];
    for (const first of [start, end]) {
      for (const direction of [-1, 1] as const) {
        let at = first;
        for (let tries = 0; tries < mostTries; tries++) {
          const next = ranks.reduce((here, rank) => nearestFree(gapsOf(rank), here, direction), at);
          if (next === at) {
            found.push(at);
            break;
          }
          at = next;
        }
      }
    }
    return found.length === 0 ? undefined : cheapest(found, start, end);
  }

  /** Along a channel; lines of one name are one. */
  function hop(channel: number, from: Joint, to: Joint, line: string): Hop {
    const key = `${channel} ${line}`;
    const net = nets.get(key) ?? { channel, from: from.x, to: from.x, above: [], below: [], lane: 0 };
    nets.set(key, net);
    for (const { x, from: side } of [from, to]) {
      net.from = Math.min(net.from, x);
      net.to = Math.max(net.to, x);
      if (!net[side].includes(x)) net[side].push(x);
    }
    return { channel, x: to.x, net };
  }
}

/** The smallest detour, then the first. */
function cheapest(candidates: readonly number[], start: number, end: number): number {
  const cost = (x: number) => Math.abs(x - start) + Math.abs(x - end);
  return candidates.reduce((best, x) => (cost(x) < cost(best) ? x : best));
}

/** The gaps of each rank, made when first asked for. */
function rankGaps(
  { nodes }: MeasuredScene,
  { host }: Forest,
  { x, rank, groups, spine, ranks }: Placement,
): (rank: number) => Gaps {
  const members: number[][] = Array.from({ length: ranks }, () => []);
  for (let node = 0; node < nodes.length; node++) members[rank[node]!]!.push(node);
  const spines: number[][] = Array.from({ length: ranks }, () => []);
  for (const [node, line] of spine) {
    for (let at = rank[host[node]!]! + 1; at < rank[node]!; at++) {
      if (spines[at]!.at(-1) !== line) spines[at]!.push(line);
    }
  }
  const made: (Gaps | undefined)[] = new Array(ranks).fill(undefined);
  return (at) => {
    const known = made[at];
    if (known !== undefined) return known;
    const lines = [...spines[at]!];
    const boxes = members[at]!.map((node): [number, number] => {
      const { body, width } = nodes[node]!;
      for (const { path } of groups[node]?.seats ?? []) {
        for (const bend of path.slice(1, -1)) lines.push(x[node]! + bend.x);
      }
      const left = x[node]! - body.x - body.width / 2;
      return [left, left + width];
    });
    made[at] = gapsBetween(boxes, lines);
    return made[at];
  };
}

/** Lines to the left or right of everything. */
function outsideLines({ nodes }: MeasuredScene, { x }: Placement): (start: number, end: number) => number {
  let left = 0;
  let right = 0;
  let isKnown = false;
  return (start, end) => {
    // Few layouts have a line that long.
    if (!isKnown) {
      isKnown = true;
      for (const [node, { body, width }] of nodes.entries()) {
        left = Math.min(left, x[node]! - body.x - body.width / 2);
        right = Math.max(right, x[node]! - body.x - body.width / 2 + width);
      }
    }
    if (start + end - 2 * left < 2 * right - start - end) {
      left -= spacing.lane;
      return left;
    }
    right += spacing.lane;
    return right;
  };
}
