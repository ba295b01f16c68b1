/** The verdict of every outcome along an axis: capability, instances, tasks or window. */
export { axisNumber, axisWords, causeWords, flipWords, movesAlong, todayWords } from './axis-words.js';
export { type HorizonOptions, horizonOf, SWEEP_POINTS } from './horizon.js';
export { currentValues, moveAxis } from './move-axis.js';
export type * from './types.js';
