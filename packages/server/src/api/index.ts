/** What server and workspace say to each other: types alone, no code. All of it is JSON; paths are relative to the root, with `/`. */
export type * from './edit.js';
export type * from './events.js';
export type * from './evidence.js';
export type * from './history.js';
export type * from './text.js';
