/** Evidence of a case measured, and the lock file. */

export { attestEvidence } from './attest-evidence.js';
export {
  emptyLock,
  formatLock,
  type Lock,
  type LockDamage,
  type LockEntry,
  type LockedSource,
  lockFileName,
  measureDigest,
} from './lock.js';
export { type LockChange, lockAll } from './lock-all.js';
export { readLock, writeLock } from './lock-file.js';
export { type MeasureOptions, measureAll, type Progress } from './measure-all.js';
export type { LogsRead } from './measure-evidence.js';
export { parseLock } from './parse-lock.js';
export { type Refreshed, type RefreshReason, refreshLock } from './refresh-lock.js';
export { resultsInWords } from './results-in-words.js';
export {
  canBeSampled,
  type EvidenceSamples,
  type SampleOptions,
  sampleEvidence,
  sampleOne,
} from './sample-evidence.js';
export { type Verification, verifyLock } from './verify-lock.js';
