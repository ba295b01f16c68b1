import type { ParetoFront, ProtocolPoint } from '../../statistics/index.js';
import { type Figure, linearAxis, type Point, plotArea, type Shape, wrappedText } from '../kit/index.js';
import { heading } from './heading.js';

/** Of the plot where there is room; a narrow one is no higher than wide. */
const mostHeight = 380;
const radius = 5;

/** Most points that are drawn; of more, the numbers could not be told apart. */
const most = 40;

/**
 * Protocols by usefulness and safety: those that no other one beats on a line, the others hollow. Each has a number, and
 * the key below says which it is and what beats it.
 */
export function paretoFigure({ front, dominated, leftOut }: ParetoFront, title: string, width = 640): Figure {
  const plotHeight = Math.min(mostHeight, width);
  const beaten = dominated.map(({ point, by }) => ({ point, by }));
  const all = [...front.map((point) => ({ point, by: [] as readonly ProtocolPoint[] })), ...beaten].slice(0, most);
  const points = all.map(({ point }) => point);
  const head = heading(
    title,
    'Full: no other protocol beats it. Hollow: another is at least as good in both, and better in one.',
    width,
  );
  const area = plotArea(
    linearAxis('usefulness', ...spanOf(points.map(({ usefulness }) => usefulness!))),
    linearAxis('safety', ...spanOf(points.map(({ safety }) => safety))),
    { x: 12, y: head.bottom, width: width - 36, height: plotHeight },
  );
  const places = points.map(({ usefulness, safety }) => area.place(usefulness!, safety));
  const line = places.slice(0, Math.min(front.length, most));
  const labels = numberPlaces(places);
  const marks: Shape[] = all.map(({ point, by }, at) => ({
    kind: 'group',
    label: wordsOf(point, by, at + 1),
    shapes: [
      by.length === 0
        ? { kind: 'circle', ...places[at]!, radius, fill: 'accent', stroke: 'accent' }
        : { kind: 'circle', ...places[at]!, radius, fill: 'page', stroke: 'ink' },
      {
        kind: 'text',
        text: String(at + 1),
        ...labels[at]!,
        anchor: 'middle',
        small: true,
        halo: true,
        weight: by.length === 0 ? 'semibold' : 'regular',
      },
    ],
  }));
  const key = keyOf(
    [
      ...all.map(({ point, by }, at) => wordsOf(point, by, at + 1)),
      ...leftOut.map(({ name, safety }) => `–  ${name}: safety ${safety}, no usefulness is known`),
    ],
    head.bottom + plotHeight + 24,
    width,
  );
  const left = dominated.length + front.length - all.length;
  return {
    title,
    description: [
      ...all.map(({ point, by }, at) => `${wordsOf(point, by, at + 1)}.`),
      ...leftOut.map(({ name }) => `${name} has no usefulness and is left out.`),
      ...(left > 0 ? [`${left} more are not drawn.`] : []),
    ].join(' '),
    width,
    height: key.bottom + 12,
    shapes: [
      ...head.shapes,
      ...area.axes,
      ...(line.length > 1 ? [{ kind: 'line', points: line, stroke: 'accent', width: 2 } as const] : []),
      ...marks,
      ...key.shapes,
    ],
  };
}

function wordsOf({ name, usefulness, safety }: ProtocolPoint, by: readonly ProtocolPoint[], number: number): string {
  const beaten = by.length === 0 ? '' : `, beaten by ${by.map((each) => each.name).join(' and ')}`;
  return `${number}  ${name}: usefulness ${usefulness}, safety ${safety}${beaten}`;
}

function keyOf(
  lines: readonly string[],
  top: number,
  width: number,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
  const shapes: Shape[] = [];
  let y = top;
  for (const text of lines) {
    const block = wrappedText({ text, x: 28, y, small: true }, width - 56, 3);
    shapes.push(...block.shapes);
    y += block.height + 3;
  }
  return { shapes, bottom: y };
}

/** A little room on both sides, so that no point lies on the frame. */
function spanOf(values: readonly number[]): [number, number] {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (values.length === 0) return [0, 1];
  const room = high > low ? (high - low) * 0.05 : 1;
  return [low - room, high + room];
}

/** Where the number of each point stands: the first place around it that is free of points and of other numbers. */
function numberPlaces(places: readonly Point[]): readonly Point[] {
  const taken: Point[] = [];
  for (const { x, y } of places) {
    const around = [14, 24, 36, 50].flatMap((far) => [
      { x, y: y - far + 4 },
      { x: x + far, y: y + 4 },
      { x, y: y + far + 4 },
      { x: x - far, y: y + 4 },
      { x: x + far * 0.8, y: y - far * 0.8 + 4 },
      { x: x - far * 0.8, y: y + far * 0.8 + 4 },
    ]);
    const free = around.find(
      (one) =>
        taken.every((other) => Math.abs(other.x - one.x) > 16 || Math.abs(other.y - one.y) > 13) &&
        places.every((other) => Math.abs(other.x - one.x) > 11 || Math.abs(other.y - (one.y - 4)) > 10),
    );
    taken.push(free ?? around[0]!);
  }
  return taken;
}
