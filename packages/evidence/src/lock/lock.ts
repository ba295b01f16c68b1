import type { CountedResult, Evidence, EvidenceId } from '@surety/core/case';
import { type Digest, digestOfText } from '../source/index.js';
import { sortedJson } from './canonical.js';

/** Name of the lock file in a case's folder. */
export const lockFileName = 'surety.lock';

/** What is known of evidence whose sources need not be at hand. */
export interface Lock {
  readonly evidence: ReadonlyMap<EvidenceId, LockEntry>;
}

export interface LockEntry {
  /** In the order of the text. */
  readonly sources: readonly LockedSource[];
  /** Name and version, for example `inspect 1`. */
  readonly reader: string;
  /** Digest of what the case asked to be measured; see `measureDigest`. */
  readonly measure: Digest;
  readonly models: readonly string[];
  readonly results: readonly CountedResult[];
  readonly notes: readonly string[];
  /** Date that the caller gave; nothing here reads a clock. */
  readonly lockedAt: string;
}

export interface LockedSource {
  readonly path: string;
  readonly digest: Digest;
  readonly size: number;
}

export const emptyLock: Lock = { evidence: new Map() };

/** Digest of everything in the text that decides what is counted: the measure, the reader named, pooling. */
export function measureDigest(evidence: Evidence): Digest {
  const { origin: _origin, ...measure } = evidence.measure ?? { origin: undefined };
  return digestOfText(sortedJson({ measure, pool: evidence.pool, reader: evidence.reader ?? null }));
}

/** The lock file's text: JSON with sorted keys, two spaces of indentation, a newline at the end. */
export function formatLock(lock: Lock): string {
  return `${sortedJson({ surety: 1, evidence: Object.fromEntries(lock.evidence) }, 2)}\n`;
}
