import { join } from 'node:path';
import { boundedReader, writeAtomic } from '../files/index.js';
import type { Problem, Result } from '../problem.js';
import { emptyLock, formatLock, type Lock, lockFileName } from './lock.js';
import { parseLock } from './parse-lock.js';

const lockBytes = 64 * 1024 * 1024;

/** The lock file of a case's folder; an empty lock where there is none. `root` is what the file may not lead out of. */
export function readLock(folder: string, root: string): Result<Lock> {
  const limits = { files: 1, folders: 1, fileBytes: lockBytes, totalBytes: lockBytes };
  const read = boundedReader(folder, root, limits).read(lockFileName);
  if (read.ok) return parseLock(read.value, lockFileName);
  return read.problem.code === 'file-missing' ? { ok: true, value: emptyLock } : read;
}

/** Replaces the lock file of the folder, whole or not at all. */
export function writeLock(folder: string, lock: Lock): Promise<Problem | undefined> {
  return writeAtomic(join(folder, lockFileName), formatLock(lock));
}
