import type { Case, EvidenceId } from '@surety/core/case';
import { sortedJson } from '../canonical/index.js';
import type { Problem } from '../problem.js';
import { emptyLock, type Lock, type LockEntry, measureDigest } from './lock.js';
import { type MeasureOptions, measurements } from './measure-all.js';
import type { Measurement } from './measure-evidence.js';
import { resultsInWords } from './results-in-words.js';

export interface LockChange {
  readonly evidence: EvidenceId;
  /** `kept`: the source is not here, its entry stays. `removed`: the case no longer names it, or it cannot be used. */
  readonly kind: 'added' | 'changed' | 'unchanged' | 'kept' | 'removed';
  readonly detail?: string;
}

/**
 * A new lock over everything that can be read here. An altered source is accepted as it now is (that is what locking
 * means) and reported as changed. `lockedAt` is the caller's date, `YYYY-MM-DD`; an entry that stays the same keeps its
 * old date, so that locking again changes no byte. With problems the lock is not whole: do not write it.
 */
export async function lockAll(
  of: Case,
  folder: string,
  options: {
    readonly lockedAt: string;
    readonly previous?: Lock;
  } & Omit<MeasureOptions, 'lock'>,
): Promise<{ readonly lock: Lock; readonly changes: readonly LockChange[]; readonly problems: readonly Problem[] }> {
  const previous = options.previous ?? emptyLock;
  const { lockedAt, previous: _previous, ...rest } = options;
  const entries = new Map<EvidenceId, LockEntry>();
  const changes: LockChange[] = [];
  const read = await measurements(of, folder, rest);
  const absent = read.filter(({ measure, problems }) => measure.state.kind === 'missing' && problems.length === 0);
  const fromLock =
    absent.length === 0
      ? []
      : await measurements({ ...of, evidence: absent.map(({ evidence }) => evidence) }, folder, {
          ...rest,
          // A kept entry is vouched for by its own checksum, so a broken seal does not keep the lock from being mended.
          lock: { evidence: previous.evidence },
        });
  for (const found of read) {
    const { evidence, measure } = found;
    const old = previous.evidence.get(evidence.id);
    if (measure.state.kind !== 'fresh') {
      const locked = fromLock.find((each) => each.evidence.id === evidence.id);
      if (locked?.measure.state.kind === 'locked' && old !== undefined) {
        entries.set(evidence.id, old);
        changes.push({ evidence: evidence.id, kind: 'kept', detail: 'the source is not here' });
      } else if (old !== undefined)
        changes.push({ evidence: evidence.id, kind: 'removed', ...detailOf(locked ?? found) });
      continue;
    }
    const entry = entryOf(found, lockedAt);
    const same = old !== undefined && sameEntry(old, entry);
    entries.set(evidence.id, same ? old : entry);
    if (old === undefined && previous.damaged?.has(evidence.id) === true)
      changes.push({ evidence: evidence.id, kind: 'changed', detail: 'its entry was damaged' });
    else if (same || old === undefined) changes.push({ evidence: evidence.id, kind: same ? 'unchanged' : 'added' });
    else changes.push({ evidence: evidence.id, kind: 'changed', detail: whatChanged(old, entry) });
  }
  for (const id of [...previous.evidence.keys(), ...(previous.damaged?.keys() ?? [])]) {
    if (!of.evidence.some((evidence) => evidence.id === id))
      changes.push({ evidence: id, kind: 'removed', detail: 'the case does not name it' });
  }
  const unlocked = absent
    .filter(({ evidence }) => !entries.has(evidence.id))
    .map(({ evidence, measure }): Problem => {
      const detail = measure.state.kind === 'missing' ? measure.state.detail : '';
      return { code: 'source-missing', message: detail, evidence: evidence.id, origin: evidence.origin };
    });
  return { lock: { evidence: entries }, changes, problems: [...read.flatMap(({ problems }) => problems), ...unlocked] };
}

/** What the lock file holds of evidence that was read. */
export function entryOf({ evidence, measure, sources, attestation }: Measurement, lockedAt: string): LockEntry {
  const { reader, models, results, trials, cited, notes } = measure;
  return {
    sources,
    ...(attestation === undefined || attestation.files.length === 0 ? {} : { attestation: attestation.files }),
    reader,
    measure: measureDigest(evidence),
    models,
    results,
    ...(trials === undefined ? {} : { trials }),
    ...(cited === undefined ? {} : { cited }),
    notes,
    lockedAt,
  };
}

export function sameEntry(a: LockEntry, b: LockEntry): boolean {
  return sortedJson({ ...a, lockedAt: '' }) === sortedJson({ ...b, lockedAt: '' });
}

/** What an entry says now that it did not before: its counts, and why they may differ. */
export function whatChanged(old: LockEntry, entry: LockEntry): string {
  const [before, after] = [resultsInWords(old.results), resultsInWords(entry.results)];
  const digests = ({ sources }: LockEntry) => sources.map(({ digest }) => digest).join();
  const why = [
    old.measure === entry.measure ? '' : 'another measure',
    digests(old) === digests(entry)
      ? ''
      : old.sources.length === entry.sources.length
        ? 'another content'
        : 'other sources',
    old.reader === entry.reader ? '' : `read by ${entry.reader}, not ${old.reader}`,
    sortedJson(old.attestation ?? []) === sortedJson(entry.attestation ?? []) ? '' : 'another attestation',
  ].filter((part) => part !== '');
  const counts = before === after ? `still ${after}` : `${before} → ${after}`;
  return why.length === 0 ? counts : `${counts} (${why.join(', ')})`;
}

function detailOf({ measure }: Measurement): { readonly detail?: string } {
  return measure.state.kind === 'missing' ? { detail: measure.state.detail } : {};
}
