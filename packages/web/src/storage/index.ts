/** What a page keeps for the next one in this browser. */
export { remembered } from './remembered.js';
