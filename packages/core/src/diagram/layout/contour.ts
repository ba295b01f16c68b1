/**
 * The outline of a subtree: per rank the leftmost and the rightmost x, relative to its root's anchor. Kept deepest rank first,
 * so that a root is added at the end, with a shift that applies to all entries, so that moving costs nothing.
 */
export interface Contour {
  left: number[];
  right: number[];
  leftShift: number;
  rightShift: number;
}

/** The outline of a block of the same width over some ranks. */
export function blockContour(left: number, right: number, ranks = 1): Contour {
  return { left: new Array(ranks).fill(left), right: new Array(ranks).fill(right), leftShift: 0, rightShift: 0 };
}

export function moveContour(contour: Contour, by: number): void {
  contour.leftShift += by;
  contour.rightShift += by;
}

/** Adds a rank above the others. */
export function addTop(contour: Contour, left: number, right: number): void {
  contour.left.push(left - contour.leftShift);
  contour.right.push(right - contour.rightShift);
}

export function extent(contour: Contour): { left: number; right: number } {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const x of contour.left) if (x < left) left = x;
  for (const x of contour.right) if (x > right) right = x;
  return { left: left + contour.leftShift, right: right + contour.rightShift };
}

/**
 * Places subtrees side by side as closely as their outlines allow, the first at 0, and returns the offset of each and the
 * outline of all; uses up the outlines given. Where a large subtree pushes the next away over smaller ones, those are spread evenly
 * between the two. Linear in the number of ranks that the smaller of two neighbours has (Buchheim, Jünger and Leipert
 * 2002; van der Ploeg 2014 for boxes of different sizes).
 */
export function placeSideBySide(
  contours: readonly Contour[],
  gap: { readonly top: number; readonly below: number },
): { offsets: number[]; contour: Contour } {
  const [first, ...others] = contours;
  if (first === undefined) return { offsets: [], contour: blockContour(0, 0, 0) };
  const offsets = [0];
  const all = first;
  const spread = spreading(contours.length);
  // Which subtree forms the right outline: the last that reaches a rank. The deepest stand first.
  const visible = [{ index: 0, ranks: first.right.length }];
  for (const [at, next] of others.entries()) {
    const index = at + 1;
    const reach = Math.min(all.right.length, next.left.length);
    let offset = Number.NEGATIVE_INFINITY;
    let owner = visible.length - 1;
    for (let rank = 0; rank < reach; rank++) {
      while (visible[owner]!.ranks <= rank) owner--;
      const here = all.right[all.right.length - 1 - rank]! + all.rightShift;
      const there = next.left[next.left.length - 1 - rank]! + next.leftShift;
      const needed = here - there + (rank === 0 ? gap.top : gap.below);
      if (needed <= offset) continue;
      const pusher = visible[owner]!.index;
      if (rank > 0 && pusher < index - 1) spread.between(pusher, index, needed - offset);
      offset = needed;
    }
    offsets.push(offset);
    while (visible.length > 0 && visible[visible.length - 1]!.ranks <= next.left.length) visible.pop();
    visible.push({ index, ranks: next.left.length });
    moveContour(next, offset);
    join(all, next);
  }
  return { offsets: spread.apply(offsets), contour: all };
}

/** Takes the outline of what stands to the right into the one on the left; rewrites the shorter one's ranks only. */
function join(all: Contour, next: Contour): void {
  const ranks = all.left.length;
  const nextRanks = next.left.length;
  if (nextRanks >= ranks) {
    all.right = next.right;
    all.rightShift = next.rightShift;
  } else {
    for (let rank = 1; rank <= nextRanks; rank++) {
      all.right[ranks - rank] = next.right[nextRanks - rank]! + next.rightShift - all.rightShift;
    }
  }
  if (nextRanks <= ranks) return;
  for (let rank = 1; rank <= ranks; rank++) {
    next.left[nextRanks - rank] = all.left[ranks - rank]! + all.leftShift - next.leftShift;
  }
  all.left = next.left;
  all.leftShift = next.leftShift;
}

interface Spreading {
  readonly between: (first: number, last: number, room: number) => void;
  readonly apply: (offsets: readonly number[]) => number[];
}

/** Moves of smaller subtrees between two that push each other apart: linear functions of the index, added up in one pass. */
function spreading(size: number): Spreading {
  const slopes = new Float64Array(size + 1);
  const drops = new Float64Array(size + 1);
  return {
    between: (first, last, room) => {
      const step = room / (last - first);
      slopes[first + 1]! += step;
      slopes[last]! -= step;
      drops[last]! += step * (last - first - 1);
    },
    apply: (offsets) => {
      let slope = 0;
      let move = 0;
      return offsets.map((offset, index) => {
        slope += slopes[index]!;
        move += slope - drops[index]!;
        return offset + move;
      });
    },
  };
}
