/** What turns a source into trials. */
export { readFile, readLogHeader, readSource } from './read.js';
export type {
  Claimed,
  ClaimedMetric,
  ClaimedReduction,
  ClaimedScore,
  HeadResult,
  Log,
  LogHead,
  Reader,
  ReadOptions,
  ReadResult,
  Run,
  RunModel,
  RunStatus,
} from './reader.js';
export { readerLabel } from './reader.js';
export { chooseReader, headBytes, isCurrentReader, readers } from './registry.js';
