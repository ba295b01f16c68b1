export type * from './diagnostic.js';
export { type CaseLookup, lookup, type Parent, type Relation } from './lookup.js';
export type * from './measure.js';
export type * from './model.js';
export { reachesEvent } from './reaches-event.js';
