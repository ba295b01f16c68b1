export { formatProbability } from '../case/index.js';
export type { Argument, ArgumentGate } from './argument.js';
export { assess, assessElement } from './assess.js';
export type * from './assessment.js';
export { axisValue } from './beyond-limit.js';
export { doubtsWithOnly } from './only-these.js';
export { type AssessOptions, type Prepared, prepare } from './prepare.js';
export { upperEnd } from './statistics-of-trials.js';
