/** Pictures other than the argument: a kit of shapes, axes and texts, and each figure that is drawn with it. */
export * from './kit/index.js';
export * from './system/index.js';
