import { type ExitCode, exitCode } from './exit-code.js';
import type { CaseText, Unusable } from './load-case.js';
import { countFindings, renderCounts, renderFinding } from './render/findings.js';
import { clean } from './render/text.js';
import { type Session, unusable } from './session.js';

/** Says on stderr why a case cannot be used; there is no result then. */
export function refuse(session: Session, why: Unusable): ExitCode {
  const { text } = why;
  if (text !== undefined) printFindings(session, text);
  for (const problem of why.problems) unusable(session, problem);
  if (text !== undefined && text.case === null) {
    session.note(
      `${session.errStyle.red('surety:')} the text of the case has errors: ${renderCounts(countFindings(text.findings), session.errStyle)}`,
    );
  }
  return exitCode.unusable;
}

/** Findings on stderr, as they stand beside a result. */
export function printFindings(
  { io, errStyle }: Session,
  { findings, places }: Pick<CaseText, 'findings' | 'places'>,
): void {
  for (const finding of findings) io.err.write(`${renderFinding(finding, places, errStyle)}\n`);
}

/** An id that is not there, with the nearest one that is. */
export async function unknownName(
  session: Session,
  what: string,
  name: string,
  names: Iterable<string>,
): Promise<ExitCode> {
  const { nearest } = await import('@surety/core/case');
  const near = nearest(name, names);
  return unusable(
    session,
    `there is no ${what} “${clean(name)}”`,
    near === undefined ? undefined : `Did you mean ${near}?`,
  );
}
