import { upperEnd } from '../../doubt/index.js';
import type { HorizonPoint, OutcomeHorizon } from '../../horizon/index.js';
import { type Axis, logAxis, type PlotArea, type Shape } from '../kit/index.js';

const rowHeight = 16;
/** Doubts below this share of the largest one are drawn at the foot. */
const depth = 1e-6;

const curves = [
  { name: 'bound', words: 'whatever the dependence', stroke: 'soft', dashed: true, width: 1.25 },
  { name: 'independent', words: 'if independent', stroke: 'line', dashed: false, width: 1.25 },
  { name: 'declared', words: 'declared', stroke: 'accent', dashed: false, width: 2.5 },
] as const;

/** From a step above the largest doubt to a step below the smallest that matters; the threshold is always inside. */
export function doubtAxis({ points, threshold }: OutcomeHorizon): Axis {
  const doubts = points.flatMap(({ doubt }) =>
    doubt === undefined ? [] : curves.map(({ name }) => upperEnd(doubt[name])),
  );
  const all = [...doubts, ...(threshold === undefined ? [] : [threshold])].filter((value) => value > 0);
  const most = Math.max(...all, 1e-12);
  const least = Math.max(Math.min(...all, most), most * depth);
  return logAxis('doubt', tenBelow(least), Math.min(1, 10 * tenBelow(most * 0.9999999)));
}

function tenBelow(value: number): number {
  return Number(`1e${value.toExponential(12).split('e')[1]}`);
}

/** The curve in pieces: nothing is drawn where there is no number. */
function curveOf(
  points: readonly HorizonPoint[],
  name: 'bound' | 'declared' | 'independent',
): readonly (readonly [number, number])[][] {
  const pieces: [number, number][][] = [[]];
  for (const { value, doubt } of points) {
    if (doubt === undefined) pieces.push([]);
    else pieces.at(-1)!.push([value, upperEnd(doubt[name])]);
  }
  return pieces.filter((piece) => piece.length > 1);
}

export function legendOf(
  x: number,
  y: number,
  width: number,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const shapes: Shape[] = [];
  let at = x;
  let row = 0;
  for (const { words, stroke, dashed, width: line } of curves) {
    const size = 36 + 7 * words.length + 16;
    if (at + size > x + width && at > x) [at, row] = [x, row + 1];
    const height = y + row * rowHeight;
    shapes.push(
      {
        kind: 'line',
        points: [
          { x: at, y: height - 4 },
          { x: at + 28, y: height - 4 },
        ],
        stroke,
        dashed,
        width: line,
      },
      { kind: 'text', text: words, x: at + 36, y: height, small: true },
    );
    at += size;
  }
  return { shapes, height: (row + 1) * rowHeight };
}

/** The three doubts of an outcome. */
export function curveShapes({ points }: OutcomeHorizon, area: PlotArea): readonly Shape[] {
  return curves.flatMap(({ name, stroke, dashed, width }) =>
    curveOf(points, name).map(
      (piece): Shape => ({
        kind: 'line',
        points: piece.map(([at, doubt]) => area.place(at, doubt)),
        stroke,
        dashed,
        width,
      }),
    ),
  );
}
