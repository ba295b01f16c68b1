/** A cell of a table, with the part of the text that it was read from (UTF-16 offsets). */
export interface CsvCell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type CsvResult =
  | { readonly ok: true; readonly records: readonly (readonly CsvCell[])[] }
  | { readonly ok: false; readonly at: number; readonly message: string };

/**
 * Reads CSV (RFC 4180): cells may stand in quotes, which are doubled inside; lines may end with LF or CRLF. Lines without
 * anything are passed over. A quote that is not closed, or that stands inside or behind a cell, is an error with its place.
 */
export function readCsv(text: string, separator: string): CsvResult {
  const records: CsvCell[][] = [];
  let record: CsvCell[] = [];
  // A byte order mark is no part of the first cell.
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const endRecord = () => {
    if (record.length > 1 || record[0]?.end !== record[0]?.start) records.push(record);
    record = [];
  };
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : bareCell(text, at, separator);
    if ('message' in cell) return { ok: false, ...cell };
    record.push(cell);
    at = cell.end;
    if (at >= text.length) break;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    const line = text.startsWith('\r\n', at) ? 2 : text[at] === '\n' ? 1 : 0;
    if (line === 0)
      return { ok: false, at, message: `A quoted cell ends here; expected \`${separator}\` or the end of the line` };
    at += line;
    endRecord();
    if (at >= text.length) break;
  }
  endRecord();
  return { ok: true, records };
}

type Cell = CsvCell | { readonly at: number; readonly message: string };

function quotedCell(text: string, start: number): Cell {
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return { at: start, message: 'A quote is opened and not closed' };
    if (text[quote + 1] !== '"')
      return { text: text.slice(start + 1, quote).replaceAll('""', '"'), start, end: quote + 1 };
    from = quote + 2;
  }
}

function bareCell(text: string, start: number, separator: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && !text.startsWith('\r\n', end)) {
    if (text[end] === '"') return { at: end, message: 'A quote stands inside a cell that is not quoted' };
    end += 1;
  }
  return { text: text.slice(start, end), start, end };
}
