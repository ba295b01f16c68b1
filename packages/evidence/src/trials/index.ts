/** Rows of evaluation logs, column by column. */

export { type TrialsBuilder, trialsBuilder } from './builder.js';
export { flawNames, plainCell } from './cells.js';
export { type PooledTrials, poolTrials } from './pool.js';
export { type Contents, trialDigest, trialKey } from './trial-digest.js';
export { type Cell, type Column, flag, optionalColumns, type Row, type Trials } from './trials.js';
