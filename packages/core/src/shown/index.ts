/** Text of somebody else's as it may be shown: in drawings, reports and whatever else is XML or HTML. */
export { clean, cleanLines, isClean } from './clean.js';
export { entities } from './entities.js';
export { clause, counted, listed, sentence, someOf } from './words.js';
