/** What turns a source into trials. */
export { readFile, readSource } from './read.js';
export type { Claimed, ClaimedMetric, Log, Reader, ReadOptions, ReadResult, RunStatus } from './reader.js';
export { chooseReader, readers } from './registry.js';
