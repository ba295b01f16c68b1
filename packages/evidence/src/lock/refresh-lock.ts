import type { Case, Evidence, EvidenceId } from '@surety/core/case';
import type { Problem } from '../problem.js';
import { isCurrentReader } from '../readers/index.js';
import { type Lock, type LockEntry, measureDigest } from './lock.js';
import { entryOf, sameEntry } from './lock-all.js';
import { digestsHere, type MeasureOptions, measurements } from './measure-all.js';
import { resultsInWords } from './results-in-words.js';

/** What a refresh did, or would do, to one entry. */
export interface Refreshed {
  readonly evidence: EvidenceId;
  /** Why it was read again. */
  readonly why: readonly RefreshReason[];
  /** Counts in words; absent before where nothing usable was locked. */
  readonly before?: string;
  readonly after: string;
}

export type RefreshReason =
  | 'not locked'
  | 'entry damaged'
  | 'source altered'
  | 'measure changed'
  | 'reader changed'
  | 'attestation changed';

/**
 * Reads again what is not as it was locked, of the pieces of evidence that are asked for (all where none is), and gives the
 * lock with their new entries. What did not change is not parsed again: its digests, its measure and its reader are today's.
 * A source that is not here keeps its entry. With problems the lock is not whole: do not write it.
 */
export async function refreshLock(
  of: Case,
  folder: string,
  options: {
    readonly lock: Lock;
    readonly lockedAt: string;
    readonly only?: readonly EvidenceId[];
  } & Omit<MeasureOptions, 'lock'>,
): Promise<{ readonly lock: Lock; readonly refreshed: readonly Refreshed[]; readonly problems: readonly Problem[] }> {
  const { lock, lockedAt, only = [], ...rest } = options;
  const asked = of.evidence.filter(({ id }) => only.length === 0 || only.includes(id));
  const reasons = new Map<EvidenceId, readonly RefreshReason[]>();
  const here = await digestsHere({ ...of, evidence: asked }, folder, rest);
  for (const evidence of asked) {
    const digests = here.get(evidence.id);
    const why = digests === undefined ? [] : reasonsFor(evidence, lock, digests);
    if (why.length > 0) reasons.set(evidence.id, why);
  }
  const again = asked.filter(({ id }) => reasons.has(id));
  const read = await measurements({ ...of, evidence: again }, folder, rest);
  const entries = new Map(lock.evidence);
  const refreshed: Refreshed[] = [];
  for (const found of read) {
    const { evidence, measure } = found;
    if (measure.state.kind !== 'fresh') continue;
    const old = lock.evidence.get(evidence.id);
    const entry = entryOf(found, lockedAt);
    if (old !== undefined && sameEntry(old, entry)) continue;
    entries.set(evidence.id, entry);
    refreshed.push({
      evidence: evidence.id,
      why: reasons.get(evidence.id) ?? [],
      ...(old === undefined ? {} : { before: resultsInWords(old.results) }),
      after: resultsInWords(entry.results),
    });
  }
  return { lock: { evidence: inOrder(of, entries) }, refreshed, problems: read.flatMap(({ problems }) => problems) };
}

function reasonsFor(
  evidence: Evidence,
  lock: Lock,
  { sources, attestation }: { readonly sources: readonly string[]; readonly attestation: readonly string[] },
): RefreshReason[] {
  if (lock.damaged?.has(evidence.id) === true) return ['entry damaged'];
  const entry = lock.evidence.get(evidence.id);
  if (entry === undefined) return ['not locked'];
  const apart = (locked: LockEntry['attestation'], now: readonly string[]) =>
    (locked ?? []).map(({ digest }) => digest).join() !== now.join();
  return [
    ...(apart(entry.sources, sources) ? (['source altered'] as const) : []),
    ...(entry.measure === measureDigest(evidence) ? [] : (['measure changed'] as const)),
    ...(isCurrentReader(entry.reader) ? [] : (['reader changed'] as const)),
    ...(apart(entry.attestation, attestation) ? (['attestation changed'] as const) : []),
  ];
}

/** The entries of evidence that the case names; the rest is left out, as locking leaves it out. */
function inOrder(of: Case, entries: ReadonlyMap<EvidenceId, LockEntry>): ReadonlyMap<EvidenceId, LockEntry> {
  return new Map(
    of.evidence.flatMap(({ id }) => {
      const entry = entries.get(id);
      return entry === undefined ? [] : [[id, entry] as const];
    }),
  );
}
