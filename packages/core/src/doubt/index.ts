export { formatProbability } from '../case/index.js';
export { assess, assessElement } from './assess.js';
export type * from './assessment.js';
export { axisValue } from './beyond-limit.js';
export { categoryShares, type Share, shareNames } from './category-shares.js';
export type { AssessOptions, Prepared } from './prepare.js';
export { upperEnd } from './statistics-of-trials.js';
