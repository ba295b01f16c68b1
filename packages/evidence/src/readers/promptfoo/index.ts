/** Results of promptfoo. */
export { promptfooReader } from './promptfoo.js';
