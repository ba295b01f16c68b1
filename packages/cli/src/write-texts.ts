import { resolve } from 'node:path';
import type { ExitCode } from './exit-code.js';
import type { CaseText } from './load-case.js';
import { newTrouble } from './new-trouble.js';
import { type Session, unusable } from './session.js';

/**
 * Writes changed texts of a case, each atomically, unless the case would then have an error that it does not have now, or
 * `dry` says that nothing is to be written. The exit code where it could not be done.
 */
export async function writeTexts(
  session: Session,
  text: CaseText,
  changed: ReadonlyMap<string, string>,
  doing: string,
  dry: boolean,
): Promise<ExitCode | undefined> {
  const trouble = await newTrouble(text, changed);
  if (trouble !== undefined) return unusable(session, `${doing} would break the case: ${trouble}`);
  if (dry) return undefined;
  const { describe, writeAtomic } = await import('@surety/evidence');
  for (const [file, after] of changed) {
    const problem = await writeAtomic(resolve(text.root, file), after);
    if (problem !== undefined)
      return unusable(session, `${describe(problem)}; files before it in the list are changed`);
  }
  return undefined;
}
