import { textWidth } from '../../diagram/index.js';
import type { Axis } from './axis.js';
import type { Point, Shape } from './shapes.js';

/** Where a plot stands in its figure, with its axes drawn and a way to place values. */
export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly place: (x: number, y: number) => Point;
  /** Grid, ticks and titles: to be painted before what is plotted. */
  readonly axes: readonly Shape[];
}

/**
 * A plot with its x axis below and its y axis at the left, within a box that has room for both.
 *
 * @param below room between the labels of the x axis and its title, for what is written there
 */
export function plotArea(
  x: Axis,
  y: Axis,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  below = 0,
): PlotArea {
  const labels = Math.max(0, ...y.ticks.map(({ label }) => textWidth(label, 'regular', 12)));
  const left = box.x + 26 + labels + 8;
  const top = box.y;
  const width = box.x + box.width - left;
  const height = box.height - 48 - below;
  const bottom = top + height;
  const axes: Shape[] = [
    ...y.ticks.flatMap(({ at, label }): Shape[] => {
      const height_ = bottom - at * height;
      return [
        {
          kind: 'line',
          points: [
            { x: left, y: height_ },
            { x: left + width, y: height_ },
          ],
          stroke: 'track',
          width: 1,
        },
        { kind: 'text', text: label, x: left - 8, y: height_ + 4, anchor: 'end', small: true, tone: 'soft' },
      ];
    }),
    ...x.ticks.flatMap(({ at, label }): Shape[] => {
      const across = left + at * width;
      return [
        {
          kind: 'line',
          points: [
            { x: across, y: bottom },
            { x: across, y: bottom + 5 },
          ],
          stroke: 'line',
          width: 1,
        },
        { kind: 'text', text: label, x: across, y: bottom + 19, anchor: 'middle', small: true, tone: 'soft' },
      ];
    }),
    {
      kind: 'line',
      points: [
        { x: left, y: bottom },
        { x: left + width, y: bottom },
      ],
      stroke: 'line',
    },
    { kind: 'text', text: x.title, x: left + width / 2, y: bottom + 40 + below, anchor: 'middle', small: true },
    { kind: 'text', text: y.title, x: box.x + 12, y: top + height / 2, anchor: 'middle', small: true, upright: true },
  ];
  return {
    left,
    top,
    width,
    height,
    place: (across, up) => ({ x: left + x.at(across) * width, y: bottom - y.at(up) * height }),
    axes,
  };
}
