import { textWidth, wrapText } from '../../diagram/index.js';

export interface PlacedLabel {
  readonly text: string;
  /** Of its middle. */
  readonly x: number;
  /** From 0; labels of one row do not touch. */
  readonly row: number;
}

const gap = 12;
const font = { weight: 'regular', size: 12 } as const;

/** Small labels over their places along a line, moved inwards at its ends, in as many rows as it takes; cut where one is longer. */
export function labelRows(
  labels: readonly { readonly text: string; readonly x: number }[],
  from: number,
  to: number,
): readonly PlacedLabel[] {
  const ends: number[] = [];
  return [...labels]
    .sort((a, b) => a.x - b.x)
    .map(({ text: whole, x }) => {
      const [text = ''] = wrapText(whole, font, to - from, 1);
      const half = textWidth(text, font.weight, font.size) / 2;
      const middle = Math.max(from + half, Math.min(to - half, x));
      const free = ends.findIndex((end) => end + gap <= middle - half);
      const row = free < 0 ? ends.length : free;
      ends[row] = middle + half;
      return { text, x: middle, row };
    });
}
