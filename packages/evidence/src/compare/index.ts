/** Two runs of the same task side by side. */
export {
  type ChangedTrial,
  type CompareOptions,
  type Comparison,
  compareRuns,
  type PairedTest,
} from './compare-runs.js';
export type { Unit } from './match-trials.js';
