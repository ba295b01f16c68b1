import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from '../../fixtures/special.json' with { type: 'json' };
import { exp, expm1, log, log1p, log1pMinus, pow } from './index.js';

/** One unit in the last place is between 1.1e-16 and 2.2e-16 of a number. */
const ONE_ULP = 2.3e-16;

const unary = { exp, expm1, log, log1p };

describe('elementary functions', () => {
  for (const name of ['exp', 'expm1', 'log', 'log1p'] as const) {
    it(`${name} is within an ulp of the 50-digit value`, () => {
      for (const [x, exact] of fixture[name]) expect(Math.abs(unary[name](x) / exact - 1)).toBeLessThan(ONE_ULP);
    });
  }

  it('pow is within two ulps of the 50-digit value', () => {
    for (const [x, y, exact] of fixture.pow) expect(Math.abs(pow(x, y) / exact - 1)).toBeLessThan(2 * ONE_ULP);
  });

  it('treats special values as the language does', () => {
    const special = [0, -0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 1e300, -1e300, Infinity, -Infinity, Number.NaN];
    for (const x of special) {
      if (!(Math.abs(x) < 1e3) || x === 0) {
        expect(exp(x)).toBe(Math.exp(x));
        expect(expm1(x)).toBe(Math.expm1(x));
        expect(log1p(x)).toBe(Math.log1p(x));
        expect(log(Math.abs(x) < 1e3 ? x : x * 0)).toBe(Math.log(Math.abs(x) < 1e3 ? x : x * 0));
      }
      for (const y of special) {
        const known = pow(x, y);
        const theirs = x ** y;
        if (Number.isFinite(theirs) && theirs !== 0) expect(Math.abs(known / theirs - 1)).toBeLessThan(2 * ONE_ULP);
        else expect(known).toBe(theirs);
      }
    }
    expect(log(-1)).toBeNaN();
    expect(log1p(-1)).toBe(-Infinity);
    expect(log1p(-1.1)).toBeNaN();
  });

  it('reaches into the subnormal numbers and stops at their end', () => {
    expect(exp(-745.1)).toBe(5e-324);
    expect(exp(-745.2)).toBe(0);
    expect(exp(709.7)).toBeLessThan(Infinity);
    expect(exp(709.8)).toBe(Infinity);
    expect(pow(2, -1074)).toBe(5e-324);
    expect(pow(2, -1076)).toBe(0);
    expect(pow(2, 1023)).toBe(8.98846567431158e307);
    expect(pow(2, 1024)).toBe(Infinity);
    expect(log(5e-324)).toBeCloseTo(-744.4400719213812, 12);
  });

  it('exp undoes log', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        const bound = 3e-16 * (1 + Math.abs(log(x)));
        expect(Math.abs(exp(log(x)) / x - 1)).toBeLessThan(bound);
      }),
    );
  });

  it('expm1 undoes log1p', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.5, max: 1e3, noNaN: true }), (x) => {
        fc.pre(Math.abs(x) > 1e-300);
        expect(Math.abs(expm1(log1p(x)) / x - 1)).toBeLessThan(5e-15);
      }),
    );
  });

  it('log1pMinus keeps its digits near 0', () => {
    for (const t of [-0.9, -0.31, -0.29, -0.1, 0.1, 0.39, 0.41, 3]) {
      expect(log1pMinus(t, 1 + t)).toBeCloseTo(log1p(t) - t, 14);
    }
    expect(log1pMinus(1e-10, 1 + 1e-10) / -0.5e-20).toBeCloseTo(1, 9);
  });
});
