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

/** Names that are listed beside the nearest one. */
const mostOthers = 4;

/** An id that is not there, with the nearest one that is. */
export async function unknownName(
  session: Session,
  what: string,
  name: string,
  names: Iterable<string>,
): Promise<ExitCode> {
  const { meantName, slips } = await import('@surety/core/case');
  const all = [...names];
  // An id is short: of a third of its length, as a slip in a word, nothing would be left.
  const byDistance = (one: string) => slips(name.toLowerCase(), one.toLowerCase());
  const order = all
    .map((one) => ({ one, distance: byDistance(one) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ one }) => one);
  const near = meantName(name, all) ?? order[0];
  const others = order.filter((one) => one !== near).slice(0, mostOthers);
  const left = all.length - 1 - others.length;
  const more = left > 0 ? ` and ${left} more` : '';
  const rest =
    others.length === 0 ? '' : ` There ${left + others.length === 1 ? 'is' : 'are'} also ${others.join(', ')}${more}.`;
  return unusable(
    session,
    `there is no ${what} “${clean(name)}”`,
    near === undefined ? `There is no ${what} at all.` : `Did you mean ${near}?${rest}`,
  );
}
