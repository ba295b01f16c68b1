import { formatProbability } from '../../case/index.js';
import { amplifyWords, type ChainAssessment, type Generation } from '../../chain/index.js';
import { type Figure, type Look, linearAxis, type PlotArea, plotArea, type Shape, wrappedText } from '../kit/index.js';
import { chainRows } from './chain-rows.js';
import { generationWords } from './generation-words.js';

const margin = 16;
const column = 176;
const boxWidth = 118;
const boxHeight = 64;
const top = 72;
const plotHeight = 230;
/** Room for the axis at the left of the first generation. */
const axisWidth = 96;

/**
 * Generations from left to right: how each is amplified to oversee the next one, the gap step, and the doubt that adds up
 * against the threshold. As wide as they need; in `room` pixels that are fewer they stand below each other.
 */
export function chainFigure(chain: ChainAssessment, room = Number.POSITIVE_INFINITY): Figure {
  const { generations } = chain;
  const width = margin + axisWidth + generations.length * column + margin;
  if (width > room) return chainRows(chain, room);
  const thresholds = generations.flatMap(({ threshold }) => threshold ?? []);
  const most = Math.max(...generations.map(({ doubt }) => doubt), ...thresholds, 1e-12);
  const boxTop = top;
  const plotTop = boxTop + boxHeight + 64;
  const x = linearAxis('', 0, 1, 1, () => '');
  const y = linearAxis('doubt', 0, Math.min(1, most * 1.15), 5, formatProbability);
  const area = plotArea({ ...x, ticks: [] }, y, {
    x: margin,
    y: plotTop,
    width: width - 2 * margin,
    height: plotHeight,
  });
  const shapes: Shape[] = [
    {
      kind: 'text',
      text: 'Each generation oversees the training of the next one',
      x: margin,
      y: 28,
      weight: 'semibold',
    },
    ...area.axes,
    ...thresholdLines(generations, area),
    ...generations.map(
      (generation, at): Shape => ({
        kind: 'group',
        label: generationWords(generation, at + 1),
        shapes: [...boxOf(generation, at, boxTop), ...stepTo(generation, at, boxTop), ...barOf(generation, at, area)],
      }),
    ),
    ...legendOf(area),
  ];
  return {
    title: 'Doubt along the generations',
    description: generations.map((generation, at) => generationWords(generation, at + 1)).join(' '),
    width,
    height: plotTop + plotHeight + 44,
    shapes,
  };
}

/** The left edge of a generation's column. */
function edge(at: number): number {
  return margin + axisWidth + at * column;
}

function boxOf({ id, verdict }: Generation, at: number, y: number): readonly Shape[] {
  const x = edge(at);
  const good = verdict === 'supported';
  const name = wrappedText(
    { text: id, x: x + boxWidth / 2, y: y + 24, anchor: 'middle', weight: 'semibold' },
    boxWidth - 12,
    1,
  );
  return [
    { kind: 'box', x, y, width: boxWidth, height: boxHeight, round: 6, fill: 'surface', stroke: good ? 'good' : 'bad' },
    ...name.shapes,
    {
      kind: 'text',
      text: verdict,
      x: x + boxWidth / 2,
      y: y + 46,
      anchor: 'middle',
      small: true,
      tone: good ? 'good' : 'bad',
    },
  ];
}

/** The arrow from the generation before, with the amplification above and the gap step below. */
function stepTo({ amplify, gap }: Generation, at: number, y: number): readonly Shape[] {
  if (at === 0) return [];
  const from = edge(at - 1) + boxWidth;
  const to = edge(at);
  const middle = (from + to) / 2;
  const height = y + boxHeight / 2;
  return [
    {
      kind: 'line',
      points: [
        { x: from + 4, y: height },
        { x: to - 4, y: height },
      ],
      stroke: 'ink',
      arrow: true,
    },
    ...(amplify === undefined ? [] : amplifyWords(amplify).split(', ').reverse()).map((words, line) =>
      label(words, middle, y - 8 - 16 * line),
    ),
    ...(gap === undefined ? [] : [label(`gap ${formatProbability(gap.doubt)}`, middle, y + boxHeight + 20)]),
  ];
}

function label(text: string, x: number, y: number): Shape {
  return { kind: 'text', text, x, y, anchor: 'middle', small: true };
}

function barOf({ own, inherited, doubt }: Generation, at: number, area: PlotArea): readonly Shape[] {
  const x = edge(at) + boxWidth / 2 - 26;
  const up = (value: number) => area.place(0, value).y;
  const foot = up(0);
  const part = (from: number, to: number) =>
    ({ kind: 'box', x, y: up(to), width: 52, height: Math.max(0, up(from) - up(to)) }) as const;
  const before = Math.min(doubt, inherited);
  return [
    ...(before > 0 ? [{ ...part(0, before), fill: 'track', stroke: 'line', dashed: true } as const] : []),
    { ...part(before, doubt), fill: 'accent', stroke: 'accent' },
    {
      kind: 'text',
      text: formatProbability(doubt),
      x: x + 26,
      y: up(doubt) - 6,
      anchor: 'middle',
      weight: 'semibold',
      halo: true,
    },
    {
      kind: 'text',
      text: `adds ${formatProbability(own)}`,
      x: x + 26,
      y: foot + 18,
      anchor: 'middle',
      small: true,
      tone: 'soft',
    },
  ];
}

function thresholdLines(generations: readonly Generation[], area: PlotArea): readonly Shape[] {
  return generations.flatMap(({ threshold }, at): readonly Shape[] => {
    if (threshold === undefined) return [];
    const { y } = area.place(0, threshold);
    const line: Shape = {
      kind: 'line',
      points: [
        { x: edge(at) - (column - boxWidth) / 2, y },
        { x: edge(at) + boxWidth + (column - boxWidth) / 2, y },
      ],
      stroke: 'ink',
      dashed: true,
    };
    const named = generations[at - 1]?.threshold !== threshold;
    const text: Shape = {
      kind: 'text',
      text: `threshold ${formatProbability(threshold)}`,
      x: edge(at) - 22,
      y: y - 6,
      small: true,
      halo: true,
    };
    return named ? [line, text] : [line];
  });
}

function legendOf(area: PlotArea): readonly Shape[] {
  const y = area.top + area.height + 40;
  const key = (x: number, text: string, look: Look): readonly Shape[] => [
    { ...look, kind: 'box', x, y: y - 10, width: 14, height: 12 },
    { kind: 'text', text, x: x + 20, y, small: true },
  ];
  return [
    ...key(area.left, 'of generations before', { fill: 'track', stroke: 'line', dashed: true }),
    ...key(area.left + 170, 'added by the step', { fill: 'accent', stroke: 'accent' }),
  ];
}
