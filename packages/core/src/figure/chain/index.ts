export { chainFigure } from './chain-figure.js';
