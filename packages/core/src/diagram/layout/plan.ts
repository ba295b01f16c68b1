import type { Point } from '../types.js';
import type { Net } from './lanes.js';

/** A route from left to right; heights follow when every line has its lane. */
export type Plan = WayPlan | SeatPlan;

/** From one port to another, along channels. */
export interface WayPlan {
  readonly start: Port;
  readonly hops: readonly Hop[];
  readonly end: Port | LinePort;
  readonly label: LabelPlace;
}

/** The line between a node and a guest at its side, from the one to the other, relative to the node's anchor and the top of its box. */
export interface SeatPlan {
  readonly host: number;
  readonly path: readonly Point[];
  readonly label: LabelPlace;
}

/** A piece of a route: along a channel to x. Channel c lies above rank c; the last one below all. */
export interface Hop {
  readonly channel: number;
  readonly x: number;
  /** The line that it shares; none is the line of a parent to its children. */
  readonly net: Net | undefined;
}

/** Where a route begins or ends at a node. */
export type Port =
  | { readonly at: 'top' | 'bottom'; readonly node: number }
  /** At a side, with the x of the way from there to the next channel. */
  | { readonly at: 'side'; readonly node: number; readonly sign: Sign; readonly gutter: number };

/** Where a challenge to a link ends: at the label of that edge, reached along x. */
export interface LinePort {
  readonly at: 'line';
  readonly edge: number;
  readonly x: number;
}

/** To the left, to the right. */
export type Sign = -1 | 1;

/** Where a label sits. */
export interface LabelPlace {
  readonly x: number;
  /** The channel from which it is reached. */
  readonly channel: number;
  readonly y:
    | { readonly in: 'drop' }
    | { readonly in: 'lane'; readonly net: Net }
    /** Relative to the upper side of a node's box. */
    | { readonly in: 'row'; readonly node: number; readonly offset: number };
}

/** Where a line meets a channel, and from which side. */
export interface Joint {
  readonly x: number;
  readonly from: 'above' | 'below';
}

/** One end of a way between channels, with the name of the line that it shares there. */
export interface Terminal extends Joint {
  readonly channel: number;
  readonly line: string;
}

/** In the middle of the longest way along a channel. */
export function labelOn(hops: readonly Hop[], start: number): LabelPlace {
  let longest = hops[0]!;
  let middle = start;
  let length = -1;
  let here = start;
  for (const hop of hops) {
    if (Math.abs(hop.x - here) > length) {
      longest = hop;
      length = Math.abs(hop.x - here);
      middle = (hop.x + here) / 2;
    }
    here = hop.x;
  }
  return { x: middle, channel: longest.channel, y: { in: 'lane', net: longest.net! } };
}
