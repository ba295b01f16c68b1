/** The smallest changes with which an outcome would be supported, each of them tried. */
export { type AdviseOptions, adviseCase } from './advise.js';
export type * from './types.js';
export { blockedWords, sizeMeaning } from './words.js';
