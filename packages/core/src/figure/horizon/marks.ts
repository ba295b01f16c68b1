import { formatProbability } from '../../case/index.js';
import type { Verdict } from '../../doubt/index.js';
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

export function thresholdMark(threshold: number, area: PlotArea, y: Axis): readonly Shape[] {
  const height = area.top + (1 - y.at(threshold)) * area.height;
  return [
    {
      kind: 'line',
      points: [
        { x: area.left, y: height },
        { x: area.left + area.width, y: height },
      ],
      stroke: 'ink',
      dashed: true,
    },
    {
      kind: 'text',
      text: `threshold ${formatProbability(threshold)}`,
      x: area.left + 6,
      y: height - 5,
      small: true,
      halo: true,
    },
  ];
}
