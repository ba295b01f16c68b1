/** Fault trees in the Open-PSA Model Exchange Format. */
export type { BasicEvent, FaultTree, FaultTreeGate, Formula } from './fault-tree.js';
export { type OpenPsaLimits, type OpenPsaParser, openPsaLimits, openPsaParser } from './parse-open-psa.js';
export { type Solvable, topGates, toRiskModel } from './to-risk-model.js';
