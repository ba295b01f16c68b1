import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream } from '../random-stream.js';
import { sobolColumn } from '../sobol.js';
import { meanOf, standardDeviationOf } from '../summary.js';
import {
  betweenToDistribution,
  cdf,
  type Distribution,
  fillQuantiles,
  mean,
  quantile,
  quantileFiller,
  survival,
  uniformsNeeded,
  validate,
  variance,
} from './index.js';

const simple: Distribution[] = [
  { kind: 'beta', a: 0.5, b: 200.5 },
  { kind: 'beta', a: 3, b: 8 },
  { kind: 'beta', a: 0.1, b: 0.7 },
  { kind: 'beta', a: 30_000, b: 40_000 },
  { kind: 'normal', mean: -2, sd: 3 },
  { kind: 'lognormal', mu: -5, sigma: 0.7 },
  { kind: 'uniform', min: -1, max: 4 },
  { kind: 'pert', min: 10, mode: 12, max: 30 },
  { kind: 'pert', min: 0, mode: 0, max: 1 },
  { kind: 'gamma', shape: 0.3, scale: 2 },
  { kind: 'gamma', shape: 0.5, scale: 1e-6 },
  { kind: 'gamma', shape: 1, scale: 3 },
  { kind: 'gamma', shape: 7.5, scale: 0.01 },
  { kind: 'gamma', shape: 4000, scale: 1 },
  { kind: 'triangular', min: -1, mode: 0, max: 3 },
  { kind: 'triangular', min: 0, mode: 0, max: 1 },
  { kind: 'triangular', min: 0, mode: 1, max: 1 },
  { kind: 'histogram', bounds: [-1, 0.5, 2, 3, 7], weights: [2, 5, 1, 0.5] },
];
const mixture: Distribution = {
  kind: 'mixture',
  components: [
    { kind: 'normal', mean: 0, sd: 1 },
    { kind: 'point', value: 2 },
    { kind: 'uniform', min: 3, max: 5 },
  ],
  weights: [2, 1, 1],
};

function uniforms(seed: string, count: number): Float64Array {
  const random = stream(seed);
  return Float64Array.from({ length: count }, () => random.next());
}

describe('distributions', () => {
  for (const d of [...simple, mixture]) {
    it(`${JSON.stringify(d)}: cdf, survival and quantile agree`, () => {
      fc.assert(
        fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (u) => {
          const x = quantile(d, u);
          fc.pre(x > 1e-300 || d.kind !== 'beta');
          expect(cdf(d, x) + survival(d, x)).toBeCloseTo(1, 12);
          if (d.kind !== 'mixture') expect(cdf(d, x)).toBeCloseTo(u, 10);
          else expect(cdf(d, x)).toBeGreaterThanOrEqual(u - 1e-12);
        }),
      );
    });

    it(`${JSON.stringify(d)}: mean and variance are those of its draws`, () => {
      const points = 8192;
      const draw = new Float64Array(points);
      const column = (dimension: number) => sobolColumn({ seed: 1, dimension, randomisation: 0, points });
      fillQuantiles(d, column(0), draw, column(1));
      const sd = Math.sqrt(variance(d));
      expect(Math.abs(meanOf(draw) - mean(d))).toBeLessThan(0.003 * sd);
      expect(Math.abs(standardDeviationOf(draw) / sd - 1)).toBeLessThan(0.01);
    });
  }

  for (const d of simple) {
    it(`${JSON.stringify(d)}: a draw depends on its own uniform number only, and is the quantile`, () => {
      const u = uniforms('draws', 600);
      u.set([2 ** -53, 1e-12, 0.5, 1 - 2 ** -53]);
      const out = new Float64Array(u.length);
      fillQuantiles(d, u, out);
      const backwards = new Float64Array(u.length);
      fillQuantiles(d, u.slice().reverse(), backwards);
      expect(backwards.reverse()).toEqual(out);
      const alone = new Float64Array(1);
      for (let i = 0; i < 50; i++) {
        fillQuantiles(d, u.slice(i, i + 1), alone);
        expect(alone[0]).toBe(out[i]);
      }
      for (let i = 0; i < u.length; i++) {
        const exact = quantile(d, u[i]);
        expect(Math.abs(out[i] - exact)).toBeLessThanOrEqual(1e-11 * Math.abs(exact));
      }
    });
  }

  it('one filler serves many columns, in place too', () => {
    const fill = quantileFiller(simple[1]);
    const u = uniforms('columns', 64);
    const out = new Float64Array(64);
    fill(u, out);
    fill(u, u);
    expect(u).toEqual(out);
    expect(() => fill(u, new Float64Array(3))).toThrow(RangeError);
  });

  it('a mixture is an exact pool: nested ones are flattened, weight 0 is never drawn', () => {
    const nested: Distribution = {
      kind: 'mixture',
      components: [mixture, { kind: 'point', value: 9 }, { kind: 'point', value: -9 }],
      weights: [3, 1, 0],
    };
    expect(mean(nested)).toBeCloseTo((3 * (0.25 * 2 + 0.25 * 4) + 9) / 4, 14);
    const points = 4096;
    const draw = new Float64Array(points);
    const column = (dimension: number) => sobolColumn({ seed: 5, dimension, randomisation: 0, points });
    expect(uniformsNeeded(nested)).toBe(2);
    fillQuantiles(nested, column(0), draw, column(1));
    expect(draw.filter((x) => x === 9).length / points).toBeCloseTo(0.25, 3);
    expect(draw.filter((x) => x === 2).length / points).toBeCloseTo(0.1875, 3);
    expect(draw.includes(-9)).toBe(false);
    expect(() => fillQuantiles(nested, column(0), draw)).toThrow(RangeError);
  });

  it('the quantile of a mixture stops at a jump', () => {
    expect(quantile(mixture, 0.6)).toBe(2);
    expect(quantile(mixture, 0.875)).toBeCloseTo(4, 3);
    expect(quantile({ kind: 'mixture', components: [{ kind: 'point', value: 3 }], weights: [0.1] }, 0.2)).toBe(3);
  });

  it('between is a 90 % interval', () => {
    for (const [lo, hi] of [
      [1e-6, 1e-3],
      [-3, 5],
      [0, 2],
    ]) {
      const d = betweenToDistribution(lo, hi);
      expect(d.kind).toBe(lo > 0 ? 'lognormal' : 'normal');
      expect(quantile(d, 0.05)).toBeCloseTo(lo, 12);
      expect(quantile(d, 0.95)).toBeCloseTo(hi, 12);
    }
    expect(betweenToDistribution(2, 2)).toEqual({ kind: 'point', value: 2 });
    expect(() => betweenToDistribution(3, 2)).toThrow(RangeError);
    expect(() => betweenToDistribution(1, Infinity)).toThrow(RangeError);
  });

  it('says what is wrong with parameters', () => {
    for (const d of [...simple, mixture]) expect(validate(d)).toBeNull();
    expect(validate({ kind: 'beta', a: 0, b: 1 })).toBe('a must be above 0, not 0');
    expect(validate({ kind: 'normal', mean: Number.NaN, sd: 1 })).toBe('mean must be a finite number, not NaN');
    expect(validate({ kind: 'lognormal', mu: 0, sigma: -1 })).toBe('sigma must be above 0, not -1');
    expect(validate({ kind: 'uniform', min: 2, max: 2 })).toBe('min 2 must be below max 2');
    expect(validate({ kind: 'pert', min: 0, mode: 3, max: 2 })).toBe('mode 3 must lie between min 0 and max 2');
    expect(validate({ kind: 'mixture', components: [], weights: [] })).toBe('a mixture needs at least one component');
    expect(validate({ ...mixture, weights: [1] } as Distribution)).toBe('3 components have 1 weights');
    expect(validate({ ...mixture, weights: [0, 0, 0] } as Distribution)).toBe(
      'the weights must have a positive finite sum',
    );
    expect(validate({ kind: 'mixture', components: [{ kind: 'beta', a: 1, b: -1 }], weights: [1] })).toBe(
      'component 1: b must be above 0, not -1',
    );
  });
});
