import type { MeasuredNode, MeasuredScene, Point, SceneEdge } from '../types.js';
import type { Forest } from './forest.js';
import { spacing } from './spacing.js';

/** A node with the simple nodes at its sides: contexts and challenges that carry nothing themselves. */
export interface Group {
  /** Extents from the node's anchor, the middle of its body. */
  readonly left: number;
  readonly right: number;
  /** How far the group reaches above and below the upper side of the node's box. */
  readonly ascent: number;
  readonly descent: number;
  readonly seats: readonly Seat[];
}

/** A place at the side, relative to the node's anchor and the upper side of its box. */
export interface Seat {
  readonly guest: number;
  readonly x: number;
  readonly y: number;
  /** The line from the node's side to the guest's. */
  readonly path: readonly Point[];
}

/** More than this many are not stacked on each other; another column follows outside. */
const perColumn = 3;

/** Whether a node stands at a side and carries nothing. */
export function isSimpleGuest(forest: Forest, node: number): boolean {
  return forest.below[node]!.length === 0 && forest.beside[node]!.length === 0;
}

/** Places the simple nodes at both sides of one. `shared` marks those that others cite as well. */
export function groupAround(scene: MeasuredScene, forest: Forest, shared: Uint8Array, node: number): Group {
  const own = scene.nodes[node]!;
  const anchor = anchorOf(own);
  const sides = sidesOf(scene, forest, shared, node);
  const left = standAt(scene, forest, own, sides.left, -1);
  const right = standAt(scene, forest, own, sides.right, 1);
  return {
    left: -anchor - left.width,
    right: own.width - anchor + right.width,
    ascent: Math.max(0, left.ascent, right.ascent),
    descent: Math.max(own.height, left.descent, right.descent),
    seats: [...left.seats, ...right.seats],
  };
}

/**
 * Contexts stand to the right and to the left in turn. Those that others cite as well stand to the right, where most others
 * are, being read later. Where there are challenges or subtrees at the side, those take the right, and contexts the left.
 */
function sidesOf({ edges }: MeasuredScene, forest: Forest, shared: Uint8Array, node: number) {
  const guests = forest.beside[node]!;
  const isContext = (guest: number) => edges[forest.via[guest]!]!.kind === 'inContextOf';
  const simple = guests.filter((guest) => isSimpleGuest(forest, guest));
  const contexts = simple.filter(isContext);
  if (contexts.length < guests.length) return { left: contexts, right: simple.filter((guest) => !isContext(guest)) };
  const toRight = new Set(contexts.filter((guest) => shared[guest] === 1));
  let toLeft = 0;
  for (const context of contexts) {
    if (toRight.has(context)) continue;
    if (toRight.size <= toLeft) toRight.add(context);
    else toLeft++;
  }
  return {
    left: contexts.filter((context) => !toRight.has(context)),
    right: contexts.filter((context) => toRight.has(context)),
  };
}

interface Side extends Pick<Group, 'ascent' | 'descent' | 'seats'> {
  readonly width: number;
}

/** Stacks guests at one side in columns, each with its middle at that of the node. */
function standAt(
  { nodes, edges }: MeasuredScene,
  { via }: Forest,
  { body, width: ownWidth }: MeasuredNode,
  guests: readonly number[],
  sign: -1 | 1,
): Side {
  const start = { x: (body.width / 2) * sign, y: body.y + body.height / 2 };
  const edge = sign === 1 ? ownWidth - body.x - body.width / 2 : body.x + body.width / 2;
  const seats: Seat[] = [];
  let ascent = 0;
  let descent = 0;
  let width = 0;
  /** The way of the lines past the columns that are already there. */
  let way: Point[] = [start];
  for (let first = 0; first < guests.length; first += perColumn) {
    const column = guests.slice(first, first + perColumn);
    const boxes = column.map((guest) => nodes[guest]!);
    const inner = edge + width;
    const bus = (inner + spacing.sideBus) * sign;
    const here = way[way.length - 1]!.y;
    const hasLabels = column.some((guest) => hasWords(edges[via[guest]!]!));
    const gutter = spacing.side + (hasLabels ? spacing.sideWords : 0);
    const height = boxes.reduce((sum, box) => sum + box.height + spacing.stacked, -spacing.stacked);
    const [only] = boxes.length === 1 ? boxes : [];
    let y = start.y - (only === undefined ? height / 2 : only.body.y + only.body.height / 2);
    ascent = Math.max(ascent, -y);
    /** Between the first two boxes, where the lines of the next column pass. */
    const passage = y + boxes[0]!.height + spacing.stacked / 2;
    for (const [at, guest] of column.entries()) {
      const box = boxes[at]!;
      const x = sign === 1 ? inner + gutter : -inner - gutter - box.width;
      const end = { x: x + box.body.x + (sign === 1 ? 0 : box.body.width), y: y + box.body.y + box.body.height / 2 };
      const path = here === end.y ? [...way, end] : [...way, { x: bus, y: here }, { x: bus, y: end.y }, end];
      seats.push({ guest, x, y, path });
      y += box.height + spacing.stacked;
    }
    descent = Math.max(descent, y - spacing.stacked);
    way = [...way, { x: bus, y: here }, { x: bus, y: passage }];
    width += gutter + boxes.reduce((widest, box) => Math.max(widest, box.width), 0);
  }
  return { ascent, descent, width, seats };
}

function hasWords({ claimPoints, multiplicity }: SceneEdge): boolean {
  return claimPoints.length > 0 || multiplicity !== undefined;
}

/** From the left side of a node's box to the middle of its body. */
export function anchorOf({ body }: MeasuredNode): number {
  return body.x + body.width / 2;
}
