/**
 * Numbers for Surety: elementary and special functions, distributions, random streams and Sobol points. The same input gives
 * the same bits on every platform: nothing here calls a function of `Math` whose rounding is left to the engine.
 */
export * from './distribution/index.js';
export * from './draws/index.js';
export { joinedCounts, type LeadingCounts, leadingCounter } from './leading-counts.js';
export { inOrder, type OrderAnswers, type OrderQuestions, WORTH_COUNTING } from './order-statistics.js';
export * from './portable/index.js';
export { type RandomStream, stream } from './random-stream.js';
export { SOBOL_DIMENSIONS, type SobolColumn, sobolColumn } from './sobol.js';
export * from './special/index.js';
export { meanOf, quantileSorted, quantiles, standardDeviationOf, sumAndRange, sumCompensated } from './summary.js';
