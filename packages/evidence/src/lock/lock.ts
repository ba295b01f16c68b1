import type { CitedTrial, CountedResult, Evidence, EvidenceId, TrialFacts } from '@surety/core/case';
import { sortedJson } from '../canonical/index.js';
import { type Digest, digestOfText } from '../source/index.js';

/** Name of the lock file in a case's folder. */
export const lockFileName = 'surety.lock';

/** What is known of evidence whose sources need not be at hand. */
export interface Lock {
  /** Entries that are as they were written. */
  readonly evidence: ReadonlyMap<EvidenceId, LockEntry>;
  /** Entries that are not, and why: what they say is not used. */
  readonly damaged?: ReadonlyMap<EvidenceId, LockDamage>;
  /** The file as a whole is not as it was written: an entry was taken out, put in or given another name. */
  readonly broken?: LockDamage;
}

/** The checksum that is written, and what the content gives. */
export interface LockDamage {
  readonly expected: string;
  readonly found: string;
}

export interface LockEntry {
  /** In the order of the text. */
  readonly sources: readonly LockedSource[];
  /** The attestation and what it was held against (keys, trusted root), in the order of the text; absent where there is none. */
  readonly attestation?: readonly LockedSource[];
  /** Name and version, for example `inspect 1`. */
  readonly reader: string;
  /** Digest of what the case asked to be measured; see `measureDigest`. */
  readonly measure: Digest;
  readonly models: readonly string[];
  readonly results: readonly CountedResult[];
  /** Absent where nothing was counted. */
  readonly trials?: TrialFacts;
  /** Trials that the case cites; absent where there are none. */
  readonly cited?: readonly CitedTrial[];
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

/**
 * Digest of all that an entry says, and of whose entry it is. It finds a slip of the disk, of an editor or of a merge. It
 * is no signature: whoever means to forge an entry can compute it as well.
 */
export function entryChecksum(id: EvidenceId, entry: unknown): Digest {
  return digestOfText(sortedJson({ evidence: id, entry }));
}

/** Digest over the checksums of all entries, so that none is taken out, put in or renamed unseen. */
export function lockSeal(checksums: Readonly<Record<EvidenceId, unknown>>): Digest {
  return digestOfText(sortedJson(checksums));
}

/** The lock file's text: JSON with sorted keys, two spaces of indentation, a newline at the end. Damage is not written. */
export function formatLock(lock: Lock): string {
  const entries = [...lock.evidence].map(
    ([id, entry]) => [id, { ...entry, checksum: entryChecksum(id, entry) }] as const,
  );
  const seal = lockSeal(Object.fromEntries(entries.map(([id, { checksum }]) => [id, checksum])));
  return `${sortedJson({ surety: 1, seal, evidence: Object.fromEntries(entries) }, 2)}\n`;
}
