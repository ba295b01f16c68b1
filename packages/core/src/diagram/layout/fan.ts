import { type Contour, extent } from './contour.js';
import { spacing } from './spacing.js';

/** A subtree below one element: how far it reaches from its root's anchor, and over how many ranks. */
export interface Unit {
  readonly node: number;
  readonly left: number;
  readonly right: number;
  readonly ranks: number;
}

/** Small subtrees below one element in rows of pairs; the line to the lower rows runs between the two columns. */
export interface Fan {
  readonly members: readonly FanMember[];
  /** The x of the first and the last pair's line; the first is 0. */
  readonly lastSpine: number;
  readonly ranks: number;
  readonly left: number;
  readonly right: number;
}

export interface FanMember {
  readonly node: number;
  /** Of its anchor. */
  readonly x: number;
  /** The line of its pair of columns. */
  readonly spine: number;
  /** Ranks above it within the fan. */
  readonly down: number;
}

/** A rank is about this tall with its lines; only the proportions of fans depend on it. */
const typicalRank = 150;
/** A fan is at least this wide for its height. */
const aspect = 0.5;

/** Puts subtrees in rows: read from left to right and down within a pair of columns, then the next pair. */
export function fanOut(units: readonly Unit[]): Fan {
  const width = units.reduce((widest, { left, right }) => Math.max(widest, right - left), 0) + spacing.siblings;
  const ranks = units.reduce((most, unit) => Math.max(most, unit.ranks), 1);
  let pairs = 1;
  while (2 * pairs * width < aspect * typicalRank * ranks * Math.ceil(units.length / (2 * pairs))) pairs++;
  const members: FanMember[] = [];
  let left = 0;
  let right = 0;
  let lastSpine = 0;
  let deepest = 0;
  for (let pair = 0; pair < pairs; pair++) {
    const own = units.slice(Math.ceil((pair * units.length) / pairs), Math.ceil(((pair + 1) * units.length) / pairs));
    const columns = [0, 1].map((column) => own.filter((_, at) => at % 2 === column));
    const [first, second] = columns.map((column) => widthOf(column));
    const spine = pair === 0 ? 0 : right + spacing.siblings + first! + spacing.spine / 2;
    if (pair === 0) left = -first! - spacing.spine / 2;
    right = spine + spacing.spine / 2 + second!;
    lastSpine = spine;
    let down = 0;
    for (let at = 0; at < own.length; at += 2) {
      const [one, other] = [own[at]!, own[at + 1]];
      const x =
        other === undefined && at > 0
          ? spine - (one.left + one.right) / 2
          : spine - spacing.spine / 2 - centred(one, first!);
      members.push({ node: one.node, x, spine, down });
      if (other !== undefined)
        members.push({
          node: other.node,
          x: spine + spacing.spine / 2 + second! - centred(other, second!),
          spine,
          down,
        });
      down += Math.max(one.ranks, other?.ranks ?? 0);
    }
    deepest = Math.max(deepest, down);
  }
  return { members, lastSpine, ranks: deepest, left, right };
}

function widthOf(units: readonly Unit[]): number {
  return units.reduce((widest, { left, right }) => Math.max(widest, right - left), 0);
}

/** From the right side of a column to the anchor of a subtree in its middle. */
function centred({ left, right }: Unit, width: number): number {
  return (width - right + left) / 2 + right;
}

/** What counts as a small subtree. */
const deepestUnit = 3;
const widestUnit = 560;

/** A subtree as a unit of a fan, if it is small. */
export function unitOf(node: number, outline: Contour): Unit | undefined {
  const ranks = outline.left.length;
  if (ranks > deepestUnit) return undefined;
  const { left, right } = extent(outline);
  return right - left > widestUnit ? undefined : { node, left, right, ranks };
}

/** More leaves than this, or a wider row of small subtrees, are put in rows. */
const longestRow = 4;
const widestRow = 1600;

/** Splits children into runs that are put in rows, and single ones. */
export function rowsOf(children: readonly number[], units: readonly (Unit | undefined)[]): number[][] {
  const result: number[][] = [];
  for (let first = 0; first < children.length; ) {
    let end = first;
    let leaves = first;
    let width = 0;
    for (; end < children.length; end++) {
      const unit = units[children[end]!];
      if (unit === undefined) break;
      if (unit.ranks === 1 && leaves === end) leaves++;
      width += unit.right - unit.left + spacing.siblings;
    }
    const run = end - first >= longestRow && width > widestRow ? end : leaves - first > longestRow ? leaves : first + 1;
    result.push(children.slice(first, run));
    first = run;
  }
  return result;
}
