import { describe, expect, test } from 'vitest';
import type { Counts } from '../../case/index.js';
import { binomialUpper, requirementDoubt } from '../index.js';
import { effectiveValue, estimatorOf } from './index.js';

const values = (low: number, high: number, ...held: readonly (readonly [number, number])[]): Counts => ({
  kind: 'values',
  low,
  high,
  values: held.map(([value, count]) => ({ value, count })),
});
const need = (
  result: 'mean' | 'excess' | 'allPass' | 'anyPass' | 'hazard',
  direction: '<=' | '>=',
  value: number,
  margin = 1,
) => ({
  result,
  direction,
  value,
  margin,
});
const uniforms = [Float64Array.from({ length: 999 }, (_, i) => (i + 0.5) / 999)];
function drawn(counts: Counts): Float64Array {
  const found = estimatorOf(counts).draws(counts, uniforms);
  if (typeof found === 'number') throw new Error('one value');
  return found;
}

describe('values in a range', () => {
  test('the doubt does not depend on the unit of the range', () => {
    const shares = requirementDoubt(values(0, 1, [0, 40], [0.25, 9], [1, 1]), need('mean', '<=', 0.2)).doubt;
    const points = requirementDoubt(values(10, 30, [10, 40], [15, 9], [30, 1]), need('mean', '<=', 14)).doubt;
    expect(points / shares).toBeCloseTo(1, 10);
  });

  test('"at least" is "at most" of the mirror image', () => {
    const low = requirementDoubt(values(0, 1, [0.1, 30], [0.5, 10]), need('mean', '<=', 0.4));
    const high = requirementDoubt(values(0, 1, [0.9, 30], [0.5, 10]), need('mean', '>=', 0.6));
    expect(high.doubt / low.doubt).toBeCloseTo(1, 10);
    expect(low.trials).toBe(40);
  });

  test('beyond the range nothing is doubted, or all is', () => {
    const counts = values(0, 1, [0.5, 40]);
    expect(requirementDoubt(counts, need('mean', '<=', 1)).doubt).toBe(0);
    expect(requirementDoubt(counts, need('mean', '<=', -0.1)).doubt).toBe(1);
    expect(requirementDoubt(counts, need('mean', '>=', 1.1)).doubt).toBe(1);
    expect(requirementDoubt(values(0, 1), need('mean', '<=', 0.5)).doubt).toBe(1);
  });

  test('all values at an end still leave a doubt', () => {
    const none = requirementDoubt(values(0, 1, [0, 59]), need('mean', '<=', 0.05));
    expect(none.doubt).toBeGreaterThan(0.95 ** 59 * 0.999999);
    expect(none.jeffreys).toBeGreaterThan(0);
    expect(requirementDoubt(values(0, 1, [0.1, 59]), need('mean', '<=', 0.5)).jeffreys).toBeUndefined();
  });

  test('an excess of a paired difference is a mean between the ends', () => {
    const better = values(-1, 1, [-0.2, 300]);
    expect(requirementDoubt(better, need('excess', '<=', 0)).doubt).toBeLessThan(0.01);
    expect(requirementDoubt(better, need('excess', '<=', -0.2)).doubt).toBe(1);
    expect(drawn(better).every((draw) => draw > -0.5 && draw < 0.1)).toBe(true);
    expect(estimatorOf(better).words(better)).toBe('mean -0.2 of 300');
  });

  test('a margin makes every requirement harder, also a negative one', () => {
    expect(effectiveValue(need('excess', '<=', -0.1, 2))).toBe(-0.2);
    expect(effectiveValue(need('excess', '>=', -0.1, 2))).toBe(-0.05);
    expect(effectiveValue(need('hazard', '<=', 0.1, 2))).toBe(0.05);
    expect(effectiveValue(need('mean', '>=', 0.4, 2))).toBe(0.8);
    expect(effectiveValue(need('allPass', '>=', 0.9, 2))).toBe(0.95);
  });
});

describe('repeats', () => {
  const counts: Counts = {
    kind: 'repeats',
    k: 2,
    samples: [
      { successes: 0, repeats: 4, count: 30 },
      { successes: 2, repeats: 4, count: 12 },
      { successes: 4, repeats: 4, count: 8 },
    ],
  };

  test('all pass and any pass are their own numbers', () => {
    // All of two: 0, 1/6, 1; any of two: 0, 5/6, 1.
    expect(estimatorOf(counts).words(counts)).toBe('all 2 repeats 0.2, any 0.36, over 50 samples (56 of 200 repeats)');
    const all = requirementDoubt(counts, need('allPass', '<=', 0.5));
    const any = requirementDoubt(counts, need('anyPass', '<=', 0.5));
    expect(all.events).toBeCloseTo(10, 12);
    expect(any.events).toBeCloseTo(18, 12);
    expect(any.doubt).toBeGreaterThan(all.doubt);
    expect(drawn(counts)[499]).toBeCloseTo(0.2, 1);
  });

  test('of one repeat each is a rate, bounded no tighter than the exact bound', () => {
    const one: Counts = {
      kind: 'repeats',
      k: 1,
      samples: [
        { successes: 0, repeats: 1, count: 95 },
        { successes: 1, repeats: 1, count: 5 },
      ],
    };
    const limit = binomialUpper(5, 100, 0.01);
    expect(requirementDoubt(one, need('allPass', '<=', limit)).doubt).toBeGreaterThanOrEqual(0.01);
    expect(requirementDoubt(one, need('allPass', '<=', limit)).doubt).toBeLessThan(0.028);
  });
});

describe('exposure', () => {
  const none: Counts = { kind: 'exposure', events: 0, exposure: 300, unit: 'hour' };
  const some: Counts = { kind: 'exposure', events: 3, exposure: 300, unit: 'hour' };

  test('no event in 300 hours shows less than 1 in 100 at 5 %', () => {
    expect(requirementDoubt(none, need('hazard', '<=', 0.01)).doubt).toBeCloseTo(Math.exp(-3), 12);
    expect(requirementDoubt(none, need('hazard', '<=', 0.02, 2)).doubt).toBeCloseTo(Math.exp(-3), 12);
    expect(requirementDoubt(none, need('hazard', '>=', 0.01)).doubt).toBe(1);
    expect(requirementDoubt({ ...none, exposure: 0 }, need('hazard', '<=', 0.01)).doubt).toBe(1);
  });

  test('draws follow the Jeffreys posterior', () => {
    const sorted = drawn(some);
    expect(sorted.reduce((sum, each) => sum + each, 0) / sorted.length).toBeCloseTo(3.5 / 300, 4);
    expect(estimatorOf(some).words(some)).toBe('3 in 300 hour');
    const doubt = requirementDoubt(some, need('hazard', '<=', 0.02));
    expect(doubt.jeffreys).toBeLessThan(doubt.doubt);
  });
});
