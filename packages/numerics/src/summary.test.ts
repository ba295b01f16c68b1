import { describe, expect, it } from 'vitest';
import { stream } from './random-stream.js';
import { meanOf, quantileSorted, quantiles, standardDeviationOf, sumAndRange, sumCompensated } from './summary.js';

describe('summaries', () => {
  it('sums without losing small terms', () => {
    expect(sumCompensated([1, 1e100, 1, -1e100])).toBe(2);
    expect(sumCompensated([])).toBe(0);
    expect(sumCompensated([Infinity, 1])).toBe(Infinity);
    expect(sumCompensated([Infinity, -Infinity])).toBeNaN();
    expect(sumCompensated(new Float64Array(1000).fill(0.1))).toBe(100);
  });

  it('means and deviations', () => {
    expect(meanOf(new Float64Array(16_384).fill(0.1))).toBe(0.1);
    expect(meanOf([])).toBeNaN();
    expect(standardDeviationOf([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 15);
    expect(standardDeviationOf([1e9 + 1, 1e9 + 2, 1e9 + 3])).toBe(1);
    expect(standardDeviationOf([1])).toBeNaN();
  });

  it('quantiles by definition 7', () => {
    const sample = [15, 20, 35, 40, 50];
    expect(quantiles([...sample].reverse(), [0, 0.05, 0.25, 0.4, 0.5, 1])).toEqual([15, 16, 20, 29, 35, 50]);
    expect(quantileSorted([7], 0.3)).toBe(7);
    expect(quantileSorted([], 0.3)).toBeNaN();
    expect(quantileSorted(sample, 1.2)).toBeNaN();
    expect(quantileSorted([-Infinity, Infinity, Infinity], 0.75)).toBe(Infinity);
  });
});

it('sums and finds the range in one pass', () => {
  const random = stream('range');
  for (const length of [0, 1, 2, 1000]) {
    const xs = Float64Array.from({ length }, () => (random.next() - 0.5) * 10 ** (20 * random.next()));
    expect(sumAndRange(xs)).toEqual({ sum: sumCompensated(xs), least: Math.min(...xs), greatest: Math.max(...xs) });
  }
  expect(sumAndRange(Float64Array.of(1, Infinity)).sum).toBe(Infinity);
});
