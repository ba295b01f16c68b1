/** Reports of garak. */
export { garakReader } from './garak.js';
