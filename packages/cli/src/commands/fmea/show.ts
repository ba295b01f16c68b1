import { rowsOf } from '@surety/core/worksheet';
import { type ExitCode, exitCode } from '../../exit-code.js';
import { readCase } from '../../load-case.js';
import { refuse } from '../../refuse.js';
import { renderWorksheet } from '../../render/worksheet.js';
import type { Session } from '../../session.js';

interface Options {
  readonly json?: boolean;
}

export async function showWorksheet(session: Session, path: string, options: Options): Promise<ExitCode> {
  const read = await readCase(session, path);
  if (!read.ok) return refuse(session, read);
  const { case: of } = read.value;
  if (of === null) return refuse(session, { ok: false, problems: [], text: read.value });
  const rows = rowsOf(of);
  const { id, title, status, contentHash } = of;
  if (options.json === true)
    session.print(JSON.stringify({ format: 'surety-fmea/1', case: { id, title, status, contentHash }, rows }, null, 2));
  else session.print(renderWorksheet(rows, session));
  return exitCode.good;
}
