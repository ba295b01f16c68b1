/** Macrosystem risk: what subsystems can bring about together. */
export { macrosystem } from './macrosystem.js';
export { partInWords } from './part-in-words.js';
export type * from './types.js';
