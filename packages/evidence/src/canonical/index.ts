/** The one way in which data becomes bytes that are hashed or signed. */
export { sortedJson } from './sorted-json.js';
