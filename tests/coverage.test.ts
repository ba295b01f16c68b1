import { describe, expect, test } from 'vitest';
import { coverageOf, entries } from '../scripts/coverage/index.mjs';

/** Standard errors that a simulated coverage may lie below nominal: 1 in 3e4 for a point whose coverage is just nominal. */
const errors = 4;

describe('coverage, on a coarse part of the grid', () => {
  test.each(entries)('$name', (entry) => {
    for (const { label, points } of coverageOf(
      entry,
      entry.rigorous ? 0.2 : 0.05,
      Math.ceil(entry.truths.length / 8),
    )) {
      expect(points.length).toBeGreaterThan(1);
      for (const { truth, coverage, error } of points) {
        expect(coverage, `${label}, truth ${truth}`).toBeLessThanOrEqual(1);
        if (entry.rigorous) {
          const least = 1 - entry.alpha - errors * error - 1e-9;
          expect(coverage, `${label}, truth ${truth}`).toBeGreaterThanOrEqual(least);
        }
      }
    }
  });

  test('tells an interval that falls short', () => {
    const short = coverageOf(entries.find(({ name }) => name === 'jeffreys')!, 1, 1);
    expect(Math.min(...short.flatMap(({ points }) => points.map(({ coverage }) => coverage)))).toBeLessThan(0.94);
  });
});
