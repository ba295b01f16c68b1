import type { Layout, Scene } from '../types.js';
import { paintLegend } from './legend.js';

/** The picture as a whole: what is laid out, with the legend below it. */
export interface Frame {
  /** In whole pixels. */
  readonly width: number;
  readonly height: number;
  /** Empty where there is none. */
  readonly legend: string;
}

/** Around the legend; a layout leaves as much around its boxes. */
const margin = 24;
const leastLegend = 432;

/** How large the picture is that `paint` makes. */
export function frameOf(scene: Scene, layout: Layout, options: { readonly legend?: boolean } = {}): Frame {
  const entries = options.legend === false ? [] : scene.legend;
  const inner = layout.width - 2 * margin;
  const legend = paintLegend(entries, Math.max(inner, leastLegend), { x: margin, y: layout.height }, inner);
  return {
    width: Math.ceil(Math.max(layout.width, legend.width + 2 * margin)),
    height: Math.ceil(layout.height + legend.height),
    legend: legend.svg,
  };
}
