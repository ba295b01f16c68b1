import { describe, expect, test } from 'vitest';
import type { AppliedPolicy, Counts } from '../case/index.js';
import { binomialLower, binomialUpper } from './binomial-bounds.js';
import { estimatorOf } from './estimators/index.js';
import { requirementDoubt, worstRequirementDoubt } from './requirement-doubt.js';

const atMost = (value: number, margin = 1) => ({ direction: '<=', value, margin }) as const;
const atLeast = (value: number, margin = 1) => ({ direction: '>=', value, margin }) as const;
const binomial = (events: number, trials: number): Counts => ({ kind: 'binomial', events, trials });

describe('one binomial', () => {
  test('is the tail at which the bound just meets the requirement', () => {
    const { doubt } = requirementDoubt(binomial(3, 300), atMost(0.05));
    expect(binomialUpper(3, 300, doubt)).toBeCloseTo(0.05, 12);
    const other = requirementDoubt(binomial(98, 100), atLeast(0.9));
    expect(binomialLower(98, 100, other.doubt)).toBeCloseTo(0.9, 12);
  });

  test('a rate and its complement are one requirement', () => {
    expect(requirementDoubt(binomial(98, 100), atLeast(0.75, 2)).doubt).toBe(
      requirementDoubt(binomial(2, 100), atMost(0.25, 2)).doubt,
    );
  });

  test('a margin divides the limit', () => {
    expect(requirementDoubt(binomial(1, 100), atMost(0.05, 2)).doubt).toBe(
      requirementDoubt(binomial(1, 100), atMost(0.025)).doubt,
    );
  });

  test.each([
    ['no trials', binomial(0, 0), atMost(0.5), 1],
    ['no trials, nothing required', binomial(0, 0), atMost(1), 1],
    ['all events', binomial(5, 5), atMost(0.9), 1],
    ['all events, nothing required', binomial(5, 5), atMost(1), 0],
    ['nothing required, but a margin', binomial(5, 5), atMost(1, 2), 1],
    ['a rate of 0 required', binomial(0, 100), atMost(0), 1],
    ['a rate of 1 required', binomial(100, 100), atLeast(1), 1],
    ['no events where some are required', binomial(0, 5), atLeast(0.5), 1],
    ['no events, nothing required', binomial(0, 5), atLeast(0), 0],
  ])('%s', (_, counts, required, doubt) => {
    expect(requirementDoubt(counts, required).doubt).toBe(doubt);
  });

  test('more events never lower the doubt, more clean trials never raise it', () => {
    let last = 0;
    for (let k = 0; k <= 40; k++) {
      const { doubt } = requirementDoubt(binomial(k, 40), atMost(0.3));
      expect(doubt).toBeGreaterThanOrEqual(last);
      last = doubt;
    }
    for (let n = 1; n < 200; n++) {
      const { doubt } = requirementDoubt(binomial(0, n), atMost(0.05));
      expect(doubt).toBeLessThanOrEqual(last);
      last = doubt;
    }
  });

  test('a tiny doubt keeps its digits', () => {
    const { doubt } = requirementDoubt(binomial(0, 10_000), atMost(0.05));
    expect(doubt / 1.7220786e-223).toBeCloseTo(1, 5);
  });
});

describe('strata', () => {
  const strata: Counts = {
    kind: 'strata',
    strata: [
      { name: 'persuade', events: 0, trials: 200 },
      { name: 'hide', events: 2, trials: 150 },
    ],
  };

  test('the doubts add up (Bonferroni)', () => {
    const found = requirementDoubt(strata, atMost(0.05));
    const each = [requirementDoubt(binomial(0, 200), atMost(0.05)), requirementDoubt(binomial(2, 150), atMost(0.05))];
    expect(found.perStratum).toEqual([
      { name: 'persuade', doubt: each[0]!.doubt },
      { name: 'hide', doubt: each[1]!.doubt },
    ]);
    expect(found.doubt).toBe(each[0]!.doubt + each[1]!.doubt);
    expect(found.jeffreys).toBeCloseTo(1 - (1 - each[0]!.jeffreys!) * (1 - each[1]!.jeffreys!), 14);
    expect(found).toMatchObject({ trials: 350, events: 2 });
  });

  test('at most 1, and 1 without any', () => {
    expect(requirementDoubt(strata, atMost(0.001)).doubt).toBe(1);
    expect(requirementDoubt({ kind: 'strata', strata: [] }, atMost(0.5))).toMatchObject({ doubt: 1, perStratum: [] });
    const untried: Counts = { kind: 'strata', strata: [...strata.strata, { name: 'new', events: 0, trials: 0 }] };
    expect(requirementDoubt(untried, atMost(0.5)).doubt).toBe(1);
    expect(requirementDoubt(untried, atMost(0.5)).jeffreys).toBeUndefined();
  });
});

describe('clusters', () => {
  const clusters: Counts = {
    kind: 'clusters',
    clusters: [
      { events: 0, trials: 5 },
      { events: 2, trials: 5 },
      { events: 5, trials: 5 },
      { events: 0, trials: 0 },
    ],
  };

  test('each is one trial, and against the claim if any of its trials is', () => {
    expect(requirementDoubt(clusters, atMost(0.9)).doubt).toBe(requirementDoubt(binomial(2, 3), atMost(0.9)).doubt);
    expect(requirementDoubt(clusters, atLeast(0.1)).doubt).toBe(requirementDoubt(binomial(1, 3), atLeast(0.1)).doubt);
  });

  test('a cluster that holds most of the trials is not one of many', () => {
    const small = Array.from({ length: 99 }, () => ({ events: 0, trials: 1 }));
    const unequal: Counts = { kind: 'clusters', clusters: [{ events: 1000, trials: 1000 }, ...small] };
    // 1 cluster of 100, and 91 % of the trials.
    expect(requirementDoubt(unequal, atMost(0.1)).doubt).toBe(1);
    const draws = estimatorOf(unequal).draws(unequal, [Float64Array.of(0.5)]);
    expect((draws as Float64Array)[0]).toBeCloseTo(1000 / 1099, 2);
  });
});

test('no prior confidence stays none after any number of demands', () => {
  const counts: Counts = { kind: 'conservative', events: 0, trials: 1e7, confidence: 0, below: 0 };
  expect(requirementDoubt(counts, atMost(0.5)).doubt).toBe(1);
});

describe('draws', () => {
  test('the share that violates, never 0', () => {
    const draws: Counts = { kind: 'draws', draws: [0.01, 0.02, 0.03, 0.2] };
    expect(requirementDoubt(draws, atMost(0.1))).toEqual({ doubt: 0.4, trials: 4, events: 1 });
    expect(requirementDoubt(draws, atMost(0.1, 4)).doubt).toBe(0.6);
    expect(requirementDoubt(draws, atMost(0.5)).doubt).toBe(0.2);
    expect(requirementDoubt(draws, atLeast(0.015)).doubt).toBe(0.4);
    expect(requirementDoubt({ kind: 'draws', draws: [] }, atMost(0.5)).doubt).toBe(1);
  });
});

describe('the worst way of counting', () => {
  const policy = (errors: AppliedPolicy['errors']): AppliedPolicy => ({
    errors,
    invalid: 'exclude',
    limits: 'exclude',
  });
  const results = [
    { policy: policy('exclude'), counts: binomial(1, 100) },
    { policy: policy('count as success'), counts: binomial(4, 103) },
    { policy: policy('count as failure'), counts: binomial(1, 103) },
  ];

  test('depends on the direction', () => {
    expect(worstRequirementDoubt(results, atMost(0.1))).toMatchObject({ index: 1, policy: policy('count as success') });
    expect(worstRequirementDoubt(results, atLeast(0.001))).toMatchObject({
      index: 2,
      policy: policy('count as failure'),
    });
  });

  test('without a result the doubt is 1', () => {
    expect(worstRequirementDoubt([], atMost(0.1))).toEqual({ doubt: 1, trials: 0, events: 0 });
  });
});
