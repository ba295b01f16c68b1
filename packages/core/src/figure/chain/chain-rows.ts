import { formatProbability } from '../../case/index.js';
import { amplifyWords, type ChainAssessment, type Generation } from '../../chain/index.js';
import { type Axis, type Figure, type Look, linearAxis, type Shape, wrappedText } from '../kit/index.js';
import { generationWords } from './generation-words.js';

const margin = 14;
const inset = 10;
const barHeight = 16;

/**
 * Generations from top to bottom, for a picture that is narrow: how each is amplified to oversee the next one, the gap
 * step, and the doubt that adds up as a bar against the threshold, on one scale for all.
 */
export function chainRows({ generations }: ChainAssessment, width: number): Figure {
  const inner = width - 2 * margin;
  const thresholds = generations.flatMap(({ threshold }) => threshold ?? []);
  const most = Math.max(...generations.map(({ doubt }) => doubt), ...thresholds, 1e-12);
  const axis = linearAxis('doubt', 0, Math.min(1, most * 1.1), 4, formatProbability);
  const head = wrappedText(
    { text: 'Each generation oversees the training of the next one', x: margin, y: 26, weight: 'semibold' },
    inner,
    3,
  );
  const shapes: Shape[] = [...head.shapes];
  let y = 26 + head.height;
  generations.forEach((generation, at) => {
    const step = at === 0 ? { shapes: [], height: 0 } : stepTo(generation, y, inner);
    const box = boxOf(generation, y + step.height, inner, axis);
    shapes.push({
      kind: 'group',
      label: generationWords(generation, at + 1),
      shapes: [...step.shapes, ...box.shapes],
    });
    y += step.height + box.height;
  });
  const legend = legendOf(y + 22);
  return {
    title: 'Doubt along the generations',
    description: generations.map((generation, at) => generationWords(generation, at + 1)).join(' '),
    width,
    height: y + 62,
    shapes: [...shapes, ...legend],
  };
}

interface Placed {
  readonly shapes: readonly Shape[];
  readonly height: number;
}

/** The arrow from the generation above; beside it the amplification and the gap step. */
function stepTo({ amplify, gap }: Generation, y: number, inner: number): Placed {
  const said = [
    ...(amplify === undefined ? [] : [amplifyWords(amplify)]),
    ...(gap === undefined ? [] : [`gap ${formatProbability(gap.doubt)}`]),
  ].join('; ');
  const x = margin + 24;
  const words = wrappedText({ text: said, x: x + 14, y: y + 18, small: true }, inner - 38, 3);
  const height = Math.max(30, words.height + 14);
  const arrow: Shape = {
    kind: 'line',
    points: [
      { x, y: y + 3 },
      { x, y: y + height - 3 },
    ],
    stroke: 'ink',
    arrow: true,
  };
  return { shapes: said === '' ? [arrow] : [arrow, ...words.shapes], height };
}

/** A generation with its verdict, and its doubt as a bar: what it takes over, and what it adds. */
function boxOf(
  { id, verdict, own, inherited, doubt, threshold }: Generation,
  y: number,
  inner: number,
  axis: Axis,
): Placed {
  const tone = verdict === 'supported' ? 'good' : 'bad';
  const [left, room] = [margin + inset, inner - 2 * inset];
  const name = wrappedText({ text: id, x: left, y: y + 22, weight: 'semibold' }, room, 2);
  const verdictAt = y + 22 + name.height;
  const barTop = verdictAt + 14;
  const across = (value: number) => left + room * axis.at(value);
  const part = (from: number, to: number) =>
    ({
      kind: 'box',
      x: across(from),
      y: barTop,
      width: Math.max(0, across(to) - across(from)),
      height: barHeight,
    }) as const;
  const before = Math.min(doubt, inherited);
  const said = [
    `doubt ${formatProbability(doubt)}`,
    `adds ${formatProbability(own)}`,
    ...(threshold === undefined ? [] : [`threshold ${formatProbability(threshold)}`]),
  ].join(', ');
  const words = wrappedText({ text: said, x: left, y: barTop + barHeight + 20, small: true }, room, 2);
  const height = barTop + barHeight + 14 + words.height - y + 2;
  return {
    shapes: [
      { kind: 'box', x: margin, y, width: inner, height, round: 6, fill: 'surface', stroke: tone },
      ...name.shapes,
      { kind: 'text', text: verdict, x: left, y: verdictAt, small: true, tone },
      ...(before > 0 ? [{ ...part(0, before), fill: 'track', stroke: 'line', dashed: true } as const] : []),
      { ...part(before, doubt), fill: 'accent', stroke: 'accent' },
      ...(threshold === undefined ? [] : [thresholdLine(across(threshold), barTop)]),
      ...words.shapes,
    ],
    height,
  };
}

function thresholdLine(x: number, top: number): Shape {
  return {
    kind: 'line',
    points: [
      { x, y: top - 4 },
      { x, y: top + barHeight + 4 },
    ],
    stroke: 'ink',
    dashed: true,
  };
}

function legendOf(y: number): readonly Shape[] {
  const key = (row: number, text: string, look: Look): readonly Shape[] => [
    { ...look, kind: 'box', x: margin, y: y + 18 * row - 10, width: 14, height: 12 },
    { kind: 'text', text, x: margin + 20, y: y + 18 * row, small: true },
  ];
  return [
    ...key(0, 'of generations before', { fill: 'track', stroke: 'line', dashed: true }),
    ...key(1, 'added by the step; dashed line: the threshold', { fill: 'accent', stroke: 'accent' }),
  ];
}
