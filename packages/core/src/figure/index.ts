/** Pictures other than the argument: a kit of shapes, axes and texts, and each figure that is drawn with it. */

export * from './chain/index.js';
export * from './horizon/index.js';
export * from './kit/index.js';
