import type { CalibrationSeries } from '../../calculator/index.js';
import { type Figure, linearAxis, plotArea, type Shape, wrappedText } from '../kit/index.js';
import { heading } from './heading.js';

/** Of the plot where there is room; a narrow one is no higher than wide. */
const mostHeight = 460;

/**
 * The reliability diagram of one or two forecasters: how often what was forecast with a probability came, with 95 % bounds for each bin. On the dashed
 * line forecasts are calibrated. Series differ in shape and in place, not in colour alone.
 */
export function calibrationFigure(series: readonly CalibrationSeries[], width = 560): Figure {
  const plotHeight = Math.min(mostHeight, width);
  const title = 'Forecast against what came';
  const said =
    'On the dashed line forecasts are calibrated. Bars: 95 % bounds of each bin by itself. Circles: the first forecaster; squares: the second.';
  const head = heading(title, said, width);
  const area = plotArea(linearAxis('forecast probability', 0, 1, 5), linearAxis('share that came', 0, 1, 5), {
    x: 12,
    y: head.bottom + 22,
    width: width - 40,
    height: plotHeight,
  });
  const marks = series.slice(0, 2).flatMap(({ bins }, which) =>
    bins.flatMap(({ meanForecast, frequency, lower, upper }): Shape[] => {
      // A little aside, so that bars of two forecasters do not hide each other.
      const aside = which === 0 ? -3 : 3;
      const [low, mid, high] = [lower, frequency, upper].map((share) => {
        const { x, y } = area.place(meanForecast, share);
        return { x: x + aside, y };
      }) as [Place, Place, Place];
      const bar: Shape = {
        kind: 'line',
        points: [low, high],
        stroke: which === 0 ? 'accent' : 'soft',
        dashed: which === 1,
      };
      return [bar, markOf(which, mid)];
    }),
  );
  const legend = series.slice(0, 2).flatMap(({ name }, which): Shape[] => {
    const room = Math.min(180, area.width / 2);
    const x = area.left + which * room;
    const y = head.bottom + 4;
    const words = wrappedText({ text: name, x: x + 18, y, small: true }, room - 24, 1);
    return [markOf(which, { x: x + 6, y: y - 4 }), ...words.shapes];
  });
  return {
    title,
    description: [
      said,
      ...series.flatMap(({ name, bins }) =>
        bins.map(
          ({ low, high, count, events }) =>
            `${name}: of ${count} forecasts from ${Number(low.toFixed(2))} to ${Number(high.toFixed(2))}, ${events} came.`,
        ),
      ),
    ].join(' '),
    width,
    height: head.bottom + 22 + plotHeight + 12,
    shapes: [
      ...head.shapes,
      ...legend,
      ...area.axes,
      { kind: 'line', points: [area.place(0, 0), area.place(1, 1)], stroke: 'soft', dashed: true },
      ...marks,
    ],
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function markOf(which: number, { x, y }: Place): Shape {
  return which === 0
    ? { kind: 'circle', x, y, radius: 4.5, fill: 'accent', stroke: 'page' }
    : { kind: 'box', x: x - 4, y: y - 4, width: 8, height: 8, fill: 'page', stroke: 'ink' };
}
