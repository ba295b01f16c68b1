import { describe, expect, test } from 'vitest';
import { binomial, caseOf, evidence, measure, sample } from './quantities.testing.js';
import type { DoubtColumn } from './sample-quantities.js';

function doubt(of: ReturnType<typeof sample>, name: string): DoubtColumn {
  const found = of.doubtColumn(name);
  if (found.kind !== 'column') throw new Error(JSON.stringify(found));
  return found;
}

describe('counting policies', () => {
  const exclude = { errors: 'exclude', invalid: 'exclude', limits: 'exclude' };

  test('the one that hurts is taken, for each doubt by itself', () => {
    const of = caseOf({ p: evidence('E'), high: 'p', low: '1 - p', flat: 'p - p + 0.5' });
    const measures = { E: measure(binomial(1, 100), binomial(5, 104), binomial(1, 104)) };
    const sampled = sample(of, measures);
    expect(doubt(sampled, 'high').policies[0]?.policy.errors).toBe('count as success');
    expect(doubt(sampled, 'high').mean).toBeCloseTo(5.5 / 105, 5);
    expect(doubt(sampled, 'low').policies[0]?.policy.errors).toBe('count as failure');
    expect(doubt(sampled, 'low').mean).toBeCloseTo(1 - 1.5 / 105, 5);
    expect(doubt(sampled, 'flat').policies[0]?.policy).toEqual(exclude);
    expect(doubt(sampled, 'high').notes).toEqual([]);
  });

  test('a doubt that falls with a rate takes the strategy, or the clusters, with the fewest events', () => {
    const of = caseOf({ caught: evidence('E'), doubt: '1 - caught' });
    const strategies = [
      { name: 'plain', events: 990, trials: 1000 },
      { name: 'subtle', events: 100, trials: 1000 },
    ];
    const strata = measure({ kind: 'strata', strata: strategies });
    const clusters = measure({ kind: 'clusters', clusters: strategies });
    expect(doubt(sample(of, { E: strata }), 'doubt').mean).toBeCloseTo(0.9, 2);
    // Two clusters, neither of which is caught as a whole.
    expect(doubt(sample(of, { E: clusters }), 'doubt').mean).toBeGreaterThan(0.8);
    // What rises with it is as it was.
    const rising = caseOf({ missed: evidence('E'), doubt: 'missed' });
    expect(doubt(sample(rising, { E: strata }), 'doubt').mean).toBeCloseTo(0.99, 2);
  });

  test('all combinations are tried, also where none is worst by itself', () => {
    // Largest where the two differ most, whichever is larger.
    const of = caseOf({ p: evidence('E'), q: evidence('F'), x: 'max(p - q, q - p)' });
    const measures = {
      E: measure(binomial(50, 100), binomial(40, 100), binomial(60, 100)),
      F: measure(binomial(50, 100), binomial(20, 100), binomial(55, 100)),
    };
    const found = doubt(sample(of, measures), 'x');
    expect(found.policies.map(({ policy }) => policy.errors)).toEqual(['count as failure', 'count as success']);
  });

  test('beyond 256 combinations one is changed at a time, and it is said', () => {
    const ids = ['A', 'B', 'C', 'D', 'E', 'F'];
    const of = caseOf({
      ...Object.fromEntries(ids.map((id) => [id.toLowerCase(), evidence(id)])),
      x: '(a + b + c + d + e + 1 - f) / 6',
    });
    const measures = Object.fromEntries(
      ids.map((id) => [id, measure(binomial(5, 50), binomial(9, 54), binomial(5, 54))]),
    );
    const found = doubt(sample(of, measures), 'x');
    expect(found.policies.map(({ policy }) => policy.errors)).toEqual([
      ...Array(5).fill('count as success'),
      'count as failure',
    ]);
    expect(found.notes).toEqual([
      'x: not all 729 combinations of counting policies were tried; one piece of evidence was changed at a time',
    ]);
  });

  test('results that count the same are one', () => {
    const ids = Array.from({ length: 20 }, (_, i) => `E${i}`);
    const of = caseOf({
      ...Object.fromEntries(ids.map((id) => [`p${id}`, evidence(id)])),
      x: ids.map((id) => `p${id}`).join('+'),
    });
    const measures = Object.fromEntries(ids.map((id) => [id, measure(binomial(0, 100), binomial(0, 100))]));
    expect(doubt(sample(of, measures), 'x').notes).toEqual([]);
  });
});
