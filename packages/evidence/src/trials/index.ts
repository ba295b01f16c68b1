/** Rows of evaluation logs, column by column. */
export { type TrialsBuilder, trialsBuilder } from './builder.js';
export { type PooledTrials, poolTrials } from './pool.js';
export { type Cell, type Column, flag, optionalColumns, type Row, type Trials } from './trials.js';
