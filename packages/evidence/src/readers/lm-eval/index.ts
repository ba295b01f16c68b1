/** Results and samples of lm-evaluation-harness. */
export { lmEvalReader } from './lm-eval.js';
