/** Logs of Inspect. */
export { inspectReader } from './inspect.js';
