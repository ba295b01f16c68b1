export { compile } from './compile.js';
export { DEFAULT_LIMITS } from './limits.js';
export type * from './types.js';
