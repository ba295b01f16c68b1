import './table.css';
import { type ReactNode, useState } from 'react';

export interface Column<Row> {
  readonly title: string;
  /** What it is, in a sentence. */
  readonly meaning?: string;
  readonly cell: (row: Row) => ReactNode;
  /** What the rows are ordered by; absent: they cannot be, by this column. */
  readonly by?: (row: Row) => number | string;
  readonly numeric?: boolean;
  /** What names the row. */
  readonly isHead?: boolean;
}

/**
 * A table. Where a column says by what, its rows can be put in its order: numbers largest first, words from A. On a narrow
 * screen each row is a block of lines, each with the name of its column; where it is still too wide, its edge shows that it
 * can be moved sideways.
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  keyOf,
  isSmall = false,
}: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Has room on every screen, and stays a table there. */
  readonly isSmall?: boolean;
}) {
  const [sort, setSort] = useState<{ readonly at: number; readonly turned: boolean }>();
  const by = sort === undefined ? undefined : columns[sort.at]?.by;
  const ordered = by === undefined ? rows : [...rows].sort((a, b) => order(by(a), by(b)) * (sort!.turned ? -1 : 1));
  const press = (at: number) => setSort((before) => ({ at, turned: before?.at === at && !before.turned }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by the keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div className="scroll-x" role="group" tabIndex={0} aria-label={caption}>
      <table className={isSmall ? 'table' : 'table reflows'}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, meaning, by: orders, numeric }, at) => (
              <th
                key={title}
                scope="col"
                className={numeric === true ? 'numeric' : ''}
                title={meaning}
                aria-sort={sort?.at !== at ? undefined : directionOf(numeric === true, sort.turned)}
              >
                {orders === undefined ? (
                  title
                ) : (
                  <button type="button" onClick={() => press(at)}>
                    {title}
                    <span aria-hidden="true">
                      {sort?.at !== at ? ' ↕' : directionSign(numeric === true, sort.turned)}
                    </span>
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ title, cell, numeric, isHead }) =>
                isHead === true ? (
                  <th key={title} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={title} className={numeric === true ? 'numeric' : ''} data-title={title}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function order(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return b === a ? 0 : b > a ? 1 : -1;
  return String(a).localeCompare(String(b));
}

function directionOf(numeric: boolean, turned: boolean): 'ascending' | 'descending' {
  return numeric === turned ? 'ascending' : 'descending';
}

function directionSign(numeric: boolean, turned: boolean): string {
  return directionOf(numeric, turned) === 'ascending' ? ' ↑' : ' ↓';
}
