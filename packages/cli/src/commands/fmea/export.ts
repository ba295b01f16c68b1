import { resolve } from 'node:path';
import { printWorksheet, rowsOf } from '@surety/core/worksheet';
import { type ExitCode, exitCode } from '../../exit-code.js';
import { readWholeCase } from '../../load-case.js';
import { refuse } from '../../refuse.js';
import { clean, counted } from '../../render/text.js';
import { type Session, unusable } from '../../session.js';

interface Options {
  readonly output?: string;
}

export async function exportWorksheet(session: Session, path: string, { output }: Options): Promise<ExitCode> {
  const read = await readWholeCase(session, path);
  if (!read.ok) return refuse(session, read);
  const { case: of } = read.value;
  const csv = printWorksheet(rowsOf(of));
  if (output === undefined) {
    session.io.out.write(csv);
    return exitCode.good;
  }
  const { describe, writeAtomic } = await import('@surety/evidence');
  const problem = await writeAtomic(resolve(session.io.cwd, output), csv);
  if (problem !== undefined) return unusable(session, describe(problem));
  if (!session.quiet) session.note(`Wrote ${counted(of.fmea.length, 'row')} to ${clean(output)}`);
  return exitCode.good;
}
