import {
  type BuildingBlock,
  type Fact,
  marksLegend,
  practicalities,
  provenanceMarks,
  ranked,
  scalabilities,
  strengths,
} from '../catalogue/index.js';
import { type Figure, type Shape, wrappedText } from './kit/index.js';

const margin = 16;

/** Where things stand: the scales beside the name of a block, or below it where the picture is narrow. */
interface Layout {
  readonly width: number;
  readonly isNarrow: boolean;
  /** Left edge of the first scale. */
  readonly left: number;
  readonly column: number;
  /** Room for the name of a block. */
  readonly name: number;
  readonly row: number;
}

const top = 84;

function layoutOf(width: number): Layout {
  const isNarrow = width < 700;
  const left = isNarrow ? 30 : Math.round(width * 0.32);
  const column = (width - margin - left) / 3;
  return { width, isNarrow, left, column, name: isNarrow ? width - 46 : left - 50, row: isNarrow ? 106 : 52 };
}

/**
 * Building blocks by rank, each on the three scales of figure 3 of Clymer et al. 2024. Every label carries a sign for where
 * it comes from: but for the three that the caption names, the labels of the figure are reconstructions.
 *
 * @param width in pixels, 360 or more
 */
export function blocksFigure(blocks: readonly BuildingBlock[], width = 940): Figure {
  const layout = layoutOf(width);
  const { left, column, row } = layout;
  const rows = ranked(blocks);
  const used = rows.flatMap(({ block }) => [
    block.practicality.provenance,
    block.strength.provenance,
    block.scalability.provenance,
    ...(block.ranksHighest === undefined ? [] : [block.ranksHighest.provenance]),
  ]);
  const foot = top + rows.length * row + 26;
  const legend = wrappedText(
    {
      text: `Where a label comes from: ${marksLegend(used)}. A block ranks by its weakest label, then by all three. "Supporting only": may not carry a case by itself.`,
      x: 16,
      y: foot,
      small: true,
      tone: 'soft',
    },
    width - 2 * margin,
    8,
  );
  const titles = ['practicality', 'maximum strength', 'scalability'];
  return {
    title: 'Building blocks: practicality, maximum strength, scalability',
    description: rows
      .map(
        ({ block }) =>
          `${block.title} (${block.category}): ${block.practicality.value}, ${block.strength.value}, ${block.scalability.value}.`,
      )
      .join(' '),
    width,
    height: foot + legend.height + 4,
    shapes: [
      { kind: 'text', text: 'Building blocks on the scales of figure 3', x: 16, y: 30, weight: 'semibold' },
      {
        kind: 'text',
        text: 'Clymer et al. 2024; the counterpart drawn from the catalogue',
        x: 16,
        y: 50,
        small: true,
        tone: 'soft',
      },
      ...titles.map(
        (text, at): Shape => ({
          kind: 'text',
          text,
          x: left + at * column,
          y: top - 10,
          small: true,
          weight: 'semibold',
        }),
      ),
      ...rows.flatMap(({ block }, at) => rowOf(block, top + at * row, layout)),
      ...legend.shapes,
    ],
  };
}

function rowOf(block: BuildingBlock, y: number, layout: Layout): readonly Shape[] {
  const { width, isNarrow, left, column, row } = layout;
  const { category, ranksHighest } = block;
  const mark = ranksHighest === undefined ? '' : ` ${provenanceMarks[ranksHighest.provenance]}`;
  const name = wrappedText(
    { text: `${block.title}${mark}`, x: 30, y: y + 22, weight: 'semibold', small: true },
    layout.name,
    1,
  );
  const below = isNarrow ? y + 36 : y;
  return [
    {
      kind: 'line',
      points: [
        { x: 16, y },
        { x: width - 16, y },
      ],
      stroke: 'track',
      width: 1,
    },
    { kind: 'box', x: 16, y: y + 9, width: 6, height: row - 18, fill: category, stroke: category },
    ...name.shapes,
    {
      kind: 'text',
      text: `${category}${block.role.value === 'supporting' ? ', supporting only' : ''}`,
      x: 30,
      y: y + 39,
      small: true,
      tone: 'soft',
    },
    ...scale(practicalities, block.practicality, left, below, layout),
    ...scale(strengths, block.strength, left + column, below, layout),
    ...scale(scalabilities, block.scalability, left + 2 * column, below, layout),
  ];
}

/** The level in words above as many boxes as the scale has levels, filled up to it. */
function scale<T extends string>(
  levels: readonly T[],
  fact: Fact<T>,
  x: number,
  y: number,
  { column, isNarrow }: Layout,
): readonly Shape[] {
  const reached = levels.indexOf(fact.value);
  const size = (column - (isNarrow ? 10 : 40)) / levels.length;
  const words = wrappedText(
    { text: `${fact.value} ${provenanceMarks[fact.provenance]}`, x, y: y + 21, small: true },
    column - 8,
    isNarrow ? 2 : 1,
  );
  return [
    ...words.shapes,
    ...levels.map(
      (_, at): Shape => ({
        kind: 'box',
        x: x + at * size,
        y: y + (isNarrow ? 47 : 29),
        width: size - 4,
        height: 9,
        round: 2,
        ...(at <= reached ? { fill: 'accent', stroke: 'accent' } : { stroke: 'line' }),
      }),
    ),
  ];
}
