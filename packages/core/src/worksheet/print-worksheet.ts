import { guarded } from './guard.js';
import { columns, type WorksheetRow } from './row.js';

/**
 * The worksheet as CSV (RFC 4180: commas, quotes doubled, CRLF), with a header. Cells that a spreadsheet would run as a
 * formula are guarded by an apostrophe, which `readWorksheet` takes away again.
 */
export function printWorksheet(rows: readonly WorksheetRow[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => guarded(row[column] ?? '')))];
  return lines.map((cells) => `${cells.map(printCell).join(',')}\r\n`).join('');
}

/** Quoted where it holds what some spreadsheet takes for a separator, or white space that one might trim. */
function printCell(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
