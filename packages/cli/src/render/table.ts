import { columnsOf, padEnd, padStart } from './text.js';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/** Rows under their titles, columns two spaces apart, each line after `indent`. Without rows there is no table. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  indent: string,
  paintTitle: (text: string) => string = (text) => text,
): string[] {
  if (rows.length === 0) return [];
  const widths = columns.map(({ title }, at) =>
    Math.max(columnsOf(title), ...rows.map((row) => columnsOf(row[at] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) =>
        columns[at]?.align === 'right' ? padStart(cell, widths[at] ?? 0) : padEnd(cell, widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const titles = columns.map(({ title }) => title);
  const head = titles.every((title) => title === '') ? [] : [indent + paintTitle(line(titles))];
  return [...head, ...rows.map((row) => indent + line(row))];
}
