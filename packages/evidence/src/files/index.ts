/** Case text on disk, and writing without half-written files. */
export { type BoundedReader, boundedReader, type CaseFileLimits, defaultCaseFileLimits } from './bounded-reader.js';
export { type CaseFile, type CaseFiles, readCaseFiles } from './case-files.js';
export { readBounded, readInside } from './read-bounded.js';
export { findRoot, isInside } from './root.js';
export { syncFolder, temporaryFor, writeAtomic, writeTemporary } from './write-atomic.js';
