/** Macrosystem risk: what subsystems can bring about together. */
export { macrosystem } from './macrosystem.js';
export { partInWords, partsInWords } from './part-in-words.js';
export type * from './types.js';
