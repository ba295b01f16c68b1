import type { Anchor, Line, Span, Tone } from './line.js';

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  /** As many cells as there are columns; the first one is the row's header. */
  readonly rows: readonly Row[];
  /** Rows that are not shown. */
  readonly left: number;
}

export interface Column {
  readonly title: string;
  readonly numeric: boolean;
}

export interface Row {
  readonly anchor?: Anchor;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly lines: readonly Line[];
  /** A share from 0 to 1, drawn as a bar below the text. */
  readonly share?: number;
  /** A stretch of an axis, drawn as a bar below the text. */
  readonly stretch?: Stretch;
  readonly tone?: Tone;
}

/** Places on an axis that all rows of a table share, from 0 to 1. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Where things stand now. */
  readonly now: number;
  readonly threshold?: number;
}

/** Most rows of a table and items of a list; what is left out is said. */
export const mostRows = 200;

/** A cell of one line. */
export const cell = (...line: Span[]): Cell => ({ lines: [line] });
/** A cell of several lines. */
export const cellOf = (lines: readonly Line[]): Cell => ({ lines });

/** A table with one row for each item, up to so many. */
export function table<T>(
  caption: string,
  columns: readonly (string | Column)[],
  items: readonly T[],
  rowOf: (item: T) => Row,
  most = mostRows,
): Table {
  return {
    kind: 'table',
    caption,
    columns: columns.map((column) => (typeof column === 'string' ? { title: column, numeric: false } : column)),
    rows: items.slice(0, most).map(rowOf),
    left: Math.max(0, items.length - most),
  };
}

export const numeric = (title: string): Column => ({ title, numeric: true });
