/**
 * What server and workspace say to each other: types alone, no code. All of it is JSON; paths are relative to the root,
 * with `/`. Every request to `/api/` carries `Authorization: Bearer TOKEN`; the page gets the token after the `#` of its
 * own address (`#token=…`). Any status but 200 comes with a `Refused`.
 */
export type * from './edit.js';
export type * from './events.js';
export type * from './evidence.js';
export type * from './history.js';
export type * from './preview.js';
export type * from './refused.js';
export type * from './text.js';
