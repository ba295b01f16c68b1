import type { Figure, Look, Shape } from '../kit/index.js';
import { wrappedText } from '../kit/index.js';
import { boxContent } from './box-content.js';
import { legend } from './legend.js';
import { lineLooks } from './line-looks.js';
import type { SystemBox, SystemPicture } from './picture.js';
import { placeRows } from './place.js';
import { routeLines } from './route.js';
import { rowsOf } from './rows.js';

const margin = 24;
/** Rows are broken where they would be wider; a box with very many lines may be wider still. */
const usual = 960 + 2 * margin;
const leastWidth = 480;

/**
 * The diagram of a system: its subsystems by kind, access, who watches whom, who is trusted where, and the minimal sets that
 * are pointed out. No box or line covers another; the same picture gives the same figure.
 *
 * @param width in pixels, 360 or more; rows of boxes are broken to keep within it
 */
export function systemFigure(picture: SystemPicture, width = usual): Figure {
  const mostWidth = width - 2 * margin;
  const ends = new Map<string, number>();
  for (const { from, to } of picture.lines) for (const id of [from, to]) ends.set(id, (ends.get(id) ?? 0) + 1);
  const rows = rowsOf(picture.boxes, picture.lines).map((row) =>
    row.map((box) => boxContent(box, ends.get(box.id) ?? 0)),
  );
  const placed = placeRows(rows, mostWidth);
  const routed = routeLines(picture.lines, placed);

  const inner = Math.max(Math.min(leastWidth, mostWidth), routed.left + routed.right);
  const title = wrappedText({ text: picture.title, x: margin, y: margin + 16, weight: 'semibold' }, inner, 3);
  const left = margin + Math.floor((inner - routed.left - routed.right) / 2) + routed.left;
  const top = margin + title.height + 12;
  const boxes = placed.boxes.map(({ content, x, row, width }): Shape => {
    const [y, height] = [top + (routed.tops[row] as number), placed.heights[row] as number];
    return {
      kind: 'group',
      label: labelOf(content.box, picture),
      shapes: [
        {
          kind: 'box',
          x: left + x,
          y,
          width,
          height,
          round: content.box.mark?.counted === true ? 0 : 6,
          fill: 'surface',
          ...outlineOf(content.box),
        },
        ...frame(content.box, left + x, y, width, height),
        ...several(content.box.copies, left + x, y, width, height),
        ...content.shapes.map((shape) => moved(shape, left + x, y)),
      ],
    };
  });
  const lines = routed.lines.map(
    ({ line, points }): Shape => ({
      kind: 'line',
      points: points.map(({ x, y }) => ({ x: left + x, y: top + y })),
      arrow: true,
      ...lineLooks[line.kind],
    }),
  );
  let y = top + routed.height + margin;
  const key = legend(picture, margin, y, inner);
  y += key.height;
  const notes = picture.notes.flatMap((text) => {
    const set = wrappedText({ text, x: margin, y: y + 16, small: true }, inner, 6);
    y += set.height + 6;
    return set.shapes;
  });
  return {
    title: picture.title,
    description: descriptionOf(picture),
    width: inner + 2 * margin,
    height: y + margin,
    shapes: [...title.shapes, ...lines, ...boxes, ...key.shapes, ...notes],
  };
}

/** What is in a set stands out by its outline, as well as by its words: dashed where its misbehaviour is only given. */
function outlineOf({ mark, trust }: SystemBox): Look {
  if (mark !== undefined) return { stroke: 'accent', dashed: !mark.counted };
  if (trust.length === 1 && trust[0]?.trusted === false) return { stroke: 'bad', dashed: true };
  return { stroke: 'line' };
}

/** A thick frame around what is counted in a set. */
function frame({ mark }: SystemBox, x: number, y: number, width: number, height: number): readonly Shape[] {
  if (mark?.counted !== true) return [];
  const points = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  return [{ kind: 'line', points, closed: true, stroke: 'accent', width: 3 }];
}

/** A second outline within the first for what stands for several. */
function several(copies: number, x: number, y: number, width: number, height: number): readonly Shape[] {
  if (copies <= 1) return [];
  const inset = 4;
  return [
    {
      kind: 'box',
      x: x + inset,
      y: y + inset,
      width: width - 2 * inset,
      height: height - 2 * inset,
      round: 4,
      stroke: 'track',
    },
  ];
}

function moved(shape: Shape, x: number, y: number): Shape {
  switch (shape.kind) {
    case 'line':
      return { ...shape, points: shape.points.map((point) => ({ x: point.x + x, y: point.y + y })) };
    case 'group':
      return { ...shape, shapes: shape.shapes.map((inner) => moved(inner, x, y)) };
    default:
      return { ...shape, x: shape.x + x, y: shape.y + y };
  }
}

function labelOf({ id, kind, facts, trust, mark }: SystemBox, { lines }: SystemPicture): string {
  const said = (['watches', 'writes', 'reads'] as const).flatMap((verb) => {
    const targets = lines.filter((line) => line.kind === verb && line.from === id).map(({ to }) => to);
    return targets.length === 0 ? [] : [`${verb} ${targets.join(', ')}`];
  });
  const watchers = lines.filter((line) => line.kind === 'watches' && line.to === id).map(({ from }) => from);
  return [
    `${id}: ${kind}`,
    ...facts,
    ...said,
    ...(watchers.length === 0 ? [] : [`watched by ${watchers.join(', ')}`]),
    ...trust.map(({ text }) => text),
    ...(mark === undefined ? [] : [mark.text]),
  ].join('; ');
}

function descriptionOf(picture: SystemPicture): string {
  const { boxes, notes } = picture;
  return [`${boxes.length} subsystems.`, ...boxes.map((box) => `${labelOf(box, picture)}.`), ...notes].join(' ');
}
