/** Where what is shown comes from: the place of the workspace that a name leads to. */
export { type Place, placeOfLeaf } from './place-of-leaf.js';
export { textOfLeaf } from './text-of-leaf.js';
