import { formatProbability } from '../../case/index.js';
import { textWidth } from '../../diagram/index.js';
import { upperEnd, type Verdict } from '../../doubt/index.js';
import type { Horizon, OutcomeHorizon } from '../../horizon/index.js';
import type { Axis, PlotArea, Shape, Tone } from '../kit/index.js';

export const stripHeight = 18;

const verdictTones: Readonly<Record<Verdict, readonly [Tone, Tone]>> = {
  supported: ['good-ground', 'good'],
  'not supported': ['bad-ground', 'bad'],
  undecided: ['open-ground', 'open'],
  sketch: ['plain-ground', 'plain'],
  'not quantified': ['plain-ground', 'plain'],
};

/** The verdict along the axis, named where there is room; the flips above name it everywhere. */
export function stripOf(
  { points, flips }: OutcomeHorizon,
  placeX: (value: number) => number,
  y: number,
  { from, to }: Horizon,
): readonly Shape[] {
  const ends = [from, ...flips.map(({ low }) => low), to];
  const verdicts = [points[0]?.apart, ...flips.map(({ after }) => after)];
  return verdicts.flatMap((verdict, i): readonly Shape[] => {
    if (verdict === undefined) return [];
    const [left, right] = [placeX(ends[i]!), placeX(ends[i + 1]!)];
    const [fill, stroke] = verdictTones[verdict];
    const word = right - left > 7 * verdict.length + 12 ? verdict : '';
    return [
      { kind: 'box', x: left, y, width: right - left, height: stripHeight, fill, stroke },
      ...(word === ''
        ? []
        : [
            {
              kind: 'text',
              text: word,
              x: (left + right) / 2,
              y: y + 13,
              anchor: 'middle',
              small: true,
              tone: stroke,
            } as const,
          ]),
    ];
  });
}

export function upright(x: number, top: number, bottom: number, stroke: Tone, dashed: boolean): Shape {
  return {
    kind: 'line',
    points: [
      { x, y: top },
      { x, y: bottom },
    ],
    stroke,
    dashed,
  };
}

/** Room that the words of a line take beside it. */
const labelHeight = 16;

/**
 * The line of the threshold, its words at the first of four places that no curve runs through: above and below it at the
 * left end, then at the right one.
 */
export function thresholdMark(
  { points }: OutcomeHorizon,
  threshold: number,
  area: PlotArea,
  y: Axis,
): readonly Shape[] {
  const height = area.top + (1 - y.at(threshold)) * area.height;
  const right = area.left + area.width;
  const text = `threshold ${formatProbability(threshold)}`;
  const across = textWidth(text, 'regular', 12) + 12;
  const places = [false, true].flatMap((atRight) => [false, true].map((below) => ({ atRight, below })));
  const drawn = points.flatMap(({ value, doubt }) =>
    doubt === undefined
      ? []
      : [doubt.bound, doubt.independent, doubt.declared].map((one) => area.place(value, upperEnd(one))),
  );
  const isFree = ({ atRight, below }: (typeof places)[number]) => {
    const [from, to] = atRight ? [right - across, right] : [area.left, area.left + across];
    const [top, bottom] = below ? [height, height + labelHeight] : [height - labelHeight, height];
    const inside = drawn.filter((point) => point.x >= from && point.x <= to && point.y >= top && point.y <= bottom);
    return inside.length === 0 && top >= area.top && bottom <= area.top + area.height;
  };
  const { atRight, below } = places.find(isFree) ?? { atRight: false, below: false };
  return [
    {
      kind: 'line',
      points: [
        { x: area.left, y: height },
        { x: right, y: height },
      ],
      stroke: 'ink',
      dashed: true,
    },
    {
      kind: 'text',
      text,
      x: atRight ? right - 6 : area.left + 6,
      y: below ? height + 14 : height - 5,
      anchor: atRight ? 'end' : 'start',
      small: true,
      halo: true,
    },
  ];
}

/** A small triangle on the axis. */
export function limitMark(x: number, bottom: number): readonly Shape[] {
  return [
    {
      kind: 'line',
      points: [
        { x, y: bottom },
        { x: x - 5, y: bottom - 9 },
        { x: x + 5, y: bottom - 9 },
      ],
      closed: true,
      fill: 'open',
      stroke: 'open',
    },
  ];
}
