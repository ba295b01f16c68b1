/** The name that a mistyped one most likely means. */
export { meantName, nearest, slips } from './nearest.js';
