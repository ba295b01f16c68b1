import { expect } from 'vitest';
import { textWidth } from '../../diagram/index.js';
import type { Figure, Shape } from './shapes.js';

export interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Every text that is not turned, with where it begins and ends. */
export function textsOf(shapes: readonly Shape[]): readonly PlacedText[] {
  return shapes.flatMap((shape): readonly PlacedText[] => {
    if (shape.kind === 'group') return textsOf(shape.shapes);
    if (shape.kind !== 'text' || shape.upright === true) return [];
    const { text, x, y, anchor = 'start', small, weight } = shape;
    const width = textWidth(text, weight === 'semibold' ? 'semibold' : 'regular', small === true ? 12 : 14);
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    return [{ text, left, right: left + width, y }];
  });
}

/** No text leaves the picture. */
export function staysInside({ shapes, width, height }: Figure): void {
  for (const { text, left, right, y } of textsOf(shapes)) {
    expect(left, text).toBeGreaterThanOrEqual(0);
    expect(right, text).toBeLessThanOrEqual(width);
    expect(y, text).toBeGreaterThan(8);
    expect(y, text).toBeLessThanOrEqual(height);
  }
  expect(JSON.stringify(shapes)).not.toContain('null');
}

/** No two texts of a picture lie on each other. */
export function keepApart({ shapes }: Figure): void {
  const texts = textsOf(shapes).filter(({ text }) => text !== '');
  texts.forEach((one, at) => {
    for (const other of texts.slice(at + 1)) {
      const covers = one.left < other.right && other.left < one.right && Math.abs(one.y - other.y) < 11;
      expect(covers, `${one.text} | ${other.text}`).toBe(false);
    }
  });
}
