import { expect, it } from 'vitest';
import { pngScale } from './picture.js';

it('draws twice as large, or as large as a canvas holds', () => {
  expect(pngScale(1000, 500)).toBe(2);
  expect(pngScale(40_000, 100) * 40_000).toBeCloseTo(8192);
  const scale = pngScale(8000, 8000);
  expect(scale * 8000).toBeLessThanOrEqual(8192);
  expect((scale * 8000) ** 2).toBeLessThanOrEqual(48e6 + 1);
});
