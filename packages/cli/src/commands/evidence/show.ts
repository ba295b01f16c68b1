import { relative, resolve } from 'node:path';
import { caseNear } from '../../case-near.js';
import { type ExitCode, exitCode } from '../../exit-code.js';
import { renderMeasureHint } from '../../render/measure-hint.js';
import { renderShown } from '../../render/shown.js';
import { during, type Session, unusable } from '../../session.js';

interface Options {
  readonly reader?: string;
  readonly json?: boolean;
}

/** `surety evidence show FILE` */
export async function show(session: Session, file: string, options: Options): Promise<ExitCode> {
  const [{ describe }, { showEvidence }] = await Promise.all([
    import('@surety/evidence/problem'),
    import('@surety/evidence/show'),
  ]);
  const { reader } = options;
  const path = resolve(session.io.cwd, file);
  const found = await during(session, `Reading ${file}`, () =>
    showEvidence(path, { ...session.reading, ...(reader === undefined ? {} : { reader }) }),
  );
  if (!found.ok) {
    // A member of an archive stands behind the name of the file.
    const named = found.problem.file?.replace(path, file) ?? file;
    return unusable(session, describe({ ...found.problem, file: named }));
  }
  const shown = { ...found.value, file };
  if (options.json === true) session.print(JSON.stringify({ format: 'surety-evidence/1', ...shown }, null, 2));
  else {
    session.print(renderShown(shown, session));
    if (!session.quiet)
      session.print(
        `\n${renderMeasureHint({ ...shown, file: await sourceOf(session.io.cwd, path, file) }, session.style)}`,
      );
  }
  return exitCode.good;
}

/** How the case that the log lies in names it: relative to the files of that case; elsewhere as it was called. */
async function sourceOf(cwd: string, path: string, called: string): Promise<string> {
  const folder = await caseNear(path, cwd);
  return folder === undefined ? called : relative(folder, path);
}
