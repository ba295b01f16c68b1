import { describe, expect, it } from 'vitest';
import { fanOut, type Unit } from './fan.js';

const leaves = (count: number, width = 100): Unit[] =>
  Array.from({ length: count }, (_, node) => ({ node, left: -width / 2, right: width / 2, ranks: 1 }));

describe('fanOut', () => {
  it('puts six leaves in three rows of two, read row by row', () => {
    const { members, ranks, lastSpine } = fanOut(leaves(6));
    expect(members.map(({ node, down, x }) => [node, down, Math.sign(x)])).toEqual([
      [0, 0, -1],
      [1, 0, 1],
      [2, 1, -1],
      [3, 1, 1],
      [4, 2, -1],
      [5, 2, 1],
    ]);
    expect([ranks, lastSpine]).toEqual([3, 0]);
  });

  it('puts the odd one out below the line', () => {
    expect(fanOut(leaves(5)).members.at(-1)).toMatchObject({ node: 4, x: 0, spine: 0, down: 2 });
  });

  it('shares many leaves out evenly, without overlaps, in good proportions', () => {
    for (let count = 5; count < 120; count++) {
      const { members, left, right, ranks } = fanOut(leaves(count));
      expect(members.map(({ node }) => node)).toEqual(Array.from({ length: count }, (_, at) => at));
      const places = members.map(({ x, down }) => ({ x, down }));
      for (const [a, one] of places.entries()) {
        expect(one.x - 50).toBeGreaterThanOrEqual(left);
        expect(one.x + 50).toBeLessThanOrEqual(right);
        for (const other of places.slice(a + 1)) {
          if (one.down === other.down) expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(128);
        }
      }
      expect((right - left) / (ranks * 150)).toBeLessThan(1.8);
    }
  });

  it('gives deeper subtrees the ranks that they need', () => {
    const units = leaves(6, 460).map((unit) => ({ ...unit, ranks: unit.node === 0 ? 3 : 2 }));
    const { members, ranks } = fanOut(units);
    expect(members.map(({ down }) => down)).toEqual([0, 0, 3, 3, 5, 5]);
    expect(ranks).toBe(7);
  });
});
