/** Pictures other than the argument: a kit of shapes, axes and texts, and each figure that is drawn with it. */
export { blocksFigure } from './blocks-figure.js';
export * from './calculation/index.js';
export { categoriesFigure } from './categories-figure.js';
export * from './chain/index.js';
export { collectiveFigure } from './collective-figure.js';
export * from './horizon/index.js';
export * from './kit/index.js';
export * from './system/index.js';
