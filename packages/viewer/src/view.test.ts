import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { along, fit, fitBox, hold, pan, readableScale, reveal, roll, start, type View, zoomAt } from './view.js';

const port = { width: 800, height: 600 };
const large = { width: 8000, height: 3000 };
const small = { width: 400, height: 300 };
const view: View = { x: 100, y: 50, scale: 0.8 };
const onScreen = ({ x, y, scale }: View, at: { x: number; y: number }) => ({
  x: (at.x - x) * scale,
  y: (at.y - y) * scale,
});

describe('view', () => {
  it('fits the whole picture into the port, in the middle, and never enlarges', () => {
    expect(fit(small, port)).toEqual({ x: -200, y: -150, scale: 1 });
    const seen = fit(large, port);
    expect(seen.scale).toBeLessThanOrEqual(0.1);
    expect(onScreen(seen, { x: 4000, y: 1500 }).x).toBeCloseTo(400);
  });

  it('starts with the whole picture if it can be read, else with the first root at the top', () => {
    expect(start(small, port, undefined)).toEqual(fit(small, port));
    const seen = start(large, port, { x: 3900, y: 30, width: 200, height: 80 });
    expect(seen).toMatchObject({ scale: readableScale, y: 0 });
    expect(onScreen(seen, { x: 4000, y: 0 }).x).toBeCloseTo(400);
  });

  it('zooms about a point', () => {
    const at = { x: 123, y: 321 };
    const before = { x: view.x + at.x / view.scale, y: view.y + at.y / view.scale };
    const after = onScreen(zoomAt(view, 2, at), before);
    expect(after.x).toBeCloseTo(at.x);
    expect(after.y).toBeCloseTo(at.y);
  });

  it('keeps some of the picture in sight, however far it is moved', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999, max: 99_999 }),
        fc.double({ min: 0.02, max: 3, noNaN: true }),
        (far, scale) => {
          for (const picture of [small, large]) {
            const held = hold(pan({ x: 0, y: 0, scale }, far, far), picture, port);
            const [left, right] = [onScreen(held, { x: 0, y: 0 }).x, onScreen(held, { x: picture.width, y: 0 }).x];
            expect(right).toBeGreaterThan(0);
            expect(left).toBeLessThan(port.width);
          }
        },
      ),
    );
  });

  it('rolls to the edges, and leaves the wheel to the page beyond', () => {
    expect(roll(view, 0, -1e6, large, port).y).toBe(0);
    expect(roll({ ...view, y: 0 }, 0, -10, large, port)).toEqual({ ...view, y: 0 });
    expect(roll(view, 0, 1e6, large, port).y).toBe(3000 - 600 / 0.8);
    expect(roll(fit(small, port), 30, 30, small, port)).toEqual(fit(small, port));
    // Where the picture was dragged past its edge, the wheel leads back, and does not jump.
    expect(roll({ ...view, y: -100 }, 0, -10, large, port).y).toBe(-100);
    expect(roll({ ...view, y: -100 }, 0, 8, large, port).y).toBe(-90);
  });

  it('reveals a box with as little movement as needed, large enough to read', () => {
    const box = { x: 2000, y: 60, width: 150, height: 60 };
    expect(reveal(view, { ...box, x: 400 }, port)).toEqual({ ...view, y: 0 });
    const seen = reveal(view, box, port);
    expect(onScreen(seen, { x: 2150, y: 60 }).x).toBeLessThan(800);
    expect(seen.scale).toBe(view.scale);
    expect(reveal({ ...view, scale: 0.1 }, box, port).scale).toBe(readableScale);
  });

  it('glides from one view to another', () => {
    const to = { x: 3000, y: 900, scale: 0.2 };
    for (const [share, expected] of [
      [0, view],
      [1, to],
    ] as const) {
      const seen = along(view, to, share, port);
      expect(seen.x).toBeCloseTo(expected.x);
      expect(seen.y).toBeCloseTo(expected.y);
      expect(seen.scale).toBeCloseTo(expected.scale);
    }
    expect(along(view, { ...view, x: 300 }, 0.5, port)).toEqual({ ...view, x: 200 });
  });
});

it('shows a part as a whole in the middle, with room around it, and never enlarged', () => {
  const port = { width: 1000, height: 500 };
  const view = fitBox({ x: 3000, y: 100, width: 2000, height: 100 }, port);
  expect(view.scale).toBeCloseTo((1000 - 16) / 2400, 6);
  expect(view.x + port.width / view.scale / 2).toBeCloseTo(4000, 6);
  expect(view.y + port.height / view.scale / 2).toBeCloseTo(150, 6);
  expect(fitBox({ x: 0, y: 0, width: 10, height: 10 }, port).scale).toBe(1);
});
