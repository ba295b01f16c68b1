import type { Case } from '../case/index.js';
import { type Column, keyOf, rowFrom, rowsOf, type WorksheetRow } from './row.js';

/**
 * The rows of a table as a case would take them: what a known row says in columns that the table does not have stays. And
 * the rows of the case that the table has no more.
 */
export function completedRows(
  of: Case,
  { rows, columns: given }: { readonly rows: readonly WorksheetRow[]; readonly columns: readonly Column[] },
): { readonly rows: readonly WorksheetRow[]; readonly gone: readonly WorksheetRow[] } {
  const before = new Map<string, WorksheetRow[]>();
  for (const row of rowsOf(of)) before.set(keyOf(row), [...(before.get(keyOf(row)) ?? []), row]);
  const completed = rows.map((row) => {
    const known = before.get(keyOf(row))?.shift();
    return rowFrom((column) => (known === undefined || given.includes(column) ? row[column] : known[column]));
  });
  return { rows: completed, gone: [...before.values()].flat() };
}
