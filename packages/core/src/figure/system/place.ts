import type { BoxContent } from './box-content.js';
import { GRID } from './grid.js';

const gap = 4 * GRID;

/** A box in its row; `y` follows when the lines between the rows are known. */
export interface PlacedBox {
  readonly content: BoxContent;
  readonly row: number;
  readonly x: number;
  readonly width: number;
}

export interface PlacedRows {
  readonly boxes: readonly PlacedBox[];
  /** Height of each row: that of its tallest box. */
  readonly heights: readonly number[];
  readonly width: number;
}

/** Puts rows of boxes side by side and in the middle; a row that is wider than `most` goes on in the next. */
export function placeRows(rows: readonly (readonly BoxContent[])[], most: number): PlacedRows {
  const broken = rows.flatMap((row) => breakRow(row, most));
  const widths = broken.map((row) => row.reduce((sum, { width }) => sum + width + gap, -gap));
  const width = Math.max(0, ...widths);
  const boxes = broken.flatMap((row, at) => {
    let x = Math.floor((width - (widths[at] as number)) / 2 / GRID) * GRID;
    return row.map((content): PlacedBox => {
      const placed = { content, row: at, x, width: content.width };
      x += content.width + gap;
      return placed;
    });
  });
  return { boxes, heights: broken.map((row) => Math.max(...row.map(({ height }) => height))), width };
}

function breakRow(row: readonly BoxContent[], most: number): readonly (readonly BoxContent[])[] {
  const rows: BoxContent[][] = [];
  let used = Infinity;
  for (const content of row) {
    if (used + gap + content.width > most) {
      rows.push([]);
      used = -gap;
    }
    rows.at(-1)?.push(content);
    used += gap + content.width;
  }
  return rows;
}
