import { resolve } from 'node:path';
import type { RawCell, RawTable } from '@surety/core/calculator';
import { clean } from '../render/text.js';
import type { Session } from '../session.js';

export type TableRead =
  | { readonly ok: true; readonly table: RawTable }
  | { readonly ok: false; readonly message: string };

/** The rows of a CSV, JSONL or Parquet file, or of whatever else a reader makes a table of, by the names of the columns. */
export async function readTable(session: Session, file: string): Promise<TableRead> {
  const { describe, readEvidenceFile } = await import('@surety/evidence');
  const read = await readEvidenceFile(resolve(session.io.cwd, file), { ...session.reading, path: file });
  if (!read.ok) return { ok: false, message: read.problems.map(describe).join('; ') };
  const { rows, fields, scores } = read.log.trials;
  const columns = [...scores, ...fields];
  const table = Array.from(
    { length: rows },
    (_, at): Record<string, RawCell> => Object.fromEntries(columns.map(([name, cells]) => [name, cells[at]])),
  );
  if (table.length === 0) return { ok: false, message: `${clean(file)}: the file holds no rows` };
  return { ok: true, table };
}
