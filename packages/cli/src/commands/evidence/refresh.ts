import { join, relative } from 'node:path';
import type { Case } from '@surety/core/case';
import type { OutcomeAssessment } from '@surety/core/doubt';
import type { Lock, Refreshed } from '@surety/evidence';
import { type ExitCode, exitCode } from '../../exit-code.js';
import { assessChecked, type CaseText, checkText, readCase, readingOf } from '../../load-case.js';
import { defaultSeed } from '../../options.js';
import { refuse, unknownName } from '../../refuse.js';
import { formatProbability } from '../../render/numbers.js';
import { verdictPaint } from '../../render/outcome.js';
import { table } from '../../render/table.js';
import { clean, cleaned } from '../../render/text.js';
import { during, type Session, unusable } from '../../session.js';
import { isYes } from '../../yes.js';

interface Options {
  readonly case: string;
  readonly asOf: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `surety evidence refresh [ID…]` */
export async function refresh(session: Session, ids: readonly string[], options: Options): Promise<ExitCode> {
  const { io } = session;
  const asks = options.yes !== true && options.dryRun !== true;
  if (asks && io.ask === undefined)
    return unusable(session, 'nobody is here to be asked: look at it with --dry-run, then write it with --yes');
  const read = await readCase(session, options.case);
  if (!read.ok) return refuse(session, read);
  const { value: text } = read;
  if (text.case === null) return refuse(session, { ok: false, problems: [], text });
  const of = text.case;
  const names = of.evidence.map(({ id }) => id);
  const unknown = ids.find((id) => !names.includes(id));
  if (unknown !== undefined) return unknownName(session, 'piece of evidence', unknown, names);
  const { describe, lockFileName, readLock, refreshLock, writeLock } = await import('@surety/evidence');
  const previous = readLock(text.folder, text.root);
  if (!previous.ok) return unusable(session, describe(previous.problem));
  const { lock, refreshed, problems } = await during(session, 'Reading the evidence', async (say) =>
    refreshLock(of, text.root, {
      ...(await readingOf(session, text.root, say)),
      lock: previous.value,
      lockedAt: options.asOf,
      only: ids,
    }),
  );
  if (problems.length > 0) {
    for (const problem of problems) unusable(session, `${problem.evidence ?? 'evidence'}: ${describe(problem)}`);
    return unusable(session, 'the lock file was not written');
  }
  const stale = previous.value.broken !== undefined;
  if (refreshed.length === 0 && !stale) {
    if (options.json === true) print(session, [], [], false);
    else if (!session.quiet)
      session.note('Nothing changed: every entry is of the source, measure and reader of today.');
    return exitCode.good;
  }
  const outcomes = await outcomesWith(session, text, of, [previous.value, lock], options);
  if (!Array.isArray(outcomes)) return outcomes as ExitCode;
  if (options.json !== true) show(session, refreshed, outcomes);
  const file = clean(relative(io.cwd, join(text.folder, lockFileName)));
  if (asks && !isYes(await io.ask?.(`Write ${file}? [y/N] `))) {
    session.note('Nothing was written');
    return exitCode.bad;
  }
  const written = options.dryRun !== true;
  if (written) {
    const problem = await writeLock(text.folder, lock);
    if (problem !== undefined) return unusable(session, describe(problem));
  }
  if (options.json === true) print(session, refreshed, outcomes, written);
  else if (!session.quiet) session.note(written ? `Wrote ${file}` : 'Nothing was written');
  return exitCode.good;
}

interface Change {
  readonly outcome: string;
  readonly before: Standing;
  readonly after: Standing;
}

interface Standing {
  readonly verdict: OutcomeAssessment['verdict'];
  readonly number?: number;
}

/** The verdicts under the one lock and under the other; a case that cannot be assessed says why, and gives an exit code. */
async function outcomesWith(
  session: Session,
  text: CaseText,
  of: Case,
  locks: readonly [Lock, Lock],
  { case: path, asOf }: Options,
): Promise<readonly Change[] | ExitCode> {
  const assessed: (readonly OutcomeAssessment[])[] = [];
  for (const lock of locks) {
    const checked = await checkText(session, text, path, asOf, { lock });
    const value = checked.ok ? await assessChecked(session, checked.value, { asOf, seed: defaultSeed }, of) : checked;
    if (!value.ok) return refuse(session, value);
    assessed.push(value.value.assessment.outcomes);
  }
  const [before, after] = assessed;
  return after!.map((outcome, at) => ({
    outcome: outcome.id,
    before: standing(before![at]!),
    after: standing(outcome),
  }));
}

function standing({ verdict, number }: OutcomeAssessment): Standing {
  return { verdict, ...(number === undefined ? {} : { number }) };
}

function show(session: Session, refreshed: readonly Refreshed[], outcomes: readonly Change[]): void {
  const { style } = session;
  const columns = ['evidence', 'counts', 'why'].map((title) => ({ title }));
  const rows = cleaned(refreshed).map(({ evidence, why, before, after }) => [
    evidence,
    `${before ?? 'nothing'} → ${after}`,
    why.join(', '),
  ]);
  if (rows.length > 0) for (const line of table(columns, rows, '', style.bold)) session.print(line);
  for (const { outcome, before, after } of outcomes) {
    const words = (one: Standing) =>
      `${verdictPaint(style, one.verdict)(one.verdict)}${one.number === undefined ? '' : ` (${formatProbability(one.number)})`}`;
    session.print(`${style.bold(clean(outcome))}: ${words(before)} → ${words(after)}`);
  }
}

function print(session: Session, refreshed: readonly Refreshed[], outcomes: readonly Change[], written: boolean): void {
  session.print(JSON.stringify({ format: 'surety-refresh/1', written, refreshed, outcomes }, null, 2));
}
