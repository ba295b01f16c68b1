import { describe, expect, test } from 'vitest';
import { mcnemar } from './mcnemar.js';

/** The tail summed term by term. */
function atLeast(c: number, n: number): number {
  let term = 0.5 ** n;
  let sum = 0;
  for (let k = 0; k <= n; k++) {
    if (k >= c) sum += term;
    term *= (n - k) / (k + 1);
  }
  return sum;
}

describe('the exact conditional test', () => {
  test('is the binomial tail, summed term by term', () => {
    for (let b = 0; b <= 25; b++)
      for (let c = 0; c <= 25; c++) {
        const { more, fewer, twoSided } = mcnemar(b, c);
        expect(more).toBeCloseTo(atLeast(c, b + c), 12);
        expect(fewer).toBeCloseTo(atLeast(b, b + c), 12);
        expect(twoSided).toBe(Math.min(1, 2 * Math.min(more, fewer)));
      }
  });

  test('of 150 and 86 pairs (Agresti 2013, ratings of a prime minister, table 11.1)', () => {
    // 2 P(X >= 150 | 236, ½) by SciPy 1.17.1, scipy.stats.binomtest(86, 236).
    expect(mcnemar(150, 86).twoSided).toBeCloseTo(3.7159361395713866e-5, 14);
  });

  test('without a pair that differs says nothing', () => {
    expect(mcnemar(0, 0)).toEqual({ twoSided: 1, more: 1, fewer: 1 });
    expect(mcnemar(-1, 0).twoSided).toBeNaN();
  });
});
