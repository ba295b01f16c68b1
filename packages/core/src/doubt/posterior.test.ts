import { betaQuantile } from '@surety/numerics';
import { expect, test } from 'vitest';
import { posteriorOf } from './posterior.js';

test('of a plain count it is the posterior of Jeffreys, as the exact quantiles of Beta(k+½, n−k+½) say', () => {
  const found = posteriorOf({ kind: 'binomial', events: 3, trials: 400 }, 1)!;
  expect(found.mean).toBeCloseTo(3.5 / 401, 6);
  const { shares, values } = found.distribution!;
  for (const share of [0.05, 0.5, 0.95]) {
    const exact = betaQuantile(share, 3.5, 397.5);
    expect(values[shares.indexOf(share)]! / exact).toBeCloseTo(1, 2);
  }
});

test('the same seed gives the same bytes', () => {
  const of = { kind: 'difference', treated: { events: 3, trials: 50 }, control: { events: 9, trials: 50 } } as const;
  expect(posteriorOf(of, 7)).toEqual(posteriorOf(of, 7));
});

test('what is one value has no distribution, and what has no finite value has no posterior', () => {
  expect(posteriorOf({ kind: 'conservative', events: 1, trials: 9, confidence: 0.9, below: 0.1 }, 1)).toEqual({
    mean: 1,
    note: expect.any(String),
  });
  expect(posteriorOf({ kind: 'exposure', events: 0, exposure: 0, unit: 'h' }, 1)).toBeUndefined();
});
