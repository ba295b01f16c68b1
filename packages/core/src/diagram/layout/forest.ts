import type { Scene, SceneEdge } from '../types.js';

/** The argument as trees: each node but the roots hangs below one other node, or stands beside it. */
export interface Forest {
  readonly roots: readonly number[];
  /** Nodes below each node, in the order of the edges. */
  readonly below: readonly (readonly number[])[];
  /** Nodes at the side of each node. */
  readonly beside: readonly (readonly number[])[];
  /** The node that each hangs below or stands beside; -1 for roots. */
  readonly host: Int32Array;
  /** The edge by which it does; -1 for roots. */
  readonly via: Int32Array;
  /** 1 for nodes that stand beside their host, 0 for roots and nodes that hang. */
  readonly isBeside: Uint8Array;
  /** All nodes, depth first: what stands at the side of a node right behind it, then what hangs below. */
  readonly order: Int32Array;
}

/** Where an edge offers one of its ends a place. */
export interface Attachment {
  readonly guest: number;
  readonly host: number;
  /** A node takes the first kind of place that any edge offers it. */
  readonly preference: 0 | 1 | 2;
  readonly below: boolean;
}

/** What hangs on what by an edge: the supported element, the element in context, what is challenged are hosts. */
export function attachmentOf({ from, to, kind }: SceneEdge): Attachment {
  switch (kind) {
    case 'supportedBy':
    case 'uses':
      return { guest: to, host: from, preference: 0, below: true };
    case 'answeredBy':
      return { guest: to, host: from, preference: 1, below: true };
    case 'challenges':
    case 'challenges link':
      return { guest: from, host: to, preference: 1, below: false };
    case 'inContextOf':
    case 'confidence':
      return { guest: to, host: from, preference: 2, below: false };
  }
}

/**
 * The spanning forest that is laid out. Of several parents a node hangs below the deepest, so that every edge of support
 * leads downwards; among equally deep ones, and for what stands at the side, the one that is read first decides. Edges that close a cycle
 * attach nothing.
 */
export function growForest(scene: Pick<Scene, 'edges'> & { readonly nodes: readonly unknown[] }): Forest {
  const size = scene.nodes.length;
  const offers = scene.edges.map(attachmentOf);
  const best = new Uint8Array(size).fill(3);
  for (const { guest, host, preference } of offers) {
    if (guest !== host && preference < best[guest]!) best[guest] = preference;
  }
  const outgoing: number[][] = Array.from({ length: size }, () => []);
  const offered = new Uint8Array(size);
  /** For what is not support, the host that is read first. */
  const first = new Int32Array(size).fill(-1);
  for (const [edge, { guest, host, preference }] of offers.entries()) {
    if (guest === host || preference !== best[guest]) continue;
    offered[guest] = 1;
    if (preference === 0) outgoing[host]!.push(edge);
    else if (first[guest]! < 0 || host < offers[first[guest]!]!.host) first[guest] = edge;
  }
  for (const edge of first) if (edge >= 0) outgoing[offers[edge]!.host]!.push(edge);
  const { topological, closing } = withoutCycles(size, outgoing, offers, offered);

  const via = new Int32Array(size).fill(-1);
  const depth = new Int32Array(size);
  for (const node of topological) {
    for (const edge of outgoing[node]!) {
      if (closing[edge]) continue;
      const { guest, below } = offers[edge]!;
      const offer = depth[node]! + (below ? 1 : 0);
      const held = via[guest]!;
      const isReadFirst = held < 0 || node < offers[held]!.host;
      if (held >= 0 && (offer < depth[guest]! || (offer === depth[guest] && !isReadFirst))) continue;
      via[guest] = edge;
      depth[guest] = offer;
    }
  }

  const host = new Int32Array(size).fill(-1);
  const below: number[][] = Array.from({ length: size }, () => []);
  const beside: number[][] = Array.from({ length: size }, () => []);
  const isBeside = new Uint8Array(size);
  const roots: number[] = [];
  for (let node = 0; node < size; node++) if (via[node]! < 0) roots.push(node);
  for (const [edge, offer] of offers.entries()) {
    if (via[offer.guest] !== edge) continue;
    host[offer.guest] = offer.host;
    (offer.below ? below : beside)[offer.host]!.push(offer.guest);
    if (!offer.below) isBeside[offer.guest] = 1;
  }
  return { roots, below, beside, host, via, isBeside, order: hostsFirst(roots, below, beside, size) };
}

/** Depth first from the nodes that nothing offers a place, then from what is left: cycles without an entry. */
function withoutCycles(
  size: number,
  outgoing: readonly (readonly number[])[],
  offers: readonly Attachment[],
  offered: Uint8Array,
): { topological: number[]; closing: Uint8Array } {
  const state = new Uint8Array(size);
  const next = new Int32Array(size);
  const closing = new Uint8Array(offers.length);
  const finished: number[] = [];
  const open: number[] = [];
  const visit = (start: number) => {
    if (state[start] !== 0) return;
    open.push(start);
    state[start] = 1;
    while (open.length > 0) {
      const node = open[open.length - 1]!;
      const edge = outgoing[node]![next[node]!++];
      if (edge === undefined) {
        state[node] = 2;
        finished.push(node);
        open.pop();
        continue;
      }
      const { guest } = offers[edge]!;
      if (state[guest] === 1) closing[edge] = 1;
      if (state[guest] !== 0) continue;
      state[guest] = 1;
      open.push(guest);
    }
  };
  for (let node = 0; node < size; node++) if (!offered[node]) visit(node);
  for (let node = 0; node < size; node++) visit(node);
  return { topological: finished.reverse(), closing };
}

function hostsFirst(
  roots: readonly number[],
  below: readonly (readonly number[])[],
  beside: readonly (readonly number[])[],
  size: number,
): Int32Array {
  const order = new Int32Array(size);
  let count = 0;
  const open = [...roots].reverse();
  while (open.length > 0) {
    const node = open.pop()!;
    order[count++] = node;
    for (const guests of [below[node]!, beside[node]!])
      for (let g = guests.length - 1; g >= 0; g--) open.push(guests[g]!);
  }
  return order;
}
