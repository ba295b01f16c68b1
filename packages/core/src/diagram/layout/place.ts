import type { MeasuredScene } from '../types.js';
import { addTop, blockContour, type Contour, moveContour, placeSideBySide } from './contour.js';
import { fanOut, rowsOf, type Unit, unitOf } from './fan.js';
import type { Forest } from './forest.js';
import { placeTrees } from './place-trees.js';
import { anchorOf, type Group, groupAround, isSimpleGuest } from './sides.js';
import { spacing } from './spacing.js';

/** Where every node stands from left to right, and on which rank. */
export interface Placement {
  /** The middle of each node's body. */
  readonly x: Float64Array;
  /** Counted from the top; nodes at a side share the rank of their host. */
  readonly rank: Int32Array;
  readonly ranks: number;
  /** The group of each node that is not simply at a side. */
  readonly groups: readonly (Group | undefined)[];
  /** For members of fans below the first row, the x of the line that leads to them. */
  readonly spine: ReadonlyMap<number, number>;
}

/** Gives each tree its narrowest tidy shape, parents centred above their children. */
export function place(scene: MeasuredScene, forest: Forest): Placement {
  const size = scene.nodes.length;
  /** Relative to the host's anchor; of roots, absolute. */
  const x = new Float64Array(size);
  /** Relative to the host's rank; of roots, absolute. */
  const rank = new Int32Array(size);
  const groups: (Group | undefined)[] = new Array(size).fill(undefined);
  const spine = new Map<number, number>();
  const outlines: (Contour | undefined)[] = new Array(size).fill(undefined);
  /** Subtrees that may stand in a lower row of a fan: small, and with nothing outside that hangs from them. */
  const units: (Unit | undefined)[] = new Array(size).fill(undefined);
  const citing = citesAcross(scene, forest);
  const shared = citedTwice(scene);

  for (let at = size - 1; at >= 0; at--) {
    const node = forest.order[at]!;
    if (isSeat(forest, node)) continue;
    const group = groupAround(scene, forest, shared, node);
    groups[node] = group;
    for (const seat of group.seats) x[seat.guest] = seat.x + anchorOf(scene.nodes[seat.guest]!);
    let outline = hang(forest.below[node]!);
    addTop(outline, group.left, group.right);
    const companions = forest.beside[node]!.filter((guest) => !isSimpleGuest(forest, guest));
    if (companions.length > 0) {
      const row = [outline, ...companions.map((guest) => outlines[guest]!)];
      const { offsets, contour } = placeSideBySide(row, { top: spacing.companions, below: spacing.subtrees });
      for (const [index, guest] of companions.entries()) x[guest] = offsets[index + 1]!;
      outline = contour;
    }
    outlines[node] = outline;
    const isMovable = citing[node] === 0 && [...forest.below[node]!, ...companions].every((guest) => units[guest]);
    units[node] = isMovable ? unitOf(node, outline) : undefined;
  }
  const ranks = placeTrees(scene, forest, outlines, { x, rank });
  for (const node of forest.order) {
    const host = forest.host[node]!;
    if (host < 0) continue;
    x[node]! += x[host]!;
    rank[node]! += rank[host]!;
    const line = spine.get(node);
    if (line !== undefined) spine.set(node, line + x[host]!);
  }
  return { x, rank, ranks, groups, spine };

  /** Places children below their parent's anchor, at 0. */
  function hang(children: readonly number[]): Contour {
    const contours: Contour[] = [];
    const middles: { first: number; last: number }[] = [];
    const movers: ((offset: number) => void)[] = [];
    for (const run of rowsOf(children, units)) {
      if (run.length > 1) {
        const fan = fanOut(run.map((child) => units[child]!));
        contours.push(blockContour(fan.left, fan.right, fan.ranks));
        middles.push({ first: 0, last: fan.lastSpine });
        movers.push((offset) => {
          for (const member of fan.members) {
            x[member.node] = offset + member.x;
            rank[member.node] = 1 + member.down;
            if (member.down > 0) spine.set(member.node, offset + member.spine);
          }
        });
      } else {
        const child = run[0]!;
        contours.push(outlines[child]!);
        middles.push({ first: 0, last: 0 });
        movers.push((offset) => {
          x[child] = offset;
          rank[child] = 1;
        });
      }
    }
    const { offsets, contour } = placeSideBySide(contours, { top: spacing.siblings, below: spacing.subtrees });
    const last = offsets.length - 1;
    const centre = last < 0 ? 0 : (offsets[0]! + middles[0]!.first + offsets[last]! + middles[last]!.last) / 2;
    // A line with a kink of a few pixels looks like a mistake.
    const middle = offsets.find((offset) => Math.abs(offset - centre) < spacing.kink) ?? centre;
    for (const [index, move] of movers.entries()) move(offsets[index]! - middle);
    moveContour(contour, -middle);
    return contour;
  }
}

/** Whether a node stands at its host's side as part of its group. */
export function isSeat(forest: Forest, node: number): boolean {
  return forest.isBeside[node] === 1 && isSimpleGuest(forest, node);
}

/** Elements with a line of support to something that hangs elsewhere: they must stay above it. */
function citesAcross({ edges }: MeasuredScene, { via }: Forest): Uint8Array {
  const cites = new Uint8Array(via.length);
  for (const [index, { from, to, kind }] of edges.entries()) {
    if ((kind === 'supportedBy' || kind === 'uses' || kind === 'answeredBy') && via[to] !== index) cites[from] = 1;
  }
  return cites;
}

/** Elements that several links lead to. */
function citedTwice({ nodes, edges }: MeasuredScene): Uint8Array {
  const cited = new Uint8Array(nodes.length);
  const twice = new Uint8Array(nodes.length);
  for (const { to } of edges) {
    twice[to] = cited[to]!;
    cited[to] = 1;
  }
  return twice;
}
