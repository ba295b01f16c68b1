import type { Case, Measures } from '@surety/core/case';
import type { Lock } from '../lock/index.js';
import { readLock } from '../lock/lock-file.js';
import { describe } from '../problem.js';
import type { CalledCase, CaseText } from './case-text.js';
import { during, type Loading } from './loading.js';
import { named } from './read-case.js';
import { readingOf } from './reading.js';

/**
 * What the evidence of a text says: under a lock that is given, or else the one in the folder. Without its lock file no
 * evidence is judged.
 */
export async function measureText(
  loading: Loading,
  text: CaseText,
  path: string,
  { called, lock: given }: { readonly called?: CalledCase; readonly lock?: Lock } = {},
): Promise<{ readonly ok: true; readonly measures: Measures } | { readonly ok: false; readonly problem: string }> {
  const of = measurable(text);
  const lock = given === undefined ? readLock(text.folder, text.root) : { ok: true as const, value: given };
  if (!lock.ok) return { ok: false, problem: describe(named(loading, lock.problem, text.folder, path, called)) };
  if (of === undefined || of.evidence.length === 0) return { ok: true, measures: {} };
  // What reads logs takes its time to load, and many a text cites none.
  const { measureAll } = await import('../lock/index.js');
  const { measures } = await during(loading, 'Reading the evidence', (say) =>
    measureAll(of, text.root, { ...readingOf(loading, text.root, say), lock: lock.value }),
  );
  return { ok: true, measures };
}

/** The case, or as much of it as can be measured: evidence whose text has an error is measured by the wrong words. */
function measurable({ case: of, readable }: CaseText): Case | undefined {
  if (of !== null || readable === null) return of ?? undefined;
  const { case: rest, gaps } = readable;
  return { ...rest, evidence: rest.evidence.filter(({ id }) => !gaps.names.has(id)) };
}
