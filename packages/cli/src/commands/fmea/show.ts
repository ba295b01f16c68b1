import { rowsOf } from '@surety/core/worksheet';
import { caseHead } from '../../case-head.js';
import { type ExitCode, exitCode } from '../../exit-code.js';
import { readWholeCase } from '../../load-case.js';
import { refuse } from '../../refuse.js';
import { renderWorksheet } from '../../render/worksheet.js';
import type { Session } from '../../session.js';

interface Options {
  readonly json?: boolean;
}

export async function showWorksheet(session: Session, path: string, options: Options): Promise<ExitCode> {
  const read = await readWholeCase(session, path);
  if (!read.ok) return refuse(session, read);
  const { case: of } = read.value;
  const rows = rowsOf(of);
  if (options.json === true)
    session.print(JSON.stringify({ format: 'surety-fmea/1', case: caseHead(of), rows }, null, 2));
  else session.print(renderWorksheet(rows, session));
  return exitCode.good;
}
