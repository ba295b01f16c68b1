import { spacing } from './spacing.js';

/** What runs along a channel, the space between two ranks, as one line: from `from` to `to`, wherever on its way it branches. */
export interface Net {
  readonly channel: number;
  from: number;
  to: number;
  /** Where lines join it from above and from below. */
  readonly above: number[];
  readonly below: number[];
  /** Counted from the bottom of the channel. */
  lane: number;
}

/** Channels with more nets than this are filled from left to right, without regard to crossings. */
const mostOrdered = 64;

/** Gives each net a lane in its channel so that no two on a lane touch and few lines cross; returns how many lanes each channel needs. */
export function assignLanes(nets: readonly Net[], channels: number): Int32Array {
  const lanes = new Int32Array(channels);
  const byChannel: Net[][] = Array.from({ length: channels }, () => []);
  for (const net of nets) byChannel[net.channel]!.push(net);
  for (const [channel, all] of byChannel.entries()) {
    all.sort((a, b) => a.from - b.from || a.to - b.to);
    lanes[channel] = all.length > mostOrdered ? fillLanes(all) : stackLanes(fewCrossings(all));
  }
  return lanes;
}

/** As few lanes as there can be, for nets from left to right. */
function fillLanes(nets: readonly Net[]): number {
  /** The lanes by where they are taken up to, as a heap: the freest first. */
  const heap: { end: number; lane: number }[] = [];
  for (const net of nets) {
    const free = heap[0];
    if (free !== undefined && free.end + spacing.lane <= net.from) {
      net.lane = free.lane;
      free.end = net.to;
      sink(heap, 0);
    } else {
      net.lane = heap.length;
      heap.push({ end: net.to, lane: net.lane });
      rise(heap, heap.length - 1);
    }
  }
  return heap.length;
}

function sink(heap: { end: number }[], start: number): void {
  for (let at = start; ; ) {
    let least = at;
    for (const child of [2 * at + 1, 2 * at + 2])
      if (child < heap.length && heap[child]!.end < heap[least]!.end) least = child;
    if (least === at) return;
    [heap[at], heap[least]] = [heap[least]!, heap[at]!];
    at = least;
  }
}

function rise(heap: { end: number }[], start: number): void {
  for (let at = start; at > 0; ) {
    const parent = (at - 1) >> 1;
    if (heap[parent]!.end <= heap[at]!.end) return;
    [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
    at = parent;
  }
}

/** Each net on the lowest free lane above those that it is better above of. */
function stackLanes(nets: readonly Net[]): number {
  let count = 0;
  for (const [at, net] of nets.entries()) {
    const taken = new Set<number>();
    net.lane = 0;
    for (const under of nets.slice(0, at)) {
      if (!meet(under, net)) continue;
      taken.add(under.lane);
      if (crossings(net, under) < crossings(under, net)) net.lane = Math.max(net.lane, under.lane + 1);
    }
    while (taken.has(net.lane)) net.lane++;
    count = Math.max(count, net.lane + 1);
  }
  return count;
}

/** From the lowest to the highest: each net goes where it adds the fewest crossings among those before it. */
function fewCrossings(nets: readonly Net[]): Net[] {
  const order: Net[] = [];
  for (const net of nets) {
    let cost = 0;
    let best = 0;
    let at = order.length;
    // On top of all; then, one by one, below what was above it.
    for (let place = order.length - 1; place >= 0; place--) {
      cost += crossings(order[place]!, net) - crossings(net, order[place]!);
      if (cost < best) {
        best = cost;
        at = place;
      }
    }
    order.splice(at, 0, net);
  }
  return order;
}

/** How often lines cross, or run on top of each other, where one net lies above another. */
function crossings(upper: Net, lower: Net): number {
  if (!meet(upper, lower)) return 0;
  const over = (x: number, net: Net) => (x > net.from && x < net.to ? 1 : 0);
  let count = 0;
  for (const x of upper.below) {
    count += over(x, lower);
    for (const y of lower.above) if (Math.abs(x - y) < 1) count += 3;
  }
  for (const x of lower.above) count += over(x, upper);
  return count;
}

function meet(a: Net, b: Net): boolean {
  return a.from < b.to + spacing.lane && b.from < a.to + spacing.lane;
}
