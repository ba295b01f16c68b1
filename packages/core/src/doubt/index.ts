export { formatProbability } from '../case/index.js';
export { assess, assessElement } from './assess.js';
export type * from './assessment.js';
export { axisValue } from './beyond-limit.js';
export type { AssessOptions, Prepared } from './prepare.js';
export { upperEnd } from './statistics-of-trials.js';
