import { exp, log } from '@surety/numerics';
import type { HorizonRun, TimeHorizon } from '../../statistics/index.js';
import { type Figure, linearAxis, logAxis, type Point, plotArea, type Shape } from '../kit/index.js';
import { heading } from './heading.js';

/** Of the plot where there is room; a narrow one is no higher than wide. */
const mostHeight = 380;
/** Most lengths that get a mark of their own. */
const mostMarks = 200;

/** Success against task length: the fitted curve, solid where runs are, dashed beyond; a circle for each length, larger with more runs. */
export function timeHorizonFigure(runs: readonly HorizonRun[], fit: TimeHorizon, width = 640): Figure {
  const plotHeight = Math.min(mostHeight, width);
  const lengths = byLength(runs).slice(0, mostMarks);
  const [shortest, longest] = [lengths[0]!.minutes, lengths.at(-1)!.minutes];
  const half = fit.at(0.5);
  const from = Math.min(shortest, half) / 2;
  const to = Math.min(Math.max(longest, half) * 2, longest * 1e4);
  const title = 'Success against the length of a task';
  const said = `Half of the tasks are done at ${minutesText(half)}${half > longest ? ', beyond the longest task that was run' : ''}. Tasks of ${minutesText(shortest)} to ${minutesText(longest)} were run; the dashed line is an extrapolation.`;
  const head = heading(title, said, width);
  const area = plotArea(
    logAxis('minutes that the task takes a person', from, to, minutesLabel),
    linearAxis('share of the tasks that is done', 0, 1, 5),
    { x: 12, y: head.bottom, width: width - 40, height: plotHeight },
  );
  const success = (minutes: number): number => 1 / (1 + exp(-(fit.intercept + (fit.slope * log(minutes)) / Math.LN2)));
  const between = (a: number, b: number): Point[] =>
    Array.from({ length: 61 }, (_, i) => {
      const minutes = exp(log(a) + (i / 60) * (log(b) - log(a)));
      return area.place(minutes, success(minutes));
    });
  const mark = area.place(half, 0.5);
  const right = mark.x < area.left + area.width * 0.6;
  const label: Shape = {
    kind: 'text',
    text: `${minutesText(half)}${half > to ? ', beyond this plot' : ''}`,
    x: mark.x + (right ? 8 : -8),
    y: mark.y + (right ? -8 : 18),
    anchor: right ? 'start' : 'end',
    small: true,
    halo: true,
    weight: 'semibold',
  };
  const curves: Shape[] = [
    { kind: 'line', points: between(from, shortest), stroke: 'accent', width: 2, dashed: true },
    { kind: 'line', points: between(longest, to), stroke: 'accent', width: 2, dashed: true },
    { kind: 'line', points: between(shortest, longest), stroke: 'accent', width: 2 },
  ];
  return {
    title,
    description: said,
    width,
    height: head.bottom + plotHeight + 12,
    shapes: [
      ...head.shapes,
      ...area.axes,
      { kind: 'line', points: [area.place(from, 0.5), mark, area.place(half, 0)], stroke: 'soft', dashed: true },
      ...curves,
      ...lengths.map(
        ({ minutes, share, count }): Shape => ({
          kind: 'circle',
          ...area.place(minutes, share),
          radius: Math.min(9, 3 + Math.sqrt(count) / 2),
          fill: 'page',
          stroke: 'ink',
        }),
      ),
      label,
    ],
  };
}

function byLength(runs: readonly HorizonRun[]) {
  const sums = new Map<number, { weight: number; done: number; count: number }>();
  for (const { minutes, success, weight = 1 } of runs) {
    const sum = sums.get(minutes) ?? { weight: 0, done: 0, count: 0 };
    sums.set(minutes, { weight: sum.weight + weight, done: sum.done + weight * success, count: sum.count + 1 });
  }
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([minutes, { weight, done, count }]) => ({ minutes, share: done / weight, count }));
}

function minutesText(minutes: number): string {
  if (minutes === 1) return 'one minute';
  const figure = (value: number): string => String(Number(value.toPrecision(2)));
  if (minutes < 1) return `${figure(minutes * 60)} seconds`;
  if (minutes < 100) return `${figure(minutes)} minutes`;
  return minutes < 6000 ? `${figure(minutes / 60)} hours` : `${figure(minutes / 1440)} days`;
}

function minutesLabel(minutes: number): string {
  return minutes < 1e5 ? String(minutes) : minutes.toExponential().replace('e+', 'e');
}
