/** A comparison in words: each thing that changed as one line with its facts, whatever it is drawn on. */
export { type Fact, hunksOf } from './facts.js';
export { type ChangeBlock, type ChangeLine, changeBlocks, countsInWords } from './lines.js';
export { cutSetWords, doubtWords, evidenceWords, isNews } from './words.js';
