import { cdf, mean, quantile, survival, variance } from '@surety/numerics';
import { describe, expect, test } from 'vitest';
import fixture from '../../fixtures/distributions.json' with { type: 'json' };
import { compile } from '../compile.js';
import { distributionOf } from './families.js';
import { type Family, isOperation, operations, sampleModel, samplingPlan, summarise, termsBuilder } from './index.js';

const whole = compile({ leaves: 1, gates: [] }, [0]);

describe(`families against SciPy ${fixture.madeWith.scipy}`, () => {
  test.each(fixture.families)('$family $parameters', ({ family, parameters, quantiles, mean: m, variance: v }) => {
    const found = distributionOf(family as Family, parameters);
    if (typeof found === 'string') throw new Error(found);
    for (const [i, level] of fixture.levels.entries()) {
      const x = quantiles[i]!;
      // SciPy loses digits of small quantiles of a triangle whose mode is its minimum.
      expect(Math.abs(quantile(found, level) - x)).toBeLessThan(1e-9 * Math.abs(x) + 1e-15 * quantiles[8]!);
      // The level lies between those of the neighbours of x, to a relative 1e-8.
      const [before, after] = [x - 1e-15 * Math.abs(quantiles[8]!), x + 1e-15 * Math.abs(quantiles[8]!)];
      expect(cdf(found, before)).toBeLessThan(level * (1 + 1e-8));
      expect(cdf(found, after)).toBeGreaterThan(level * (1 - 1e-8));
      expect(survival(found, after)).toBeLessThan((1 - level) * (1 + 1e-8));
      expect(survival(found, before)).toBeGreaterThan((1 - level) * (1 - 1e-8));
    }
    expect(mean(found) / m).toBeCloseTo(1, 12);
    expect(variance(found) / v).toBeCloseTo(1, 10);
  });

  // By tables as well as without: what a hundred thousand trials and more are drawn from.
  test.each(fixture.families)(
    '$family $parameters: trials',
    ({ family, parameters, quantiles, mean: m, variance: v }) => {
      const builder = termsBuilder();
      const term = builder.deviate(family as Family, ...parameters.map(builder.constant));
      const plan = samplingPlan(131_072, 'sobol', 5);
      const { upper, clipped } = sampleModel(whole, 0, { terms: builder.terms, leafTerms: [term] }, plan);
      const said = summarise(plan, upper);
      for (const [at, found] of [
        [4, said.p5],
        [6, said.p50],
        [8, said.p95],
      ] as const) {
        const exact = Math.min(1, quantiles[at]!);
        // The error of a quantile, by the distance between neighbouring ones, of points that fill the space.
        const spread = Math.abs(quantiles[at + 1]! - quantiles[at - 1]!);
        expect(Math.abs(found - exact)).toBeLessThan(2e-3 * spread);
      }
      if (clipped[0]! > 0) return;
      expect(Math.abs(said.mean - m)).toBeLessThan(5 * said.error + 1e-12 * m);
      // The spread of a heavy tail is known only when its rarest trials are drawn.
      if (v < m * m) expect(Math.abs(said.standardDeviation / Math.sqrt(v) - 1)).toBeLessThan(0.01);
    },
  );
});

test.each(fixture.expressions)(
  '$operation $inputs: the Markov chain solved by SciPy',
  ({ operation, inputs, value }) => {
    if (!isOperation(operation)) throw new Error(operation);
    expect(Math.abs(operations[operation].apply(inputs) / value - 1)).toBeLessThan(1e-9);
  },
);

test('every family and every mission-time expression is among them', () => {
  const families: Record<Family, true> = {
    uniform: true,
    normal: true,
    lognormal: true,
    'lognormal-by-error-factor': true,
    gamma: true,
    beta: true,
    triangular: true,
    pert: true,
    histogram: true,
  };
  expect(new Set(fixture.families.map(({ family }) => family))).toEqual(new Set(Object.keys(families)));
  expect(new Set(fixture.expressions.map(({ operation }) => operation))).toEqual(
    new Set(['exponential', 'Weibull', 'GLM', 'periodic-test']),
  );
});
