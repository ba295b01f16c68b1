export { coverageOf } from './coverage-of.mjs';
export { draw } from './draw.mjs';
export { entries } from './entries.mjs';
