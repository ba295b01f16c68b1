/** Where what is shown comes from: the place of the workspace that a name leads to. */
export { nextConditions, placeOfCondition, wordsOfCondition } from './conditions.js';
export { type Place, placeOfLeaf } from './place-of-leaf.js';
export { placeOfStep } from './place-of-step.js';
export { textOfLeaf } from './text-of-leaf.js';
