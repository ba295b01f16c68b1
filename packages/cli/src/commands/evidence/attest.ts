import { give } from '../../attest/attest.js';
import { privateKeyFrom } from '../../attest/keys.js';
import type { ExitCode } from '../../exit-code.js';
import { readCase, readingOf } from '../../load-case.js';
import { refuse, unknownName } from '../../refuse.js';
import { during, type Session, unusable } from '../../session.js';

interface Options {
  readonly case: string;
  readonly key: string;
  readonly output?: string;
  readonly json?: boolean;
}

/** `surety evidence attest ID --key FILE` */
export async function attestOne(session: Session, id: string, options: Options): Promise<ExitCode> {
  const key = await privateKeyFrom(session, options.key);
  if (typeof key === 'number') return key;
  const read = await readCase(session, options.case);
  if (!read.ok) return refuse(session, read);
  const { value: text } = read;
  if (text.case === null) return refuse(session, { ok: false, problems: [], text });
  const of = text.case;
  const names = of.evidence.map((one) => one.id);
  if (!names.includes(id)) return unknownName(session, 'piece of evidence', id, names);
  const { attestEvidence, describe, resultsInWords } = await import('@surety/evidence');
  const made = await during(session, 'Reading the evidence', async (say) =>
    attestEvidence(of, text.root, id, key, await readingOf(session, text.root, say)),
  );
  if (!made.ok) {
    for (const problem of made.problems) unusable(session, `${id}: ${describe(problem)}`);
    return unusable(session, 'only what was read here and now can be attested');
  }
  const { envelope, predicate, subjects } = made;
  return give(session, envelope, options, {
    printed: { subjects, predicate },
    summary: `evidence ${id}, ${resultsInWords(predicate.results)}`,
  });
}
