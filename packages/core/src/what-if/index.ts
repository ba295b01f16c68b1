/** What a case would be worth if something in it were another: answered by what depends on the change alone. */
export type * from './types.js';
export { type WhatIf, whatIf } from './what-if.js';
