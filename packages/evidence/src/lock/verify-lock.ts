import type { Case, EvidenceId } from '@surety/core/case';
import { describe, type Problem } from '../problem.js';
import { type Lock, type LockEntry, measureDigest } from './lock.js';
import { type MeasureOptions, measurements } from './measure-all.js';
import type { Measurement } from './measure-evidence.js';

/** What the lock file is worth for one piece of evidence. */
export interface Verification {
  readonly evidence: EvidenceId;
  /**
   * `verified`: read again here, same digests, same results · `absent`: the source is not here, the entry fits the case ·
   * `altered`: another digest · `results differ`: same digests, but the lock holds other results than these bytes give ·
   * `measure changed`: locked under another measure than the case now states · `not locked`: no entry · `unusable`: the
   * source or its path cannot be used, or what is absent does not fit · `not in the case`: an entry without evidence.
   */
  readonly status:
    | 'verified'
    | 'absent'
    | 'altered'
    | 'results differ'
    | 'measure changed'
    | 'not locked'
    | 'unusable'
    | 'not in the case';
  readonly detail?: string;
}

/** Checks every entry of a lock against the case and the sources that are here. Everything holds if all are `verified` or `absent`. */
export async function verifyLock(
  of: Case,
  folder: string,
  lock: Lock,
  options: Omit<MeasureOptions, 'lock'> = {},
): Promise<{ readonly report: readonly Verification[]; readonly problems: readonly Problem[] }> {
  const found = await measurements(of, folder, { ...options, lock });
  const named = new Set(of.evidence.map(({ id }) => id));
  const left = [...lock.evidence.keys()].filter((id) => !named.has(id));
  return {
    report: [
      ...found.map((each) => verification(each, lock.evidence.get(each.evidence.id))),
      ...left.map((evidence): Verification => ({ evidence, status: 'not in the case' })),
    ],
    problems: found.flatMap(({ problems }) => problems),
  };
}

function verification(
  { evidence, measure, differs, problems }: Measurement,
  entry: LockEntry | undefined,
): Verification {
  const said = (status: Verification['status'], detail?: string): Verification => ({
    evidence: evidence.id,
    status,
    ...(detail === undefined ? {} : { detail }),
  });
  if (problems.length > 0) return said('unusable', problems.map(describe).join('; '));
  if (entry === undefined)
    return said('not locked', measure.state.kind === 'missing' ? measure.state.detail : undefined);
  const { state } = measure;
  if (state.kind === 'altered') return said('altered', `locked ${state.expected}, found ${state.found}`);
  if (entry.measure !== measureDigest(evidence)) return said('measure changed');
  if (state.kind === 'missing') return said('unusable', state.detail);
  if (state.kind === 'locked') return said('absent', `locked on ${entry.lockedAt}`);
  return differs ? said('results differ') : said('verified');
}
