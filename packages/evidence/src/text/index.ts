/** Checks on text of any format. */
export { plural } from './plural.js';
export { oneLine, shown } from './shown.js';
export { utf8Gate } from './utf8-gate.js';
