import { binomialCdf } from '@surety/numerics';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Counts, EventCount } from '../case/index.js';
import {
  aucLower,
  betaBinomialDoubt,
  betaBinomialTail,
  betaPriorUpper,
  binomialUpper,
  differenceDoubt,
  estimatorOf,
  jeffreysUpper,
  pairedDifferenceDoubt,
  ratioDoubt,
  requirementDoubt,
  robustDoubt,
  roc,
  sequentialDoubt,
  sequentialTest,
  sequentialUpper,
  zeroFailureUpper,
} from './index.js';

const arm = fc
  .record({ trials: fc.integer({ min: 1, max: 60 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ trials, share }): EventCount => ({ events: Math.round(share * trials), trials }));
const limit = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const slack = 1 + 1e-9;

const more = ({ events, trials }: EventCount): EventCount => ({ events: events + 1, trials: trials + 1 });
const clean = ({ events, trials }: EventCount): EventCount => ({ events, trials: trials + 1 });

describe('one more event never lowers a doubt, one more clean trial never raises it', () => {
  const doubts: Readonly<Record<string, (counts: EventCount, at: number) => number>> = {
    binomial: (counts, at) =>
      requirementDoubt({ kind: 'binomial', ...counts }, { direction: '<=', value: at, margin: 1 }).doubt,
    sequential: ({ events, trials }, at) => sequentialDoubt(events, trials, at),
    treated: (counts, at) => differenceDoubt(counts, { events: 3, trials: 20 }, at),
    'treated, of a ratio': (counts, at) => ratioDoubt(counts, { events: 3, trials: 20 }, 3 * at),
  };
  test.each(Object.keys(doubts))('%s', (name) => {
    const doubt = doubts[name]!;
    fc.assert(
      fc.property(arm, limit, (counts, at) => {
        const here = doubt(counts, at);
        expect(doubt(more(counts), at) * slack).toBeGreaterThanOrEqual(here);
        expect(doubt(clean(counts), at)).toBeLessThanOrEqual(here * slack);
        expect(here).toBeGreaterThanOrEqual(0);
        expect(here).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('of the controls, the other way round', () => {
    fc.assert(
      fc.property(arm, arm, limit, (treated, control, at) => {
        const here = differenceDoubt(treated, control, at);
        expect(differenceDoubt(treated, more(control), at)).toBeLessThanOrEqual(here * slack);
        expect(differenceDoubt(treated, clean(control), at) * slack).toBeGreaterThanOrEqual(here);
      }),
    );
  });
});

test('a laxer limit never has a larger doubt', () => {
  fc.assert(
    fc.property(arm, arm, limit, limit, (treated, control, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const { events, trials } = treated;
      expect(sequentialDoubt(events, trials, high)).toBeLessThanOrEqual(sequentialDoubt(events, trials, low) * slack);
      expect(differenceDoubt(treated, control, high)).toBeLessThanOrEqual(
        differenceDoubt(treated, control, low) * slack,
      );
      expect(ratioDoubt(treated, control, 4 * high)).toBeLessThanOrEqual(ratioDoubt(treated, control, 4 * low) * slack);
      const clusters = [treated, control, { events: 1, trials: 9 }, { events: 0, trials: 5 }];
      expect(robustDoubt(clusters, high)).toBeLessThanOrEqual(robustDoubt(clusters, low) * slack);
    }),
  );
});

describe('honest at 0 % and at 100 %', () => {
  test('no event leaves a doubt, and a bound above 0', () => {
    for (const n of [5, 10, 1000, 100_000]) {
      expect(binomialUpper(0, n, 0.05)).toBeCloseTo(zeroFailureUpper(n, 0.05), 12);
      expect(sequentialUpper(0, n, 0.05)).toBeGreaterThan(binomialUpper(0, n, 0.05));
      const none = { events: 0, trials: n };
      expect(differenceDoubt(none, none, 1 / n)).toBeGreaterThan(0.3);
      expect(ratioDoubt(none, none, 1000)).toBe(1);
      expect(pairedDifferenceDoubt({ treatedOnly: none, controlOnly: none, treated: none, control: none }, 0)).toBe(1);
    }
  });

  test('clusters without an event are worth one trial each, not all their trials', () => {
    const clusters = Array.from({ length: 20 }, () => ({ events: 0, trials: 50 }));
    // The t quantiles of 19 and of 999 degrees of freedom make it a little less than 20 still.
    expect(robustDoubt(clusters, 0.1)).toBeGreaterThan(0.9 ** 20);
    expect(robustDoubt(clusters, 0.1)).toBeLessThan(0.9 ** 20 * 2);
    expect(betaBinomialDoubt(clusters, 0.1)).toBeGreaterThan(0.9 ** 1000 * 1e6);
  });

  test('all events, and only events, are no evidence of a low rate', () => {
    const all = [
      { events: 9, trials: 9 },
      { events: 4, trials: 4 },
    ];
    expect([robustDoubt(all, 0.99), betaBinomialDoubt(all, 0.99), sequentialDoubt(13, 13, 0.99)]).toEqual([1, 1, 1]);
    expect(differenceDoubt(all[0]!, { events: 0, trials: 9 }, 0.99)).toBeGreaterThan(0.9);
  });

  test('an area of 1 has a lower bound below 1, where DeLong’s interval has no width', () => {
    const found = roc([5, 6, 7, 8, 9], [1, 2, 3, 4], 0.05);
    expect(found.auc).toBe(1);
    expect(found.deLong).toEqual({ lower: 1, upper: 1 });
    expect(found.aucAtLeast).toBeCloseTo(0.05 ** (1 / 4), 12);
    expect(aucLower(0, 10, 0.05)).toBe(0);
  });
});

describe('never below the exact tail of all trials', () => {
  test('clusters', () => {
    const clusters = fc.array(arm, { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(clusters, limit, (all, at) => {
        const sum = (key: 'events' | 'trials') => all.reduce((total, each) => total + each[key], 0);
        const exact = sum('events') === sum('trials') ? 1 : binomialCdf(sum('events'), sum('trials'), at);
        expect(robustDoubt(all, at) * slack).toBeGreaterThanOrEqual(exact);
        expect(betaBinomialDoubt(all, at) * slack).toBeGreaterThanOrEqual(exact);
      }),
      { numRuns: 15 },
    );
  });

  test('a running evaluation', () => {
    fc.assert(
      fc.property(arm, limit, ({ events, trials }, at) => {
        const exact = events === trials ? 1 : binomialCdf(events, trials, at);
        expect(sequentialDoubt(events, trials, at) * slack).toBeGreaterThanOrEqual(exact);
      }),
    );
  });
});

describe('size, by exact enumeration', () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
  const chance = (k: number, n: number, p: number) => choose(n, k) * p ** k * (1 - p) ** (n - k);

  test('of the test of a difference: at most α at every pair of rates that violates it', () => {
    const [m, n] = [9, 7];
    for (const delta of [-0.3, 0, 0.25]) {
      const doubts = Array.from({ length: (m + 1) * (n + 1) }, (_, at) => {
        const [k, l] = [at % (m + 1), Math.floor(at / (m + 1))];
        return { k, l, doubt: differenceDoubt({ events: k, trials: m }, { events: l, trials: n }, delta) };
      });
      for (let q = 0; q <= 1.0001; q += 0.05) {
        for (let p = Math.max(0, q + delta); p <= 1.0001; p += 0.1) {
          for (const alpha of [0.01, 0.05, 0.3]) {
            const rejected = doubts.reduce(
              (sum, { k, l, doubt }) =>
                doubt < alpha ? sum + chance(k, m, Math.min(1, p)) * chance(l, n, Math.min(1, q)) : sum,
              0,
            );
            expect(rejected, `${p} − ${q}, α ${alpha}`).toBeLessThanOrEqual(alpha * slack);
          }
        }
      }
    }
  });

  test('of a running evaluation: the chance that the doubt is ever at most α', () => {
    for (const p of [0.05, 0.3, 0.6]) {
      for (const alpha of [0.01, 0.1, 0.5]) {
        // Events so far, and the probability of never having been at or below α.
        let alive = new Map([[0, 1]]);
        for (let n = 1; n <= 120; n++) {
          const next = new Map<number, number>();
          for (const [k, weight] of alive) {
            for (const [events, share] of [
              [k + 1, p],
              [k, 1 - p],
            ] as const) {
              if (sequentialDoubt(events, n, p) > alpha) next.set(events, (next.get(events) ?? 0) + weight * share);
            }
          }
          alive = next;
        }
        const ever = 1 - [...alive.values()].reduce((sum, weight) => sum + weight, 0);
        expect(ever, `${p}, ${alpha}`).toBeLessThanOrEqual(alpha);
        expect(ever, `${p}, ${alpha}`).toBeGreaterThan(0);
      }
    }
  });
});

test('a prior of Beta(½, ½) is Jeffreys’', () => {
  expect(betaPriorUpper(3, 40, 0.05, 0.5, 0.5)).toBe(jeffreysUpper(3, 40, 0.05));
});

test('Wald’s test: the lines are where the log likelihood ratio meets the boundaries', () => {
  const [p0, p1] = [0.1, 0.3];
  const found = sequentialTest(p0, p1, 0.02, 0.03);
  expect(found.upper).toBeCloseTo(Math.log(0.97 / 0.02), 14);
  expect(found.lower).toBeCloseTo(Math.log(0.03 / 0.98), 14);
  const ratio = (k: number, n: number) => k * Math.log(p1 / p0) + (n - k) * Math.log((1 - p1) / (1 - p0));
  expect(ratio(found.accept(40), 40)).toBeCloseTo(found.lower, 12);
  expect(ratio(found.reject(40), 40)).toBeCloseTo(found.upper, 12);
  expect(sequentialTest(0.3, 0.1, 0.02, 0.03).upper).toBeNaN();
});

describe('draws', () => {
  const uniform = Float64Array.from({ length: 999 }, (_, i) => (i + 1) / 1000);
  const drawsOf = (counts: Counts) => {
    const estimator = estimatorOf(counts);
    // Other columns are the same numbers in another order.
    const columns = Array.from({ length: estimator.dimensions(counts) }, (_, at) =>
      at === 0 ? uniform : uniform.map((_, i) => uniform[(i * (401 + 2 * at) + 17 * at) % 999]!),
    );
    return estimator.draws(counts, columns) as Float64Array;
  };
  const mean = (values: Float64Array) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const above = (values: Float64Array, at: number) => values.filter((each) => each > at).length / values.length;

  test('of a difference have the mean of the two posteriors', () => {
    const drawn = drawsOf({
      kind: 'difference',
      treated: { events: 6, trials: 40 },
      control: { events: 2, trials: 40 },
    });
    expect(mean(drawn)).toBeCloseTo(6.5 / 41 - 2.5 / 41, 3);
  });

  test('of pairs too', () => {
    const n = { events: 0, trials: 50 };
    const counts = {
      treatedOnly: { events: 8, trials: 50 },
      controlOnly: { events: 3, trials: 50 },
      treated: n,
      control: n,
    };
    expect(mean(drawsOf({ kind: 'paired-difference', ...counts }))).toBeCloseTo((8.5 - 3.5) / 51.5, 2);
  });

  test('of a prior confidence lie above a limit as often as its doubt says', () => {
    const counts: Counts = { kind: 'conservative', events: 0, trials: 1000, confidence: 0.9, below: 1e-4 };
    const drawn = drawsOf(counts);
    expect(Math.min(...drawn)).toBe(1e-4);
    for (const value of [5e-4, 1e-3, 3e-3]) {
      const { doubt } = requirementDoubt(counts, { direction: '<=', value, margin: 1 });
      expect(above(drawn, value)).toBeCloseTo(doubt, 2);
    }
  });

  test('of clusters follow the posterior whose tail is the doubt', () => {
    const clusters = [0, 2, 1, 0, 5, 0, 3, 1].map((events) => ({ events, trials: 10 }));
    const drawn = drawsOf({ kind: 'beta-binomial', clusters });
    for (const at of [0.1, 0.2, 0.3]) expect(above(drawn, at)).toBeCloseTo(betaBinomialTail(clusters, at), 2);
  });

  test('of misses allow for the threshold: they spread wider than at one rank, around it', () => {
    const ranks = Array.from({ length: 60 }, (_, at) => ({ rank: at, attacks: 1 }));
    const counts: Counts = { kind: 'detection', benign: 200, audit: 0.1, strata: [{ name: 'all', trials: 60, ranks }] };
    const drawn = drawsOf(counts);
    // 20 of 200 are audited, so that 40 of 60 are missed, give or take.
    expect(mean(drawn)).toBeCloseTo(40 / 60, 1);
    const spread = Math.sqrt(mean(drawn.map((each) => (each - mean(drawn)) ** 2)));
    expect(spread).toBeGreaterThan(Math.sqrt((40 * 20) / 60 ** 3) * 1.1);
  });
});

describe('what is said beside a doubt', () => {
  const counts = { kind: 'conservative', events: 0, trials: 100, confidence: 0.9, below: 0.01 } as const;
  test.each([
    [{ ...counts, events: 1 }, '<=', 0.05, /there were 1/],
    [counts, '<=', 0.001, /which is more than the 0.001 required/],
    [counts, '>=', 0.5, /says nothing for a requirement of at least/],
  ] as const)('%o %s %f', (given, direction, value, note) => {
    const found = requirementDoubt(given, { direction, value, margin: 1 });
    expect(found.doubt).toBe(1);
    expect(found.note).toMatch(note);
  });

  test('few clusters', () => {
    const clusters = [
      { events: 0, trials: 9 },
      { events: 1, trials: 9 },
    ];
    const found = requirementDoubt({ kind: 'robust-clusters', clusters }, { direction: '<=', value: 0.5, margin: 1 });
    expect(found.note).toBe('2 clusters are too few to know how much clusters differ');
  });
});

test('a margin never makes a difference easier to meet', () => {
  const arms = { treated: { events: 4, trials: 30 }, control: { events: 9, trials: 30 } } as const;
  for (const direction of ['<=', '>='] as const) {
    for (const value of [-0.2, 0, 0.2]) {
      const doubt = (margin: number) =>
        requirementDoubt({ kind: 'difference', ...arms }, { result: 'difference', direction, value, margin }).doubt;
      expect(doubt(2)).toBeGreaterThanOrEqual(doubt(1));
    }
  }
});
