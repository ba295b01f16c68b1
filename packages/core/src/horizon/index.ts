/** The verdict of every outcome along an axis: capability, instances, tasks or window. */
export { axisNumber, axisWords, causeWords, flipWords, movesAlong, todayWords } from './axis-words.js';
export { type HorizonOptions, horizonOf, SWEEP_POINTS } from './horizon.js';
export { horizonsOf, REPORT_POINTS } from './horizons-of.js';
export { currentValues, MOST_DAYS, moveAxis, whoseToday } from './move-axis.js';
export { MOST } from './range.js';
export type * from './types.js';
