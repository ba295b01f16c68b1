/** The name that a mistyped one most likely means. */
export { nearest, slips } from './nearest.js';
