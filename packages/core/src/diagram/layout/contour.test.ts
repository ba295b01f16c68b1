import { describe, expect, it } from 'vitest';
import { addTop, blockContour, extent, placeSideBySide } from './contour.js';

const gap = { top: 10, below: 20 };
/** A root with a subtree that grows wide below it. */
const bell = (width: number, ranks: number) => {
  const contour = blockContour(-width / 2, width / 2, ranks - 1);
  addTop(contour, -5, 5);
  return contour;
};

describe('placeSideBySide', () => {
  it('places blocks at the gap of their rank', () => {
    const { offsets } = placeSideBySide([blockContour(-5, 5), blockContour(-5, 5), blockContour(-20, 5)], gap);
    expect(offsets).toEqual([0, 20, 55]);
  });

  it('lets a small subtree stand above the flanks of large ones, in the middle between them', () => {
    const { offsets, contour } = placeSideBySide([bell(200, 3), blockContour(-5, 5), bell(200, 3)], gap);
    expect(offsets).toEqual([0, 110, 220]);
    expect(extent(contour)).toEqual({ left: -100, right: 320 });
  });

  it('spreads several small subtrees evenly, also where another large one follows', () => {
    const small = () => blockContour(-5, 5);
    const { offsets } = placeSideBySide([bell(200, 4), small(), small(), small(), bell(200, 4), bell(40, 2)], gap);
    expect(offsets.slice(0, 5)).toEqual([0, 55, 110, 165, 220]);
    expect(offsets[5]).toBe(360);
  });

  it('sees a deep subtree past shorter ones', () => {
    const { offsets } = placeSideBySide([bell(20, 5), blockContour(-5, 5, 2), bell(120, 5)], gap);
    expect(offsets[2]).toBe(Math.max(10 + 20 + 60, offsets[1]! + 5 + 20 + 60));
  });

  it('gives nothing for nothing', () => {
    expect(placeSideBySide([], gap).offsets).toEqual([]);
  });
});
