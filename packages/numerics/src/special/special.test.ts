import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from '../../fixtures/special.json' with { type: 'json' };
import {
  betaCdf,
  betaQuantile,
  betaQuantileUpper,
  betaSurvival,
  binomialCdf,
  binomialSurvival,
  gammaCdf,
  gammaQuantile,
  gammaQuantileUpper,
  gammaSurvival,
  logGamma,
  normalCdf,
  normalQuantile,
  normalQuantileUpper,
  normalSurvival,
  poissonCdf,
  poissonSurvival,
} from './index.js';

/** Relative error; a null in the fixture is a value outside the range of full precision. */
function error(computed: number, exact: number | null): number {
  if (exact === null || computed === exact) return 0;
  return Math.abs(computed / exact - 1);
}

/** The promise of `betaCdf` and its kin: tighter in the body than in the far tails. */
function bound(exact: number | null): number {
  return exact !== null && exact < 1e-9 ? 5e-11 : 1e-11;
}

describe('special functions against 50 digits', () => {
  it('logGamma', () => {
    for (const [x, exact] of fixture.logGamma) expect(error(logGamma(x), exact), `${x}`).toBeLessThan(1e-15);
  });

  it('normalCdf and normalSurvival, to 37 standard deviations', () => {
    for (const [x, lower, upper] of fixture.normal) {
      expect(error(normalCdf(x!), lower), `${x}`).toBeLessThan(5e-13);
      expect(error(normalSurvival(x!), upper), `${x}`).toBeLessThan(5e-13);
    }
  });

  it('normalQuantile, to tails of 1e-300', () => {
    for (const [q, exact] of fixture.normalQuantile) {
      expect(error(normalQuantileUpper(q), exact), `${q}`).toBeLessThan(1e-15);
      expect(error(normalQuantile(q), -exact), `${q}`).toBeLessThan(1e-15);
    }
  });

  it('gammaCdf and gammaSurvival', () => {
    for (const [x, shape, lower, upper] of fixture.gamma) {
      expect(error(gammaCdf(x!, shape!), lower), `${x} ${shape}`).toBeLessThan(bound(lower));
      expect(error(gammaSurvival(x!, shape!), upper), `${x} ${shape}`).toBeLessThan(bound(upper));
    }
  });

  it('betaCdf and betaSurvival, shapes to 1e9, tails to 1e-300', () => {
    for (const [x, a, b, lower, upper] of fixture.beta) {
      expect(error(betaCdf(x!, a!, b!), lower), `${x} ${a} ${b}`).toBeLessThan(bound(lower));
      expect(error(betaSurvival(x!, a!, b!), upper), `${x} ${a} ${b}`).toBeLessThan(bound(upper));
    }
  });

  it('betaQuantile and betaQuantileUpper, Clopper–Pearson and Jeffreys to n = 1e7', () => {
    for (const [a, b, tail, lower, upper] of fixture.betaQuantile) {
      expect(error(betaQuantile(tail!, a!, b!), lower), `${tail} ${a} ${b}`).toBeLessThan(1e-12);
      expect(error(betaQuantileUpper(tail!, a!, b!), upper), `${tail} ${a} ${b}`).toBeLessThan(1e-12);
    }
  });
});

describe('published and closed-form values', () => {
  it('one-sided Clopper–Pearson bounds (SciPy), and 1 − α^(1/n) for no failures', () => {
    expect(betaQuantileUpper(0.05, 1, 10)).toBeCloseTo(0.25887, 5);
    expect(betaQuantileUpper(0.05, 1, 3000)).toBeCloseTo(0.00099808, 8);
    expect(betaQuantileUpper(0.05, 4, 297)).toBeCloseTo(0.025641, 6);
    expect(betaQuantile(0.025, 682, 244)).toBeCloseTo(0.7076683, 7);
    expect(betaQuantileUpper(0.025, 683, 243)).toBeCloseTo(0.7654066, 7);
    expect(betaQuantileUpper(0.05, 1, 2000)).toBeCloseTo(0.0014967, 7);
  });

  it('tails of counts: both sides, and their edges', () => {
    expect(binomialCdf(0, 2995, 0.001)).toBeLessThan(0.05);
    expect(binomialCdf(0, 2994, 0.001)).toBeGreaterThan(0.05);
    expect(binomialSurvival(2, 1000, 1e-4)).toBeCloseTo(1.5422e-4, 8);
    expect([binomialCdf(-1, 5, 0.5), binomialCdf(5, 5, 0.5), binomialSurvival(5, 5, 0.5)]).toEqual([0, 1, 0]);
    expect([binomialCdf(2, 5, 0), binomialCdf(2, 5, 1), binomialCdf(0, 0, 0.3)]).toEqual([1, 0, 1]);
    expect(poissonCdf(0, 2.995732273553991)).toBeCloseTo(0.05, 14);
    expect(poissonCdf(3, 7.7537)).toBeCloseTo(0.05, 5);
    expect(poissonCdf(3, 2) + poissonSurvival(3, 2)).toBeCloseTo(1, 15);
    expect([poissonCdf(0, 0), poissonSurvival(-1, 3), poissonCdf(-0.5, 3)]).toEqual([1, 1, 0]);
  });

  it('the arcsine distribution', () => {
    for (const u of [0.001, 0.25, 0.5, 0.9]) {
      expect(betaQuantile(u, 0.5, 0.5)).toBeCloseTo(Math.sin((Math.PI * u) / 2) ** 2, 14);
    }
  });

  it('arguments out of range', () => {
    expect([betaCdf(-1, 2, 3), betaCdf(2, 2, 3), betaSurvival(-1, 2, 3), betaSurvival(2, 2, 3)]).toEqual([0, 1, 1, 0]);
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3), betaQuantileUpper(0, 2, 3)]).toEqual([0, 1, 1]);
    expect([normalQuantile(0), normalQuantile(1), normalCdf(Infinity)]).toEqual([-Infinity, Infinity, 1]);
    expect(betaQuantile(1e-9, 1e-3, 1)).toBe(0);
    for (const value of [
      betaCdf(0.5, 0, 1),
      betaCdf(Number.NaN, 1, 1),
      betaQuantile(1.1, 1, 1),
      normalQuantile(-0.1),
      gammaCdf(1, -1),
      logGamma(-1),
      binomialCdf(1, 2.5, 0.5),
      poissonCdf(1, -1),
    ]) {
      expect(value).toBeNaN();
    }
  });
});

describe('properties', () => {
  // Counts and Jeffreys shapes over six orders of magnitude.
  const shape = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 5 })).map(([m, e]) => {
    return (m / 2) * [1, 10, 100, 1e3, 1e4, 1e5][e];
  });
  const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

  it('the quantile is the inverse of the distribution function', () => {
    fc.assert(
      fc.property(shape, shape, probability, (a, b, u) => {
        const x = betaQuantile(u, a, b);
        fc.pre(x < 0.999999 && x > 1e-300);
        // What half an ulp of x is worth in probability.
        const slack = 1e-11 + 4e-15 * Math.sqrt((a + b) / (1 - x));
        expect(Math.abs(betaCdf(x, a, b) / u - 1)).toBeLessThan(slack);
        expect(Math.abs(betaSurvival(x, a, b) / (1 - u) - 1)).toBeLessThan(slack);
      }),
      { numRuns: 500 },
    );
  });

  it('the quantile rises with u', () => {
    fc.assert(
      fc.property(shape, shape, probability, probability, (a, b, u, v) => {
        fc.pre(u < v);
        expect(betaQuantile(u, a, b)).toBeLessThanOrEqual(betaQuantile(v, a, b) * (1 + 1e-14));
        expect(normalQuantile(u)).toBeLessThanOrEqual(normalQuantile(v));
      }),
      { numRuns: 500 },
    );
  });

  it('both tails add up to 1', () => {
    fc.assert(
      fc.property(shape, shape, probability, (a, b, x) => {
        expect(betaCdf(x, a, b) + betaSurvival(x, a, b)).toBeCloseTo(1, 13);
        expect(gammaCdf(x * a, a) + gammaSurvival(x * a, a)).toBeCloseTo(1, 13);
        expect(normalCdf(x) + normalSurvival(x)).toBeCloseTo(1, 15);
      }),
      { numRuns: 500 },
    );
  });

  it('normalQuantile is the inverse of normalCdf', () => {
    fc.assert(
      fc.property(probability, (u) => {
        expect(Math.abs(normalCdf(normalQuantile(u)) / u - 1)).toBeLessThan(1e-13);
      }),
    );
  });
});

describe('gammaQuantile', () => {
  it('is the inverse of the tails', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 0.5, noNaN: true }),
        fc.double({ min: 0.1, max: 1e6, noNaN: true }),
        (p, shape) => {
          expect(Math.abs(gammaCdf(gammaQuantile(p, shape), shape) / p - 1)).toBeLessThan(1e-9);
          expect(Math.abs(gammaSurvival(gammaQuantileUpper(p, shape), shape) / p - 1)).toBeLessThan(1e-9);
          expect(Math.abs(gammaQuantileUpper(1 - p, shape) / gammaQuantile(1 - (1 - p), shape) - 1)).toBeLessThan(
            1e-12,
          );
        },
      ),
    );
  });

  it('at and beyond the ends', () => {
    expect([gammaQuantile(0, 2), gammaQuantile(1, 2), gammaQuantileUpper(0, 2), gammaQuantileUpper(1, 2)]).toEqual([
      0,
      Infinity,
      Infinity,
      0,
    ]);
    expect([
      gammaQuantile(-1, 2),
      gammaQuantile(0.5, 0),
      gammaQuantileUpper(2, 1),
      gammaQuantileUpper(0.5, NaN),
    ]).toEqual([NaN, NaN, NaN, NaN]);
    expect(gammaQuantile(0.5, 1)).toBeCloseTo(Math.LN2, 15);
  });
});
