export { compile } from './compile.js';
export { type TrialMemory, trialMemory } from './fused/index.js';
export { DEFAULT_LIMITS } from './limits.js';
export type * from './types.js';
