/**
 * A safety case as plain immutable data: what the text says, with every reference resolved to an id, every shorthand
 * spelled out and every default filled in. Nothing after `language/` reads text again.
 */
export type * from './case.js';
export type * from './confidential.js';
export type * from './decision.js';
export type * from './doubt.js';
export type * from './element.js';
export type * from './evidence.js';
export type * from './ids.js';
export type * from './kinds.js';
export type * from './module.js';
export type * from './review.js';
export type * from './system.js';
