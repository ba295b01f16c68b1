/** What turns a source into trials. */
export { readersMarkdown } from './markdown.js';
export { loadReaders, type ReaderFile, type ReaderKit } from './own.js';
export { readerOf, readFile, readLogHeader, readSource } from './read.js';
export type {
  Claimed,
  ClaimedMetric,
  ClaimedReduction,
  ClaimedScore,
  HeadResult,
  Log,
  LogHead,
  Reader,
  ReaderDocs,
  ReadOptions,
  ReadResult,
  Run,
  RunModel,
  RunStatus,
} from './reader.js';
export { readerLabel } from './reader.js';
export { chooseReader, hasTranscripts, isCurrentReader, readers, recognise } from './registry.js';
