import { describe, expect, it } from 'vitest';
import { textWidth } from './text-width.js';

describe('the width of a line', () => {
  it('is the sum of the advances of the font', () => {
    // Source Sans 3, in thousandths of an em: G 617, 1 497, space 200, a 504.
    expect(textWidth('G1 a', 'regular', 10)).toBeCloseTo(18.18, 10);
    expect(textWidth('', 'regular', 14)).toBe(0);
    expect(textWidth('G1', 'semibold', 10)).toBeCloseTo(11.41, 10);
  });

  it.each([
    ['ideographs', '模型', 2],
    ['Hangul', '안전', 2],
    ['full width letters', 'ＡＢ', 2],
    ['combining marks', 'e\u0301\u0323', 0.496],
    ['characters without width', 'a\u200b\u200d', 0.504],
    ['one picture beyond the first plane', '😀', 1.4],
    ['a sign that is turned into a picture', '❤\ufe0f', 1.74],
  ])('%s take as many ems as any font gives them', (_, text, ems) => {
    expect(textWidth(text, 'regular', 100) / 100).toBeCloseTo(ems, 6);
  });

  it('gives strangers at least what DejaVu Sans, the widest of the usual fonts, takes for the widest of their row', () => {
    // DejaVu Sans: Armenian men 0.96, Hebrew shin 0.76, Arabic seen 1.22 of an em.
    for (const [text, ems] of [
      ['մ', 0.9],
      ['ש', 0.7],
      ['س', 1.22],
    ] as const) {
      expect(textWidth(text, 'regular', 1)).toBeGreaterThanOrEqual(ems);
      expect(textWidth(text, 'semibold', 1)).toBeGreaterThan(textWidth(text, 'regular', 1));
    }
  });
});
