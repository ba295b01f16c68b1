import type { Point } from '../kit/index.js';
import { freeTracks } from './free-tracks.js';
import { GRID } from './grid.js';
import type { SystemLine } from './picture.js';
import type { PlacedBox, PlacedRows } from './place.js';

/** Room between a row and the nearest line that runs along it, for the heads of arrows; and between lines. */
const clear = 16;
const apart = 10;

export interface Routed {
  readonly line: SystemLine;
  readonly points: readonly Point[];
}

export interface RoutedSystem {
  /** Top of each row. */
  readonly tops: readonly number[];
  readonly lines: readonly Routed[];
  /** How far lines stand out to the left of the rows, and where the rightmost runs. */
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

interface End {
  readonly box: PlacedBox;
  readonly side: 'top' | 'bottom';
  /** The space between rows that it opens to: space `r` lies above row `r`. */
  readonly space: number;
  x: number;
}

interface Way {
  readonly line: SystemLine;
  readonly from: End;
  readonly to: End;
  /** Beside the rows, where the line does not stay in one space: negative at the left. */
  lane?: number;
  readonly tracks: number[];
}

/**
 * Leads lines from box to box, only through the spaces between rows and beside all of them, so that no line crosses a box;
 * no two lines run along the same stretch. All deterministic, in the order given.
 */
export function routeLines(lines: readonly SystemLine[], { boxes, heights, width }: PlacedRows): RoutedSystem {
  const byId = new Map(boxes.map((box) => [box.content.box.id, box]));
  const ways = lines.map((line): Way => {
    const [from, to] = [byId.get(line.from) as PlacedBox, byId.get(line.to) as PlacedBox];
    // Boxes of one row meet below it.
    const down = from.row <= to.row;
    const end = (box: PlacedBox, side: End['side']): End => ({
      box,
      side,
      space: side === 'top' ? box.row : box.row + 1,
      x: 0,
    });
    return {
      line,
      from: end(from, down ? 'bottom' : 'top'),
      to: end(to, from.row === to.row || !down ? 'bottom' : 'top'),
      tracks: [],
    };
  });
  placePorts(ways, boxes);
  placeLanes(ways, width);
  const tracksIn = placeTracks(ways, heights.length);

  const tops: number[] = [];
  const starts: number[] = [];
  let y = 0;
  for (let space = 0; space <= heights.length; space++) {
    const tracks = tracksIn[space] as number;
    starts.push(y + clear);
    const isOutside = space === 0 || space === heights.length;
    y += tracks === 0 ? (isOutside ? 0 : 2 * clear) : 2 * clear + (tracks - 1) * apart;
    if (space < heights.length) {
      tops.push(y);
      y += heights[space] as number;
    }
  }
  const lanes = ways.flatMap(({ lane }) => lane ?? []);
  return {
    tops,
    lines: ways.map((way) => ({ line: way.line, points: pointsOf(way, tops, heights, starts) })),
    left: Math.max(0, ...lanes.map((x) => -x)),
    right: Math.max(width, ...lanes),
    height: y,
  };
}

/** Where lines leave each side of a box: by where they go, so that few cross. Tops and bottoms stand on different places of the grid. */
function placePorts(ways: readonly Way[], boxes: readonly PlacedBox[]): void {
  const middle = ({ x, width }: PlacedBox) => x + width / 2;
  for (const box of boxes) {
    for (const side of ['top', 'bottom'] as const) {
      const ends = ways
        .flatMap(({ from, to }) => [
          { end: from, other: to },
          { end: to, other: from },
        ])
        .filter(({ end }) => end.box === box && end.side === side)
        .sort((a, b) => middle(a.other.box) - middle(b.other.box));
      const step = Math.max(1, Math.min(4, Math.floor(box.width / GRID / (ends.length + 1)))) * GRID;
      const first = Math.floor((box.width - (ends.length - 1) * step) / 2 / GRID) * GRID;
      ends.forEach(({ end }, at) => {
        end.x = box.x + first + at * step + (side === 'top' ? GRID / 2 : 0);
      });
    }
  }
}

/** Lines between rows that are not neighbours go round, at the side that is nearer. */
function placeLanes(ways: readonly Way[], width: number): void {
  const around = ways.filter(({ from, to }) => from.space !== to.space);
  const atLeft = ({ from, to }: Way) => from.x + to.x <= 2 * width - from.x - to.x;
  for (const side of [true, false]) {
    const here = around.filter((way) => atLeft(way) === side);
    const lanes = freeTracks(
      here.map(({ from, to }) => ({
        from: Math.min(from.space, to.space),
        to: Math.max(from.space, to.space),
      })),
    );
    here.forEach((way, at) => {
      const off = clear + (lanes.track[at] as number) * apart;
      way.lane = side ? -off : width + off;
    });
  }
}

/** Gives the stretches along a space tracks of their own. @returns tracks by space */
function placeTracks(ways: readonly Way[], rows: number): readonly number[] {
  return Array.from({ length: rows + 1 }, (_, space) => {
    const stretches: { readonly way: Way; readonly from: number; readonly to: number }[] = [];
    for (const way of ways) {
      if (way.lane === undefined) {
        if (way.from.space === space) stretches.push({ way, ...between(way.from.x, way.to.x) });
        continue;
      }
      for (const end of [way.from, way.to]) {
        if (end.space === space) stretches.push({ way, ...between(end.x, way.lane) });
      }
    }
    const { track, count } = freeTracks(stretches.map(({ from, to }) => ({ from: from - GRID, to: to + GRID })));
    stretches.forEach(({ way }, at) => {
      way.tracks.push(track[at] as number);
    });
    return count;
  });
}

function between(a: number, b: number): { readonly from: number; readonly to: number } {
  return { from: Math.min(a, b), to: Math.max(a, b) };
}

function pointsOf(
  { from, to, lane, tracks }: Way,
  tops: readonly number[],
  heights: readonly number[],
  starts: readonly number[],
): readonly Point[] {
  const edge = ({ box, side }: End) => (tops[box.row] as number) + (side === 'top' ? 0 : (heights[box.row] as number));
  const along = (space: number, track: number) => (starts[space] as number) + track * apart;
  const points: Point[] = [{ x: from.x, y: edge(from) }];
  if (lane === undefined) {
    const y = along(from.space, tracks[0] as number);
    points.push({ x: from.x, y }, { x: to.x, y });
  } else {
    // Tracks were given space by space, from the top.
    const [upper, lower] = tracks as [number, number];
    const [first, last] = from.space < to.space ? [upper, lower] : [lower, upper];
    const [y1, y2] = [along(from.space, first), along(to.space, last)];
    points.push({ x: from.x, y: y1 }, { x: lane, y: y1 }, { x: lane, y: y2 }, { x: to.x, y: y2 });
  }
  points.push({ x: to.x, y: edge(to) });
  return points;
}
