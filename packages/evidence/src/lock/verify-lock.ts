import type { Case, EvidenceId } from '@surety/core/case';
import { describe, type Problem } from '../problem.js';
import { isCurrentReader } from '../readers/index.js';
import { type Lock, measureDigest } from './lock.js';
import { type MeasureOptions, measurements } from './measure-all.js';
import type { Measurement } from './measure-evidence.js';

/** What the lock file is worth for one piece of evidence. */
export interface Verification {
  readonly evidence: EvidenceId;
  /**
   * `verified`: read again here, same digests, same results · `absent`: the source is not here, the entry fits the case ·
   * `altered`: another digest · `results differ`: same digests, but the lock holds other results than these bytes give ·
   * `entry damaged`: the entry is not as it was written · `lock damaged`: the file as a whole is not · `measure changed`:
   * locked under another measure than the case now states · `reader changed`: locked by another version of the reader than
   * today's, whose results are not used where the source is here · `unverified`: the attestation does not hold ·
   * `not locked`: no entry · `unusable`: the source or its path cannot be used, or what is absent does not fit ·
   * `not in the case`: an entry without evidence. The first that applies; what else is wrong stands in the detail.
   */
  readonly status:
    | 'verified'
    | 'absent'
    | 'altered'
    | 'results differ'
    | 'entry damaged'
    | 'lock damaged'
    | 'measure changed'
    | 'reader changed'
    | 'unverified'
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
  const left = [...lock.evidence.keys(), ...(lock.damaged?.keys() ?? [])].filter((id) => !named.has(id));
  return {
    report: [
      ...found.map((each) => verification(each, lock)),
      ...left.map((evidence): Verification => ({ evidence, status: 'not in the case' })),
    ],
    problems: found.flatMap(({ problems }) => problems),
  };
}

function verification({ evidence, measure, problems, attestation }: Measurement, lock: Lock): Verification {
  const entry = lock.evidence.get(evidence.id);
  const faults = (attestation?.check.faults ?? []).map(({ kind, detail }) => `attestation (${kind}): ${detail}`);
  const said = (status: Verification['status'], ...details: readonly string[]): Verification => {
    const all = [...details, ...(status === 'unverified' ? [] : faults)];
    return { evidence: evidence.id, status, ...(all.length === 0 ? {} : { detail: all.join('; ') }) };
  };
  const { state } = measure;
  if (problems.length > 0) return said('unusable', problems.map(describe).join('; '));
  if (state.kind === 'altered') {
    const { of, expected, found } = state;
    if (of === undefined) return said('altered', `locked ${expected}, found ${found}`);
    const status = { 'lock entry': 'entry damaged', 'lock file': 'lock damaged', results: 'results differ' } as const;
    return said(status[of], `expected ${expected}, found ${found}`);
  }
  if (entry === undefined) return said('not locked', ...(state.kind === 'missing' ? [state.detail] : []));
  if (entry.measure !== measureDigest(evidence)) return said('measure changed');
  if (state.kind === 'missing') return said('unusable', state.detail);
  const today = state.kind === 'fresh' ? entry.reader === measure.reader : isCurrentReader(entry.reader);
  if (!today) {
    const now =
      state.kind === 'fresh' ? `, read here by ${measure.reader}` : ', which is not today’s; the source is not here';
    return said('reader changed', `locked by ${entry.reader}${now}`);
  }
  if (faults.length > 0) return said('unverified', ...faults);
  return state.kind === 'locked' ? said('absent', `locked on ${entry.lockedAt}`) : said('verified');
}
