import { type Diagnostic, nearest } from '../case/index.js';
import { lineTable } from '../language/index.js';
import { unguarded } from './guard.js';
import { type CsvCell, readCsv } from './read-csv.js';
import { type Column, columns, rowFrom, type WorksheetRow } from './row.js';

/** What the cells of a worksheet may name. */
export interface WorksheetNames {
  readonly subsystems: readonly string[];
  readonly outcomes: readonly string[];
  readonly elements: readonly string[];
}

export type WorksheetResult =
  | {
      readonly ok: true;
      readonly rows: readonly WorksheetRow[];
      /** Those that the table has. */
      readonly columns: readonly Column[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

type Span = Pick<CsvCell, 'start' | 'end'>;

/** Longest text, and most rows, that are read. */
const mostCharacters = 4_000_000;
const mostRows = 5_000;
/** What a text of a case may not hold either. */
const forbidden = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u;
/** Findings that are told; a table that is wrong everywhere is not made clearer by more. */
const mostFindings = 100;

/**
 * Reads a worksheet from CSV; cells may be parted by commas, semicolons or tabs. Every fault is a finding with its place
 * and the nearest name; with one, there are no rows.
 */
export function readWorksheet(file: string, text: string, names: WorksheetNames): WorksheetResult {
  const lines = lineTable(file, text);
  const found: Diagnostic[] = [];
  const report = (code: string, { start, end }: Span, message: string, hint?: string) => {
    if (found.length >= mostFindings) return;
    found.push({
      code,
      severity: 'error',
      message,
      range: lines.range(start, end),
      ...(hint === undefined ? {} : { hint }),
    });
  };
  const failed = (): WorksheetResult => ({ ok: false, diagnostics: found });
  const top = { start: 0, end: 0 };
  if (text.length > mostCharacters) {
    report('csv-limit', top, `The table has ${text.length} characters; expected at most ${mostCharacters}`);
    return failed();
  }
  const csv = readCsv(text, separatorOf(text));
  if (!csv.ok) {
    report(
      'csv-quote',
      { start: csv.at, end: csv.at + 1 },
      csv.message,
      'Put the whole cell in quotes, and double the quotes inside.',
    );
    return failed();
  }
  // Spreadsheets leave rows of empty cells behind.
  const [head, ...records] = csv.records.filter((record) => record.some((cell) => cell.text !== ''));
  if (head === undefined) {
    report('csv-header', top, 'The table is empty; expected a header', `The header is \`${columns.join(',')}\`.`);
    return failed();
  }
  const placed = headerOf(head, report);
  if (records.length > mostRows) {
    report('csv-limit', records[mostRows]![0]!, `The table has ${records.length} rows; expected at most ${mostRows}`);
  }
  if (found.length > 0) return failed();
  const rows = records.map((record) => {
    const extra = record.slice(head.length).find((cell) => cell.text !== '');
    if (extra !== undefined)
      report(
        'csv-columns',
        extra,
        `The row has ${record.length} cells and the header ${head.length}`,
        'A cell with a separator in it has to stand in quotes.',
      );
    const cell = (column: Column) => record[placed.get(column) ?? -1];
    checkRow(record[0]!, cell, names, report);
    return rowFrom((column) => textOf(cell(column)));
  });
  return found.length > 0 ? failed() : { ok: true, rows, columns: columns.filter((column) => placed.has(column)) };
}

type Report = (code: string, at: Span, message: string, hint?: string) => void;

function textOf(cell: CsvCell | undefined): string | undefined {
  return cell === undefined ? undefined : unguarded(cell.text);
}

/** The separator that parts the header into the most names that are known. */
function separatorOf(text: string): string {
  const [line = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const known = (separator: string) => line.split(separator).filter((name) => isColumn(plain(name))).length;
  return [';', '\t'].reduce((best, one) => (known(one) > known(best) ? one : best), ',');
}

function plain(name: string): string {
  return name
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .trim();
}

function isColumn(name: string): name is Column {
  return (columns as readonly string[]).includes(name);
}

/** Where each column stands. */
function headerOf(head: readonly CsvCell[], report: Report): ReadonlyMap<Column, number> {
  const placed = new Map<Column, number>();
  head.forEach((cell, index) => {
    const name = cell.text.trim();
    if (!isColumn(name)) {
      const near = nearest(name, columns);
      report(
        'csv-header',
        cell,
        `There is no column '${name}'; expected one of ${columns.join(', ')}`,
        near === undefined ? undefined : `Did you mean \`${near}\`?`,
      );
    } else if (placed.has(name)) report('csv-header', cell, `The column '${name}' stands twice`);
    else placed.set(name, index);
  });
  for (const name of ['subsystem', 'mode'] as const) {
    if (!placed.has(name))
      report('csv-header', { start: head[0]!.start, end: head.at(-1)!.end }, `The column '${name}' is missing`);
  }
  return placed;
}

function checkRow(
  first: CsvCell,
  cell: (column: Column) => CsvCell | undefined,
  names: WorksheetNames,
  report: Report,
): void {
  for (const column of ['subsystem', 'mode'] as const) {
    if (textOf(cell(column))?.trim()) continue;
    const at = cell(column) ?? { start: first.start, end: first.start };
    report('csv-empty', at, `The row has no ${column}`);
  }
  const known = [
    ['subsystem', 'subsystem', names.subsystems],
    ['outcome', 'outcome', names.outcomes],
    ['arguedBy', 'element', names.elements],
  ] as const;
  for (const [column, what, all] of known) {
    const at = cell(column);
    const name = textOf(at);
    if (at === undefined || name === undefined || name.trim() === '' || all.includes(name)) continue;
    const near = nearest(name, all);
    report(
      'csv-name',
      at,
      `There is no ${what} '${name}'`,
      near === undefined ? undefined : `Did you mean \`${near}\`?`,
    );
  }
  for (const column of columns) {
    const at = cell(column);
    if (at !== undefined && forbidden.test(at.text))
      report('csv-character', at, `The cell of column '${column}' holds a control character`);
  }
}
