import type { Verification } from '@surety/evidence';
import { type ExitCode, exitCode } from '../../exit-code.js';
import { readCase, readingOf } from '../../load-case.js';
import { refuse } from '../../refuse.js';
import type { Style } from '../../render/style.js';
import { cleaned, wrap } from '../../render/text.js';
import { during, type Session, unusable } from '../../session.js';

interface Options {
  readonly json?: boolean;
  readonly requireSources?: boolean;
}

/** `surety evidence verify [CASE]` */
export async function verify(session: Session, path: string, options: Options): Promise<ExitCode> {
  const read = await readCase(session, path);
  if (!read.ok) return refuse(session, read);
  const { value: text } = read;
  if (text.case === null) return refuse(session, { ok: false, problems: [], text });
  const of = text.case;
  const { describe, readLock, verifyLock } = await import('@surety/evidence');
  const lock = readLock(text.folder, text.root);
  if (!lock.ok) return unusable(session, describe(lock.problem));
  const { report } = await during(session, 'Reading the evidence', async (say) =>
    verifyLock(of, text.root, lock.value, await readingOf(session, text.root, say)),
  );
  const required = options.requireSources === true;
  const { broken } = lock.value;
  // Without a piece of evidence there is nothing whose state could say it.
  if (broken !== undefined && of.evidence.length === 0)
    session.note(`The lock file is not as it was written: expected ${broken.expected}, found ${broken.found}`);
  const holds =
    broken === undefined && report.every(({ status }) => status === 'verified' || (status === 'absent' && !required));
  if (options.json === true) {
    session.print(JSON.stringify({ format: 'surety-verification/1', holds, report }, null, 2));
  } else {
    const { style, width } = session;
    for (const one of cleaned(report)) {
      const detail = one.detail === undefined ? '' : `: ${one.detail}`;
      session.print(
        wrap(`${style.bold(one.evidence)} ${statusPaint(one, style)(one.status)}${detail}`, width, '', '  '),
      );
    }
    if (!session.quiet) session.note(summary(report, required));
  }
  return holds ? exitCode.good : exitCode.bad;
}

/** `12 verified, 1 absent: everything that is here is what was locked`. */
function summary(report: readonly Verification[], required: boolean): string {
  if (report.length === 0) return 'The case has no evidence, and nothing is locked.';
  const counted = (wanted: Verification['status']) => report.filter(({ status }) => status === wanted).length;
  const [verified, absent] = [counted('verified'), counted('absent')];
  const others = report.length - verified - absent;
  const counts = `${verified} verified, ${absent} absent${others === 0 ? '' : `, ${others} not as locked`}`;
  if (others > 0) return `${counts}: what is here differs from what was locked; see above.`;
  if (absent === 0) return `${counts}: every source is what was locked.`;
  return required
    ? `${counts}: every source is required to be here.`
    : `${counts}: everything that is here is what was locked.`;
}

function statusPaint(one: Verification, style: Style): (text: string) => string {
  if (one.status === 'verified') return style.green;
  return one.status === 'absent' ? style.cyan : style.red;
}
