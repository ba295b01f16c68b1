import { describe, expect, it } from 'vitest';
import { densityOf } from './density.js';

/** Quantiles of a distribution that is even on the logarithmic axis from 10^low to 10^high. */
function even(low: number, high: number) {
  const shares = Array.from({ length: 21 }, (_, at) => at / 20);
  return { shares, values: shares.map((share) => 10 ** (low + share * (high - low))) };
}

describe('the outline of a distribution', () => {
  it('is flat where the distribution is, and falls to nothing outside', () => {
    const points = densityOf(even(-3, -2), { low: -4, high: -1 }) ?? [];
    const heightNear = (at: number) =>
      points.reduce((best, one) => (Math.abs(one.at - at) < Math.abs(best.at - at) ? one : best)).height;
    for (const at of [0.42, 0.5, 0.58]) expect(heightNear(at)).toBeCloseTo(1, 1);
    expect(points[0]?.height).toBeLessThan(0.05);
    expect(points.at(-1)?.height).toBeLessThan(0.05);
  });

  it('has its highest point at 1, and stays within the axis', () => {
    const points = densityOf(even(-3, -2), { low: -2.5, high: -1 }) ?? [];
    expect(Math.max(...points.map(({ height }) => height))).toBeLessThanOrEqual(1);
    for (const { at } of points) expect(at >= 0 && at <= 1).toBe(true);
  });

  it('is not there where all values are one', () => {
    expect(densityOf({ shares: [0, 1], values: [0.1, 0.1] }, { low: -2, high: 0 })).toBeUndefined();
  });
});
