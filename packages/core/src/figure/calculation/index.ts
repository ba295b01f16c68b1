export { calculationFigure } from './calculation-figure.js';
export { calibrationFigure } from './calibration-figure.js';
export { paretoFigure } from './pareto-figure.js';
export { rocFigure } from './roc-figure.js';
export { timeHorizonFigure } from './time-horizon-figure.js';
