import { join, relative } from 'node:path';
import { type ExitCode, exitCode } from '../../exit-code.js';
import { readCase, readingOf } from '../../load-case.js';
import { refuse } from '../../refuse.js';
import { table } from '../../render/table.js';
import { clean, cleaned } from '../../render/text.js';
import { during, type Session, unusable } from '../../session.js';

interface Options {
  readonly asOf: string;
  readonly json?: boolean;
}

/** `surety evidence lock [CASE]` */
export async function lockEvidence(session: Session, path: string, options: Options): Promise<ExitCode> {
  const read = await readCase(session, path);
  if (!read.ok) return refuse(session, read);
  const { value: text } = read;
  if (text.case === null) return refuse(session, { ok: false, problems: [], text });
  const of = text.case;
  const { describe, formatLock, lockAll, lockFileName, readLock, writeLock } = await import('@surety/evidence');
  const previous = readLock(text.folder, text.root);
  if (!previous.ok) return unusable(session, describe(previous.problem));
  const { lock, changes, problems } = await during(session, 'Reading the evidence', async (say) =>
    lockAll(of, text.root, {
      ...(await readingOf(session, text.root, say)),
      lockedAt: options.asOf,
      previous: previous.value,
    }),
  );
  // A lock that is not whole would let a broken source pass for one that was never there.
  if (problems.length > 0) {
    for (const problem of problems) unusable(session, `${problem.evidence ?? 'evidence'}: ${describe(problem)}`);
    return unusable(session, 'the lock file was not written');
  }
  const { broken, damaged } = previous.value;
  const same = broken === undefined && damaged === undefined && formatLock(lock) === formatLock(previous.value);
  const problem = same ? undefined : await writeLock(text.folder, lock);
  if (problem !== undefined) return unusable(session, describe(problem));
  if (options.json === true) {
    session.print(JSON.stringify({ format: 'surety-lock-changes/1', written: !same, changes }, null, 2));
    return exitCode.good;
  }
  const rows = cleaned(changes).map(({ evidence, kind, detail }) => [evidence, kind, detail ?? '']);
  for (const line of table([{ title: '' }, { title: '' }, { title: '' }], rows, '')) session.print(line);
  if (changes.length === 0 && same) {
    if (!session.quiet) session.note('The case has no evidence, so there is nothing to lock.');
    return exitCode.good;
  }
  if (!session.quiet) {
    const file = clean(relative(session.io.cwd, join(text.folder, lockFileName)));
    session.note(same ? `${file} is up to date` : `Wrote ${file}`);
  }
  return exitCode.good;
}
