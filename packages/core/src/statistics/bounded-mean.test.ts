import { binomialCdf, gammaQuantile, quantileSorted, stream } from '@surety/numerics';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boundedMeanLower,
  boundedMeanTail,
  boundedMeanUpper,
  meanPosterior,
  meanPosteriorInterval,
} from './bounded-mean.js';
import { histogramOf, totalOf } from './bounded-values.js';

describe('the Hoeffding–Bentkus tail', () => {
  test('of values that are 0 or 1 is never below the exact binomial tail, and at most e times it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        (n, share, x) => {
          const k = Math.floor(share * n);
          const exact = binomialCdf(k, n, x);
          const found = boundedMeanTail(k, n, x);
          expect(found).toBeGreaterThanOrEqual(exact * (1 - 1e-11));
          if (k < n * x) expect(found).toBeLessThanOrEqual(Math.E * exact * (1 + 1e-11));
        },
      ),
    );
  });

  test('rises with the sum and falls with the limit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share, x) => {
          const sum = share * n;
          expect(boundedMeanTail(sum, n, x)).toBeLessThanOrEqual(
            boundedMeanTail(Math.min(n, sum + 0.3), n, x) * (1 + 1e-11),
          );
          expect(boundedMeanTail(sum, n, x)).toBeGreaterThanOrEqual(
            boundedMeanTail(sum, n, Math.min(1, x + 0.01)) * (1 - 1e-11),
          );
        },
      ),
    );
  });

  test('of a sum that rounding moved off a whole number is that of the whole number', () => {
    const tenths = Array.from({ length: 10 }, () => 0.1).reduce((sum, each) => sum + each, 0);
    expect(tenths).not.toBe(1);
    expect(boundedMeanTail(tenths, 100, 0.08)).toBeCloseTo(boundedMeanTail(1, 100, 0.08), 14);
    expect(boundedMeanTail(3 * 0.1 * 10, 100, 0.1) / boundedMeanTail(3, 100, 0.1)).toBeCloseTo(1, 12);
  });

  test('at the ends of the range is honest', () => {
    expect(boundedMeanUpper(0, 59, 0.05)).toBeGreaterThan(0.0495);
    expect(boundedMeanUpper(59, 59, 0.05)).toBe(1);
    expect(boundedMeanLower(59, 59, 0.05)).toBeLessThan(0.951);
    expect(boundedMeanLower(0, 59, 0.05)).toBe(0);
    expect([boundedMeanTail(0, 0, 0.5), boundedMeanTail(1, 2, 0.5), boundedMeanTail(0, 5, 0)]).toEqual([1, 1, 1]);
    expect(boundedMeanTail(1, 2, 1.5)).toBe(0);
    expect([boundedMeanTail(3, 2, 0.5), boundedMeanTail(-1, 2, 0.5), boundedMeanUpper(1, 2, 0)]).toEqual([
      NaN,
      NaN,
      NaN,
    ]);
  });
});

describe('the posterior of the mean', () => {
  test('of values that are 0 or 1 is the Jeffreys posterior of a rate', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (k, others) => {
        const { a, b } = meanPosterior([
          { value: 0, count: others },
          { value: 1, count: k },
        ]);
        expect(a / (k + 0.5)).toBeCloseTo(1, 9);
        expect(b / (others + 0.5)).toBeCloseTo(1, 9);
      }),
    );
  });

  test('has width where all values are the same', () => {
    const { lower, upper } = meanPosteriorInterval([{ value: 0.5, count: 20 }], 0.05);
    expect(upper - lower).toBeGreaterThan(0.05);
    expect(lower).toBeLessThan(0.5);
    expect(upper).toBeGreaterThan(0.5);
  });

  test('lies close to the Bayesian bootstrap that it stands for', () => {
    const values = [
      { value: 0, count: 3 },
      { value: 0.25, count: 9 },
      { value: 0.6, count: 5 },
      { value: 1, count: 4 },
    ];
    const random = stream('Dirichlet weights');
    const points = [...values, { value: 0, count: 0.5 }, { value: 1, count: 0.5 }];
    const drawn = Float64Array.from({ length: 4000 }, () => {
      const weights = points.map(({ count }) => gammaQuantile(random.next(), count));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return points.reduce((sum, { value }, at) => sum + (value * weights[at]!) / total, 0);
    }).sort();
    for (const [alpha, within] of [
      [0.25, 0.005],
      [0.05, 0.008],
      [0.01, 0.015],
    ] as const) {
      const { lower, upper } = meanPosteriorInterval(values, alpha);
      expect(Math.abs(lower - quantileSorted(drawn, alpha))).toBeLessThan(within);
      expect(Math.abs(upper - quantileSorted(drawn, 1 - alpha))).toBeLessThan(within);
    }
  });
});

test('a histogram keeps the number and the sum, whatever it joins', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -2, max: 3, noNaN: true }), { minLength: 1, maxLength: 1500 }), (values) => {
      const { count, sum } = totalOf(histogramOf(values, -2, 3));
      expect(count).toBe(values.length);
      expect(sum).toBeCloseTo(
        values.reduce((total, value) => total + value, 0),
        8,
      );
    }),
    { numRuns: 20 },
  );
  const many = histogramOf(
    Array.from({ length: 2000 }, (_, i) => i / 1999),
    0,
    1,
  );
  expect(many).toHaveLength(512);
  expect(many.every(({ value }, at) => at === 0 || value > many[at - 1]!.value)).toBe(true);
  expect(histogramOf([0.5, 0, 0.5, -0], 0, 1)).toEqual([
    { value: 0, count: 2 },
    { value: 0.5, count: 2 },
  ]);
});
