import { formatProbability } from '../../case/index.js';
import {
  axisNumber,
  axisWords,
  flipWords,
  type Horizon,
  movesAlong,
  type OutcomeHorizon,
  todayWords,
} from '../../horizon/index.js';
import {
  type Axis,
  type Figure,
  labelRows,
  linearAxis,
  logAxis,
  plotArea,
  type Shape,
  wrappedText,
} from '../kit/index.js';
import { curveShapes, doubtAxis, legendOf } from './doubt-curves.js';
import { limitMark, stripHeight, stripOf, thresholdMark, upright } from './marks.js';

const margin = 16;
const rowHeight = 16;
const plotHeight = 210;
/** Names that are written at a value; more are counted. */
const mostNamed = 2;

/**
 * The doubt of each outcome along an axis: threshold, limits of claims, and where the verdict turns. With `whose`, the values
 * of today are those of the subsystems that it names.
 */
export function horizonFigure(
  horizon: Horizon,
  width = 760,
  whose: ReadonlyMap<number, readonly string[]> = new Map(),
): Figure {
  const shapes: Shape[] = [];
  let y = margin;
  const numbers = horizon.outcomes.filter(({ points }) => points.some(({ doubt }) => doubt !== undefined));
  const moving = numbers.filter(movesAlong);
  // A straight line says little beside others that turn.
  const drawn = moving.length > 0 ? moving : numbers;
  for (const outcome of drawn) {
    const panel = panelOf(horizon, outcome, width, y, whose);
    shapes.push({ kind: 'group', label: wordsOf(outcome, horizon), shapes: panel.shapes });
    y += panel.height + 2 * margin;
  }
  if (drawn.length === 0) {
    const nothing = wrappedText(
      { text: 'No doubt is stated, so there is nothing to draw.', x: margin, y: y + 14 },
      width - 2 * margin,
    );
    shapes.push(...nothing.shapes);
    y += nothing.height;
  }
  return {
    title: `The verdict over ${axisWords(horizon.over)}`,
    description: drawn.map((outcome) => wordsOf(outcome, horizon)).join(' '),
    width,
    // The last panel needs no gap below it.
    height: drawn.length === 0 ? y : y - margin,
    shapes,
  };
}

function namesOf(names: readonly string[] | undefined): string {
  if (names === undefined || names.length === 0) return '';
  const more = names.length - mostNamed;
  return `${names.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''} `;
}

function wordsOf({ id, flips, points, threshold }: OutcomeHorizon, horizon: Horizon): string {
  const [first] = points;
  const turns =
    flips.length === 0 ? `the verdict is ${first?.apart ?? 'unknown'} throughout` : flips.map(flipWords).join(', ');
  const limit = threshold === undefined ? '' : ` Threshold ${formatProbability(threshold)}.`;
  return `${id}, over ${axisWords(horizon.over)} from ${axisNumber(horizon.from)} to ${axisNumber(horizon.to)}: ${turns}.${limit}`;
}

function panelOf(
  horizon: Horizon,
  outcome: OutcomeHorizon,
  width: number,
  top: number,
  whose: ReadonlyMap<number, readonly string[]>,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const inner = width - 2 * margin;
  const apart = outcome.standing.length === 0 ? '' : ', apart from what blocks at every value';
  const title = wrappedText(
    { text: `${outcome.id}: ${outcome.text}`, x: margin, y: top + 14, weight: 'semibold' },
    inner,
    2,
  );
  const legend = legendOf(margin, top + title.height + 14, inner);
  const head = title.height + legend.height + 10;
  const x: Axis =
    horizon.scale === 'log'
      ? logAxis(axisWords(horizon.over), horizon.from, horizon.to, axisNumber)
      : linearAxis(axisWords(horizon.over), horizon.from, horizon.to, 6, axisNumber);
  const y = doubtAxis(outcome);
  // Laid out once for its left edge, which depends on the labels of the axis only.
  const { left, width: across } = plotArea(x, y, { x: margin, y: 0, width: inner, height: plotHeight });
  const right = left + across;
  const placeX = (value: number) => left + x.at(value) * across;
  const flips = labelRows(
    outcome.flips.map((flip) => ({ text: flipWords(flip), x: placeX(flip.low) })),
    left,
    right,
  );
  const flipRows = 1 + Math.max(-1, ...flips.map(({ row }) => row));
  const stripTop = top + head + flipRows * rowHeight + 6;
  const plotTop = stripTop + stripHeight + 10;
  const inside = (value: number) => value >= horizon.from && value <= horizon.to;
  const below = labelRows(
    [
      ...horizon.current.filter(inside).map((value) => ({
        text: `${namesOf(whose.get(value))}${todayWords({ current: [value] })}`,
        x: placeX(value),
      })),
      ...outcome.limits
        .filter(({ value }) => inside(value))
        .map(({ element, value }) => ({ text: `${element} holds to here`, x: placeX(value) })),
    ],
    left,
    right,
  );
  const belowRows = 1 + Math.max(-1, ...below.map(({ row }) => row));
  // What stands at a place of the axis is written between its numbers and its title.
  const room = belowRows * rowHeight;
  const area = plotArea(x, y, { x: margin, y: plotTop, width: inner, height: plotHeight + room }, room);
  const bottom = area.top + area.height;
  const end = plotTop + plotHeight + room;
  const shapes: Shape[] = [
    ...title.shapes,
    ...legend.shapes,
    ...area.axes,
    ...horizon.current.filter(inside).map((value) => upright(placeX(value), area.top, bottom, 'line', false)),
    ...outcome.limits.filter(({ value }) => inside(value)).flatMap(({ value }) => limitMark(placeX(value), bottom)),
    ...curveShapes(outcome, area),
    ...(outcome.threshold === undefined ? [] : thresholdMark(outcome, outcome.threshold, area, y)),
    ...stripOf(outcome, placeX, stripTop, horizon),
    ...outcome.flips.map(({ low }) => upright(placeX(low), stripTop, bottom, 'bad', true)),
    ...flips.map(
      ({ text, x: at, row }): Shape => ({
        kind: 'text',
        text,
        x: at,
        y: top + head + (row + 1) * rowHeight - 2,
        anchor: 'middle',
        small: true,
      }),
    ),
    ...below.map(
      ({ text, x: at, row }): Shape => ({
        kind: 'text',
        text,
        x: at,
        y: bottom + 36 + row * rowHeight,
        anchor: 'middle',
        small: true,
        tone: 'soft',
      }),
    ),
  ];
  if (apart !== '') {
    const note = wrappedText(
      {
        text: `Verdicts are told apart from what blocks at every value: ${outcome.standing.map(({ text }) => text).join('; ')}`,
        x: margin,
        y: end + 18,
        small: true,
        tone: 'soft',
      },
      inner,
      3,
    );
    return { shapes: [...shapes, ...note.shapes], height: end + 14 + note.height - top };
  }
  return { shapes, height: end - top };
}
