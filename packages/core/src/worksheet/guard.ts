/**
 * A spreadsheet takes a cell that starts with one of these for a formula and runs it. Such a cell is written with an
 * apostrophe before it, which spreadsheets show as text; one that had apostrophes there already gets one more, so that
 * taking one away gives back every text.
 */
const risky = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** The text as it may stand in a cell. */
export function guarded(text: string): string {
  return risky.test(text) ? `'${text}` : text;
}

/** The text that a cell stands for; one that was never guarded stands for itself. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && risky.test(cell) ? cell.slice(1) : cell;
}
