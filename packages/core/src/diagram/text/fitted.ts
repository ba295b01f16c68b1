import type { Box, TextLine } from '../types.js';
import { barHeight, pill } from './proportions.js';
import type { Row } from './rows.js';

/** A shape just large enough for its text: sizes of the body, lines from its upper left corner. */
export interface Fitted {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
  /** The track of the doubt bar. */
  readonly bar?: Box;
}

export interface Place {
  readonly left: number;
  readonly right: number;
  readonly align: 'start' | 'middle';
}

/** Rows set below one another from `top`, between two edges. */
export function setRows(rows: readonly Row[], top: number, place: Place): Pick<Fitted, 'lines' | 'bar'> {
  const { left, right, align } = place;
  const lines: TextLine[] = [];
  let bar: Box | undefined;
  let y = top;
  for (const row of rows) {
    const start = align === 'middle' ? (left + right - row.width) / 2 : row.rtl ? right - row.width : left;
    for (const item of row.items) lines.push(lineOf(row, item, y + row.baseline, start, place));
    if (row.look === 'doubt') {
      const full = align === 'middle' ? row.width : right - left;
      const foot = y + row.height - barHeight - 2;
      bar = { x: align === 'middle' ? start : left, y: foot, width: full, height: barHeight };
    }
    y += row.height;
  }
  return { lines, bar };
}

function lineOf(
  row: Row,
  item: Row['items'][number],
  y: number,
  start: number,
  { left, right, align }: Place,
): TextLine {
  const { text, width } = item.line;
  const { look } = row;
  let x = start + item.x;
  let anchor: TextLine['anchor'] = 'start';
  if (look === 'tag') {
    x += width / 2;
    anchor = 'middle';
  } else if (look !== 'away' && align === 'middle') {
    x = (left + right) / 2;
    anchor = 'middle';
  } else if (look !== 'away' && row.rtl) {
    x = right;
    anchor = 'end';
  }
  return { text, x, y, look, anchor, width, tone: item.tone, rtl: row.rtl ? true : undefined };
}

/** The ground of a tag. */
export function pillOf({ x, y, width }: TextLine): Box {
  return {
    x: x - width / 2 - pill.padding,
    y: y - pill.baseline,
    width: width + 2 * pill.padding,
    height: pill.height,
  };
}

export function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}

export function widestOf(rows: readonly Row[]): number {
  return rows.reduce((widest, { width }) => Math.max(widest, width), 0);
}
