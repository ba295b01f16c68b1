/** What the workspace edits with: changes of a case as somebody means them, made to its texts. */
export { author } from './author.js';
export type * from './intent.js';
export { type Gesture, legalTargets } from './legal-targets.js';
export { invert, splicesBetween } from './splices.js';
export type { Authored, AuthorOptions } from './types.js';
