/** Patterns of argument and their instances: after this, an instance is elements like any others. */
export { instantiate } from './instantiate.js';
export type { Patterns } from './patterns.js';
export { readPatterns } from './read-patterns.js';
