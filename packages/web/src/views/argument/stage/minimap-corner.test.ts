import { expect, it } from 'vitest';
import { minimapCorner } from './minimap-corner.js';

const port = { width: 1000, height: 600 };
const size = { width: 190, height: 130 };
const corner = (x: number, y: number, height = 100, scale = 1) =>
  minimapCorner({ x, y, width: 200, height }, { x: 0, y: 0, scale }, port, size);

it('stands where it covers nothing of what is picked', () => {
  expect(minimapCorner(undefined, { x: 0, y: 0, scale: 1 }, port, size)).toBe('bottom');
  expect(corner(100, 450)).toBe('bottom');
  expect(corner(750, 450)).toBe('top');
  expect(corner(750, 10)).toBe('bottom');
  expect(corner(750, 10, 580)).toBeUndefined();
  // Out of sight it is covered by nothing.
  expect(corner(1100, 450)).toBe('bottom');
  expect(corner(750, 700)).toBe('bottom');
  // On the screen, not in the picture.
  expect(corner(1500, 900, 200, 0.5)).toBe('top');
});
