import type { Case, Counts, EvidenceId } from '@surety/core/case';
import { estimatorOf } from '@surety/core/statistics';
import type { Problem } from '../problem.js';
import { plural } from '../text/index.js';
import { sortedJson } from './canonical.js';
import { emptyLock, type Lock, type LockEntry, measureDigest } from './lock.js';
import { type MeasureOptions, measurements } from './measure-all.js';
import type { Measurement } from './measure-evidence.js';

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
    readonly limits?: MeasureOptions['limits'];
    readonly onProgress?: MeasureOptions['onProgress'];
  },
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
          lock: previous,
        });
  for (const found of read) {
    const { evidence, measure, sources } = found;
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
    const { reader, models, results, notes } = measure;
    const entry: LockEntry = { sources, reader, measure: measureDigest(evidence), models, results, notes, lockedAt };
    const same = old !== undefined && sameEntry(old, entry);
    entries.set(evidence.id, same ? old : entry);
    if (same || old === undefined) changes.push({ evidence: evidence.id, kind: same ? 'unchanged' : 'added' });
    else changes.push({ evidence: evidence.id, kind: 'changed', detail: whatChanged(old, entry) });
  }
  for (const id of previous.evidence.keys()) {
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

function sameEntry(a: LockEntry, b: LockEntry): boolean {
  return sortedJson({ ...a, lockedAt: '' }) === sortedJson({ ...b, lockedAt: '' });
}

/** What an entry says now that it did not before: its counts, and why they may differ. */
function whatChanged(old: LockEntry, entry: LockEntry): string {
  const [before, after] = [countsOf(old), countsOf(entry)];
  const digests = ({ sources }: LockEntry) => sources.map(({ digest }) => digest).join();
  const why = [
    old.measure === entry.measure ? '' : 'another measure',
    digests(old) === digests(entry)
      ? ''
      : old.sources.length === entry.sources.length
        ? 'another content'
        : 'other sources',
  ].filter((part) => part !== '');
  const counts = before === after ? `still ${after}` : `${before} → ${after}`;
  return why.length === 0 ? counts : `${counts} (${why.join(', ')})`;
}

/** The counts of an entry in short; where flawed trials can be counted in several ways, the first of them. */
function countsOf({ results }: LockEntry): string {
  const [first] = results;
  if (first === undefined) return 'nothing';
  const more = results.length > 1 ? ` (${results.length} ways of counting)` : '';
  return `${inWords(first.counts)}${more}`;
}

function inWords(counts: Counts): string {
  if (counts.kind !== 'strata' && counts.kind !== 'clusters') return estimatorOf(counts).words(counts);
  const parts = counts.kind === 'strata' ? counts.strata : counts.clusters;
  const sum = (key: 'events' | 'trials') => parts.reduce((total, part) => total + part[key], 0);
  const noun =
    counts.kind === 'strata' ? plural(parts.length, 'strategy', 'strategies') : plural(parts.length, 'cluster');
  return `${sum('events')} of ${sum('trials')} in ${noun}`;
}

function detailOf({ measure }: Measurement): { readonly detail?: string } {
  return measure.state.kind === 'missing' ? { detail: measure.state.detail } : {};
}
