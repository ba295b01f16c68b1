/** What condenses trials into counts. */
export { measureLogs } from './measure.js';
export type { Measured } from './measured.js';
export { outcomesOf } from './outcomes.js';
export { scoreValue } from './score-value.js';
export { trialFacts } from './trial-facts.js';
