/** Arithmetic over columns of trials, made into machine code where the platform allows. */
export { type FusedPasses, fusedPasses, type Pass } from './passes.js';
export type { Operand, Step } from './program.js';
export { BLOCK, type TrialMemory, trialMemory } from './trial-memory.js';
