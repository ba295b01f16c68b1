import { readFile, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { someOf } from '@surety/core/shown';
import { completedRows, importRows, readWorksheet, rowsOf, type WorksheetRow } from '@surety/core/worksheet';
import { type ExitCode, exitCode } from '../../exit-code.js';
import { readWholeCase } from '../../load-case.js';
import { refuse } from '../../refuse.js';
import { renderFinding } from '../../render/findings.js';
import { filePath } from '../../render/place.js';
import { clean, counted, listed, wrap } from '../../render/text.js';
import { during, type Session, unusable } from '../../session.js';
import { writeTexts } from '../../write-texts.js';

interface Options {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Largest table that is read, in bytes. */
const mostBytes = 16_000_000;

export async function importWorksheet(
  session: Session,
  file: string,
  path: string,
  options: Options,
): Promise<ExitCode> {
  const read = await readWholeCase(session, path);
  if (!read.ok) return refuse(session, read);
  const { value: text } = read;
  const { case: of } = text;
  const csv = await csvIn(resolve(session.io.cwd, file));
  if ('problem' in csv) return unusable(session, `${file}: ${csv.problem}`);
  const name = relative(text.root, resolve(session.io.cwd, file));
  const table = readWorksheet(name, csv.text, {
    subsystems: of.system.map(({ id }) => id),
    outcomes: of.outcomes.map(({ id }) => id),
    elements: of.elements.map(({ id }) => id),
  });
  if (!table.ok) {
    for (const finding of table.diagnostics) session.note(renderFinding(finding, text.places, session.errStyle));
    return unusable(session, `${file} cannot be taken into the case; nothing was changed`);
  }
  const texts = new Map(text.documents.map((document) => [document.file, document.text]));
  const { rows, gone } = completedRows(of, table);
  const result = await during(session, 'Changing the case', () => importRows(of, texts, rows));
  if (!result.ok) return unusable(session, result.reason);
  const dry = options.dryRun === true;
  const failed = await writeTexts(session, text, result.changed, 'taking these rows', dry);
  if (failed !== undefined) return failed;
  const files = [...result.changed.keys()];
  const before = rowsOf(of).length;
  if (options.json === true) {
    const data = {
      format: 'surety-fmea-import/1',
      written: !dry && files.length > 0,
      before,
      after: rows.length,
      gone: gone.map(({ subsystem, mode }) => ({ subsystem, mode })),
      files,
    };
    session.print(JSON.stringify(data, null, 2));
    return exitCode.good;
  }
  const names = listed(files.map((one) => filePath(one, text.places)));
  const count = `${counted(rows.length, 'row')} (${before} before)`;
  if (files.length === 0) session.print(`${count}: nothing changes`);
  else session.print(`${count}: ${clean(names)} ${dry ? 'would change; nothing was written' : 'changed'}`);
  if (gone.length > 0) session.print(wrap(goneWords(gone, dry), session.width, '', '  '));
  return exitCode.good;
}

function goneWords(gone: readonly WorksheetRow[], dry: boolean): string {
  const named = someOf(gone.map(({ subsystem, mode }) => `“${clean(mode)}” of ${clean(subsystem)}`));
  return `Not in the table, and ${dry ? 'would go' : 'gone'}: ${listed(named)}`;
}

async function csvIn(path: string): Promise<{ readonly text: string } | { readonly problem: string }> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) return { problem: `has ${size} bytes; expected at most ${mostBytes}` };
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path)) };
  } catch (error) {
    if (error instanceof TypeError) return { problem: 'is not UTF-8; save it as CSV in UTF-8' };
    if (error instanceof Error && 'code' in error) return { problem: `cannot be read (${String(error.code)})` };
    throw error;
  }
}
