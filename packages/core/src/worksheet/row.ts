import type { Case, FmeaRow } from '../case/index.js';

/** A row of the worksheet, wherever it is written down. */
export type WorksheetRow = Omit<FmeaRow, 'origin'>;

/** The columns, in the order in which the text has them. */
export const columns = ['subsystem', 'mode', 'cause', 'effect', 'outcome', 'detection', 'arguedBy'] as const;
export type Column = (typeof columns)[number];

/** The rows of a case. A cell that is empty is one that is not there. */
export function rowsOf(of: Case): readonly WorksheetRow[] {
  return of.fmea.map((row) => rowFrom((column) => row[column]));
}

/** A row from its cells. */
export function rowFrom(cell: (column: Column) => string | undefined): WorksheetRow {
  const filled = columns.flatMap((column) => {
    const text = cell(column);
    return text === undefined || text === '' ? [] : [[column, text]];
  });
  return { subsystem: '', mode: '', ...Object.fromEntries(filled) };
}

/** What a row is about: a changed row is known again by it. */
export function keyOf({ subsystem, mode }: WorksheetRow): string {
  return `${subsystem}\n${mode}`;
}
