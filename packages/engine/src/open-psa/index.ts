/** Models in the Open-PSA Model Exchange Format: read, written, and made ready to be solved. */
export type { Expression } from './expression.js';
export type { Formula } from './formula.js';
export type { LeafEvent } from './leaf-events.js';
export type { BasicEvent, CommonCauseGroup, GateDefinition, OpenPsaModel } from './model.js';
export { probabilityOverTime, type TimePoint, timesOf } from './over-time.js';
export {
  type Include,
  type OpenPsaLimits,
  type OpenPsaParser,
  openPsaLimits,
  openPsaParser,
} from './parse-open-psa.js';
export type { ModelPlace, ModelProblem, ModelProblemCode, ModelResult } from './problem.js';
export { problemAt } from './problem.js';
export { type Band, type SafetyIntegrity, safetyIntegrity } from './safety-integrity.js';
export { type SequencePaths, sequencesOf } from './sequences.js';
export { solveSequence } from './solve-sequence.js';
export { defaultMissionTime, type Solvable, type SolveOptions, topGates, toRiskModel } from './to-risk-model.js';
export { writeOpenPsa } from './write-open-psa.js';
