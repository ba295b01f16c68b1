import { describe, expect, it } from 'vitest';
import { textWidth } from '../../diagram/index.js';
import { labelRows } from './label-rows.js';

const width = (text: string) => textWidth(text, 'regular', 12);

describe('labelRows', () => {
  it('keeps labels apart and within the line', () => {
    const labels = ['first flip', 'second flip', 'third flip', 'last'].map((text, at) => ({
      text,
      x: [0, 5, 90, 300][at]!,
    }));
    const placed = labelRows(labels, 0, 300);
    for (const { text, x } of placed) {
      expect(x - width(text) / 2).toBeGreaterThanOrEqual(-1e-9);
      expect(x + width(text) / 2).toBeLessThanOrEqual(300 + 1e-9);
    }
    placed.forEach((one, i) => {
      for (const other of placed.slice(i + 1).filter(({ row }) => row === one.row))
        expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual((width(one.text) + width(other.text)) / 2);
    });
    expect(placed.map(({ row }) => row)).toEqual([0, 1, 0, 0]);
  });

  it('cuts a label that is longer than the line', () => {
    const [cut] = labelRows([{ text: 'an-element-with-a-very-long-name holds to here', x: 10 }], 0, 100);
    expect(width(cut!.text)).toBeLessThanOrEqual(100);
  });
});
