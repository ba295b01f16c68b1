export { formatProbability } from '../case/index.js';
export { assess, assessElement, prepareCase } from './assess.js';
export type * from './assessment.js';
export { axisValue, isBeyondLimit } from './beyond-limit.js';
export { importanceOf } from './importance.js';
export { type Judgement, judgeOutcome } from './judge-outcome.js';
export type { AssessOptions, Prepared } from './prepare.js';
export { columnMean, upperEnd } from './statistics-of-trials.js';
export { withDoubtsOf } from './what-if.js';
