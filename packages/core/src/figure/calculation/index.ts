export { calculationFigure } from './calculation-figure.js';
export { calibrationFigure } from './calibration-figure.js';
export { horizonFigure } from './horizon-figure.js';
export { paretoFigure } from './pareto-figure.js';
export { rocFigure } from './roc-figure.js';
