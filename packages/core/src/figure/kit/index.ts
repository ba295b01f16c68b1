export { type Axis, linearAxis, logAxis } from './axis.js';
export { labelRows } from './label-rows.js';
export { type FigureOptions, figureStyle, paintFigure } from './paint-figure.js';
export { type PlotArea, plotArea } from './plot-area.js';
export type { Figure, Look, Point, Shape, TextShape, Tone } from './shapes.js';
export { wrappedText } from './wrapped-text.js';
