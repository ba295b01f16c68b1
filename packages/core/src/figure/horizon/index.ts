export { horizonFigure } from './horizon-figure.js';
