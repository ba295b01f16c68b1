import { mean, meanOf, standardDeviationOf, stream, variance } from '@surety/numerics';
import { describe, expect, test } from 'vitest';
import { compile } from '../compile.js';
import type { RiskModel } from '../types.js';
import { distributionOf } from './families.js';
import {
  joinedTallies,
  pointValues,
  sampleModel,
  samplingPlan,
  sensitivity,
  summarise,
  type Terms,
  termsBuilder,
  uniformColumn,
} from './index.js';

const methods = ['sobol', 'latin-hypercube', 'monte-carlo'] as const;

describe('points', () => {
  test.each(methods)('%s: as many as asked for, in sets of equal size, from the seed alone', (method) => {
    for (const trials of [1, 16, 1000, 16_384, 1_000_000]) {
      const plan = samplingPlan(trials, method, 1);
      expect(plan.points * plan.replicates).toBeGreaterThanOrEqual(trials);
      expect(plan.points * plan.replicates).toBeLessThan(2 * trials + 32);
      expect(plan.points).toBeLessThanOrEqual(16_384);
    }
    const plan = samplingPlan(4096, method, 'seed');
    const column = uniformColumn(plan, 3, 2);
    expect(uniformColumn(plan, 3, 2)).toEqual(column);
    expect(uniformColumn(plan, 3, 1)).not.toEqual(column);
    expect(uniformColumn(plan, 2, 2)).not.toEqual(column);
    expect(column.every((u) => u > 0 && u < 1)).toBe(true);
    expect(meanOf(column)).toBeCloseTo(0.5, method === 'monte-carlo' ? 1 : 2);
  });

  test('a Latin hypercube has one point in each cell of each dimension', () => {
    const plan = samplingPlan(1600, 'latin-hypercube', 5);
    for (const dimension of [0, 1, 7]) {
      const cells = Array.from(uniformColumn(plan, dimension, 0), (u) => Math.floor(u * plan.points));
      expect(new Set(cells).size).toBe(plan.points);
    }
  });
});

/** An and of two leaves and an or of that with a third. */
const model: RiskModel = {
  leaves: 3,
  gates: [
    { kind: 'and', inputs: [0, 1] },
    { kind: 'or', inputs: [3, 2] },
  ],
};
const compiled = compile(model, [4]);

/** Mean and variance of a·b + c − a·b·c with independent leaves. */
function closedForm(terms: Terms, leafTerms: readonly number[]) {
  const moments = leafTerms.map((at) => {
    const term = terms[at]!;
    if (term.kind !== 'deviate') throw new Error('not a deviate');
    const distribution = distributionOf(
      term.family,
      term.inputs.map((input) => pointValues(terms)[input]!),
    );
    if (typeof distribution === 'string') throw new Error(distribution);
    const m = mean(distribution);
    return { m, second: variance(distribution) + m * m };
  });
  const [a, b, c] = moments as [(typeof moments)[0], (typeof moments)[0], (typeof moments)[0]];
  const ab = { m: a.m * b.m, second: a.second * b.second };
  const m = ab.m + c.m - ab.m * c.m;
  // 1 − y = (1 − ab)(1 − c)
  const complement = (1 - 2 * ab.m + ab.second) * (1 - 2 * c.m + c.second);
  return { m, variance: complement - (1 - m) ** 2 };
}

describe('closed forms', () => {
  const families = [
    ['uniform', [0.1, 0.3]],
    ['lognormal-by-error-factor', [0.01, 3, 0.95]],
    ['gamma', [4, 0.01]],
    ['beta', [2, 30]],
    ['triangular', [0.1, 0.2, 0.5]],
    ['pert', [0, 0.1, 0.4]],
    ['histogram', [0, 0.1, 3, 0.5, 1]],
  ] as const;
  test.each(methods)('%s: mean and spread of products and sums of all families', (method) => {
    for (let i = 0; i < families.length; i++) {
      const builder = termsBuilder();
      const leafTerms = [0, 1, 2].map((shift) => {
        const [family, parameters] = families[(i + shift) % families.length]!;
        return builder.deviate(family, ...parameters.map(builder.constant));
      });
      const { terms } = builder;
      const expected = closedForm(terms, leafTerms);
      const plan = samplingPlan(32_768, method, i);
      const { upper } = sampleModel(compiled, 4, { terms, leafTerms }, plan);
      const said = summarise(plan, upper);
      expect(Math.abs(said.mean - expected.m)).toBeLessThan(5 * said.error);
      expect(Math.abs(said.standardDeviation / Math.sqrt(expected.variance) - 1)).toBeLessThan(0.05);
      // Points that fill the space are worth more than their number.
      if (method === 'sobol') expect(said.error).toBeLessThan(said.standardDeviation / Math.sqrt(32_768) / 2);
    }
  });

  test('a product of lognormals is lognormal: mean and quantiles', () => {
    const builder = termsBuilder();
    const leafTerms = [
      builder.deviate('lognormal', builder.constant(-6), builder.constant(0.5)),
      builder.deviate('lognormal', builder.constant(-7), builder.constant(0.8)),
      builder.constant(0),
    ];
    const plan = samplingPlan(65_536, 'sobol', 3);
    const said = summarise(plan, sampleModel(compiled, 4, { terms: builder.terms, leafTerms }, plan).upper);
    const sigma = Math.hypot(0.5, 0.8);
    expect(said.mean / Math.exp(-13 + sigma ** 2 / 2)).toBeCloseTo(1, 2);
    expect(said.p50 / Math.exp(-13)).toBeCloseTo(1, 2);
    expect(said.p95 / Math.exp(-13 + 1.6448536269514722 * sigma)).toBeCloseTo(1, 2);
    expect(said.p5 / Math.exp(-13 - 1.6448536269514722 * sigma)).toBeCloseTo(1, 2);
    expect(said.errorFactor! / Math.exp(1.6448536269514722 * sigma)).toBeCloseTo(1, 2);
  });

  test('leaves that share a deviate move together: E[x²] and not E[x]²', () => {
    const builder = termsBuilder();
    const x = builder.deviate('uniform', builder.constant(0.1), builder.constant(0.5));
    const leafTerms = [x, x, builder.constant(0)];
    const plan = samplingPlan(16_384, 'sobol', 3);
    const said = summarise(plan, sampleModel(compiled, 4, { terms: builder.terms, leafTerms }, plan).upper);
    expect(said.mean).toBeCloseTo(0.09 + 0.16 / 12, 5);
  });
});

describe('columns', () => {
  const builder = termsBuilder();
  const c = builder.constant;
  const x = builder.deviate('normal', c(0.5), c(0.2));
  const y = builder.deviate('gamma', c(2), builder.apply('mul', x, x));
  const leafTerms = [
    builder.apply('sub', builder.apply('exp', x), c(1)),
    builder.apply('ite', builder.apply('gt', y, c(0.5)), c(0.3), builder.apply('pow', x, c(2))),
    builder.apply('exponential', builder.apply('abs', builder.apply('add', x, y)), c(0.1)),
  ];
  const leaves = { terms: builder.terms, leafTerms };

  test('whatever the division of the replicates, the same bytes', () => {
    for (const method of methods) {
      const plan = samplingPlan(3000, method, 11);
      const whole = sampleModel(compiled, 4, leaves, plan);
      const parts = [
        [0, 1],
        [1, 7],
        [7, plan.replicates],
      ].map(([from, to]) => sampleModel(compiled, 4, leaves, plan, from, to));
      expect(Float64Array.from(parts.flatMap((part) => [...part.upper]))).toEqual(whole.upper);
      expect(parts.reduce((sum, part) => sum + part.clipped[0]!, 0)).toBe(whole.clipped[0]);
    }
  });

  test('in a place that is shared, and summarised from tallies of the parts: the same bytes', () => {
    for (const trials of [3000, 60_000]) {
      const plan = samplingPlan(trials, 'monte-carlo', 11);
      const whole = sampleModel(compiled, 4, leaves, plan);
      const place = new Float64Array(new SharedArrayBuffer(8 * whole.upper.length));
      const tallies = [
        [1, 7],
        [7, plan.replicates],
        [0, 1],
      ].map(([from, to]) => sampleModel(compiled, 4, leaves, plan, from, to, place).tally);
      expect([...place]).toEqual([...whole.upper]);
      const tally = joinedTallies([tallies[2]!, tallies[0]!, tallies[1]!]);
      expect(summarise(plan, place, {}, tally)).toEqual(summarise(plan, whole.upper));
      expect(summarise(plan, place, {}, whole.tally)).toEqual(summarise(plan, whole.upper));
    }
  });

  test('probabilities outside of [0, 1] are moved to its ends and counted', () => {
    const plan = samplingPlan(16_384, 'sobol', 2);
    const { clipped, upper } = sampleModel(compiled, 4, leaves, plan);
    // e^x − 1 leaves [0, 1] where x < 0 or x > ln 2: Φ(−2.5) + 1 − Φ(0.9657).
    expect(clipped[0]! / 16_384).toBeCloseTo(0.00621 + 0.16709, 3);
    expect(upper.every((p) => p >= 0 && p <= 1)).toBe(true);
  });

  test('a leaf without a probability in some trial is named', () => {
    const b = termsBuilder();
    const z = b.deviate('normal', b.constant(1), b.constant(1));
    const found = sampleModel(
      compiled,
      4,
      { terms: b.terms, leafTerms: [b.constant(0.1), b.apply('log', z), b.constant(0.1)] },
      samplingPlan(1000, 'sobol', 1),
    );
    expect(found.without).toBe(1);
  });
});

describe('Sobol indices', () => {
  test('of a sum of squares: known shares', () => {
    // y = 1 − (1 − x₁)(1 − x₂·1): with uniforms, indices by hand.
    const builder = termsBuilder();
    const u = (lo: number, hi: number) => builder.deviate('uniform', builder.constant(lo), builder.constant(hi));
    const [a, b] = [u(0, 0.4), u(0.2, 0.3)];
    const leafTerms = [a, builder.constant(1), b];
    const plan = samplingPlan(16_384, 'sobol', 9);
    const found = sensitivity(compiled, 4, { terms: builder.terms, leafTerms }, plan)!;
    // 1 − y = A·B with A = 1 − a, B = 1 − b: V = E[A²]E[B²] − (E[A]E[B])².
    const A = { m: 0.8, v: 0.16 / 12 };
    const B = { m: 0.75, v: 0.01 / 12 };
    const v = A.v * B.v + A.v * B.m ** 2 + B.v * A.m ** 2;
    expect(found.map(({ term }) => term)).toEqual([a, b]);
    expect(found[0]!.first).toBeCloseTo((A.v * B.m ** 2) / v, 2);
    expect(found[1]!.first).toBeCloseTo((B.v * A.m ** 2) / v, 2);
    expect(found[0]!.total).toBeCloseTo((A.v * B.m ** 2 + A.v * B.v) / v, 2);
    expect(found[1]!.total).toBeCloseTo((B.v * A.m ** 2 + A.v * B.v) / v, 2);
  });

  test('none where nothing varies, or where a parameter is uncertain itself', () => {
    const builder = termsBuilder();
    const leafTerms = [0.1, 0.2, 0.3].map(builder.constant);
    const plan = samplingPlan(256, 'sobol', 1);
    expect(sensitivity(compiled, 4, { terms: builder.terms, leafTerms }, plan)).toBeNull();
    const sd = builder.deviate('uniform', builder.constant(0.01), builder.constant(0.02));
    const nested = builder.deviate('normal', builder.constant(0.5), sd);
    expect(
      sensitivity(compiled, 4, { terms: builder.terms, leafTerms: [nested, leafTerms[1]!, leafTerms[2]!] }, plan),
    ).toBeNull();
  });
});

test('the spread of all trials, put together from that of the replicates, is that around the mean', () => {
  const random = stream('spread');
  for (const [trials, offset] of [
    [1, 0],
    [50, 0.25],
    [60_000, 1e-9],
    [60_000, 0.999],
  ] as const) {
    const plan = { ...samplingPlan(trials, 'monte-carlo', 1), ...(trials === 1 ? { points: 1, replicates: 1 } : {}) };
    // Replicates whose means are apart.
    const values = Float64Array.from(
      { length: plan.points * plan.replicates },
      (_, i) => offset + 1e-4 * random.next() * (1 + Math.floor(i / plan.points)),
    );
    const { standardDeviation, mean } = summarise(plan, values);
    expect(Math.abs(mean / meanOf(values) - 1)).toBeLessThan(1e-15);
    const expected = trials === 1 ? 0 : standardDeviationOf(values);
    expect(Math.abs(standardDeviation - expected)).toBeLessThanOrEqual(1e-12 * expected);
  }
});

test('a histogram of the trials holds them all', () => {
  const plan = samplingPlan(64, 'monte-carlo', 1);
  const values = Float64Array.from({ length: plan.points * plan.replicates }, (_, i) => i % 7);
  const { bins, quantiles, trials } = summarise(plan, values, { bins: 6, quantiles: 4 });
  expect(bins.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 14);
  expect(bins.at(-1)!.share).toBeCloseTo(values.filter((x) => x >= 5).length / trials, 14);
  expect(quantiles.map(({ at }) => at)).toEqual([0.25, 0.5, 0.75, 1]);
});
