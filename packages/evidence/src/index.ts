/** Readers of evaluation logs, measures over their trials, digests and the lock file, and case files on disk. */

export {
  checkSignOff,
  type Envelope,
  type EvidencePredicate,
  keyId,
  mostBytes,
  type PinnedKey,
  parseObject,
  predicateTypes,
  readEnvelope,
  readKeys,
  readPrivateKey,
  readStatement,
  type SignedRecord,
  type SignOffPredicate,
  type Statement,
  type Subject,
  signerOf,
  signSignOff,
  signStatement,
  statementOf,
} from './attestation/index.js';
export { cacheFolder } from './cache/index.js';
export {
  type ChangedTrial,
  type CompareOptions,
  type Comparison,
  compareRuns,
  type PairedTest,
  type Unit,
} from './compare/index.js';
export {
  type BoundedReader,
  type CaseFile,
  type CaseFileLimits,
  type CaseFiles,
  defaultCaseFileLimits,
  findRoot,
  isInside,
  readBounded,
  readCaseFiles,
  readInside,
  syncFolder,
  temporaryFor,
  writeAtomic,
  writeTemporary,
} from './files/index.js';
export { defaultLimits, type Limits } from './limits.js';
export {
  attestEvidence,
  canBeSampled,
  type EvidenceSamples,
  emptyLock,
  formatLock,
  type Lock,
  type LockChange,
  type LockDamage,
  type LockEntry,
  type LockedSource,
  type LogsRead,
  lockAll,
  lockFileName,
  type MeasureOptions,
  measureAll,
  measureDigest,
  type Progress,
  parseLock,
  type Refreshed,
  type RefreshReason,
  readLock,
  refreshLock,
  resultsInWords,
  type SampleOptions,
  sampleEvidence,
  sampleOne,
  type Verification,
  verifyLock,
  writeLock,
} from './lock/index.js';
export {
  type FolderLimits,
  type FolderLog,
  type ListedLog,
  type LogFolder,
  type LogFolderOptions,
  type LogList,
  listLogs,
  readLogFolder,
} from './log-folder/index.js';
export { type Measured, measureLogs } from './measures/index.js';
export { describe, type Problem, type ProblemCode, type Result } from './problem.js';
export {
  type Claimed,
  type ClaimedMetric,
  type ClaimedReduction,
  type ClaimedScore,
  chooseReader,
  type HeadResult,
  type Log,
  type LogHead,
  loadReaders,
  type Reader,
  type ReaderDocs,
  type ReaderFile,
  type ReaderKit,
  type ReadOptions,
  type ReadResult,
  type Run,
  type RunModel,
  type RunStatus,
  readers,
  readersMarkdown,
  readFile as readEvidenceFile,
  readLogHeader,
} from './readers/index.js';
export { type SampledLog, type SampledTrial, type SampleLogOptions, sampleLog } from './sample-log.js';
export { type Sampler, sampler, type TrialSample, type TrialTexts } from './samples/index.js';
export { type Shown, type ShownColumn, showEvidence } from './show.js';
export { type Digest, digestOfFile, openSource, type Source } from './source/index.js';
export { mayStartThreads, type ThreadPool, threadPool, threadsOf } from './threads/index.js';
export { type Cell, type Column, flag, type Trials } from './trials/index.js';
