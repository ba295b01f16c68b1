/** Help while somebody writes: what may stand at a place, which names stand where, what a key means. */
export { type Completion, type Completions, completionsAt } from './completions.js';
export { keyMeaningAt } from './key-meaning.js';
export { type NamePlace, namePlaces } from './name-places.js';
