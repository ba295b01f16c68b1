export { modelNames, type OtherModel, otherModel } from './about-model.js';
export type * from './diagnostic.js';
export { isQuantified } from './is-quantified.js';
export { type CaseLookup, lookup, type Parent, type Relation } from './lookup.js';
export type * from './measure.js';
export type * from './model.js';
export { nearest, slips } from './nearest.js';
export { reachesEvent } from './reaches-event.js';
