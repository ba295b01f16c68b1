import { readFileSync } from 'node:fs';
import { studentQuantileUpper } from '@surety/numerics';
import { describe, expect, test } from 'vitest';
import {
  betaBinomialTail,
  binomialLower,
  binomialUpper,
  clusterRate,
  conservativeDoubt,
  differenceDoubt,
  jeffreysLower,
  jeffreysUpper,
  kornGraubardUpper,
  miettinenNurminen,
  newcombe,
  pairedDifferenceDoubt,
  ratioDoubt,
  requirementDoubt,
  roc,
  sequentialDoubt,
  trialsNeeded,
} from './index.js';

type Cell = number | null;
type Rows<T extends readonly unknown[]> = readonly T[];

interface Fixture {
  readonly clusters: Readonly<Record<string, readonly (readonly [events: number, trials: number])[]>>;
  readonly bounds: Rows<[k: number, n: number, alpha: number, lower: Cell, upper: Cell, jLower: Cell, jUpper: Cell]>;
  readonly tails: Rows<[k: number, n: number, limit: number, doubt: Cell]>;
  readonly student: Rows<[q: number, df: number, quantile: number]>;
  readonly sequential: Rows<[k: number, n: number, limit: number, doubt: number]>;
  readonly needed: Rows<[limit: number, alpha: number, events: number, trials: number]>;
  readonly difference: Rows<
    [k: number, m: number, l: number, n: number, limit: number, doubt: number, ratio: number, ofRatio: number]
  >;
  readonly paired: Rows<[b: number, c: number, n: number, limit: number, doubt: number]>;
  readonly comparison: Rows<[k: number, m: number, l: number, n: number, alpha: number, ...ends: number[]]>;
  readonly clusterRate: Rows<[name: string, variance: number, effective: number, upper: number]>;
  readonly betaBinomial: Rows<[name: string, limit: number, tail: number]>;
  readonly roc: Rows<[attacks: number[], benign: number[], area: number, variance: number, atLeast: number]>;
  readonly conservative: Rows<[theta: number, epsilon: number, p: number, n: number, doubt: number]>;
}

const fixture = JSON.parse(readFileSync(new URL('./fixtures/rates.json', import.meta.url), 'utf8')) as Fixture;

/** Agreement in the body, and in tails below 1e-4. */
const [body, tail] = [1e-10, 1e-8];

function agrees(found: number, expected: Cell, tolerance: number, what: string): void {
  if (expected === null) return;
  const error = expected === 0 ? Math.abs(found) : Math.abs(found / expected - 1);
  expect(error, `${what}: ${found}, not ${expected}`).toBeLessThanOrEqual(tolerance);
}

const clustersOf = (name: string) => fixture.clusters[name]!.map(([events, trials]) => ({ events, trials }));

describe('against mpmath at 50 digits', () => {
  test('bounds of a rate, n to 1e7, k from 0 to n, α from 0.5 to 1e-9', () => {
    expect(Math.max(...fixture.bounds.map(([, n]) => n))).toBe(1e7);
    expect(Math.min(...fixture.bounds.map(([, , alpha]) => alpha))).toBe(1e-9);
    for (const [k, n, alpha, lower, upper, jLower, jUpper] of fixture.bounds) {
      const tolerance = alpha < 1e-4 ? tail : body;
      const what = `${k} of ${n} at ${alpha}`;
      agrees(binomialLower(k, n, alpha), lower, tolerance, `lower, ${what}`);
      agrees(binomialUpper(k, n, alpha), upper, tolerance, `upper, ${what}`);
      agrees(jeffreysLower(k, n, alpha), jLower, tolerance, `Jeffreys lower, ${what}`);
      agrees(jeffreysUpper(k, n, alpha), jUpper, tolerance, `Jeffreys upper, ${what}`);
    }
  });

  test('doubts of a rate, and of its complement', () => {
    for (const [events, trials, limit, doubt] of fixture.tails) {
      const tolerance = doubt !== null && doubt < 1e-4 ? tail : body;
      const found = requirementDoubt(
        { kind: 'binomial', events, trials },
        { direction: '<=', value: limit, margin: 1 },
      );
      agrees(found.doubt, doubt, tolerance, `${events} of ${trials} <= ${limit}`);
    }
  });

  test('Student’s t', () => {
    for (const [q, df, quantile] of fixture.student) {
      agrees(studentQuantileUpper(q, df), quantile, q < 1e-4 ? tail : body, `${q}, ${df}`);
    }
  });

  test('a running evaluation', () => {
    for (const [k, n, limit, doubt] of fixture.sequential) {
      agrees(sequentialDoubt(k, n, limit), doubt, doubt < 1e-4 ? tail : body, `${k} of ${n} <= ${limit}`);
    }
  });

  test('trials that are needed', () => {
    for (const [limit, alpha, events, trials] of fixture.needed) {
      expect(trialsNeeded(limit, alpha, events), `${limit}, ${alpha}, ${events}`).toBe(trials);
    }
  });

  test('two arms', () => {
    for (const [k, m, l, n, limit, doubt, ratio, ofRatio] of fixture.difference) {
      const arms = [
        { events: k, trials: m },
        { events: l, trials: n },
      ] as const;
      agrees(differenceDoubt(...arms, limit), doubt, tail, `${k}/${m} − ${l}/${n} <= ${limit}`);
      agrees(ratioDoubt(...arms, ratio), ofRatio, tail, `${k}/${m} over ${l}/${n} <= ${ratio}`);
    }
  });

  test('pairs', () => {
    for (const [b, c, trials, limit, doubt] of fixture.paired) {
      const counts = {
        treatedOnly: { events: b, trials },
        controlOnly: { events: c, trials },
        treated: { events: b, trials },
        control: { events: c, trials },
      };
      agrees(pairedDifferenceDoubt(counts, limit), doubt, tail, `${b}, ${c} of ${trials} <= ${limit}`);
    }
  });

  test('clusters: variance, effective number, Korn and Graubard’s bound', () => {
    for (const [name, variance, effective, upper] of fixture.clusterRate) {
      const found = clusterRate(clustersOf(name));
      agrees(found.variance, variance, body, `variance, ${name}`);
      agrees(found.effective, effective, body, `effective, ${name}`);
      agrees(kornGraubardUpper(clustersOf(name), 0.05), upper, body, `bound, ${name}`);
    }
  });

  test('the beta-binomial posterior', () => {
    for (const [name, limit, doubt] of fixture.betaBinomial) {
      agrees(betaBinomialTail(clustersOf(name), limit), doubt, tail, `${name} beyond ${limit}`);
    }
  });

  test('the area under the curve', () => {
    for (const [attacks, benign, area, variance, atLeast] of fixture.roc) {
      const found = roc(attacks, benign, 0.05);
      agrees(found.auc, area, body, 'area');
      agrees(found.aucAtLeast, atLeast, body, 'lower bound');
      // 1.6448…: the normal quantile of 5 %.
      const half = 1.6448536269514722 * Math.sqrt(variance);
      agrees(found.deLong.lower, Math.max(0, area - half), body, 'DeLong');
    }
  });

  test('conservative inference', () => {
    for (const [theta, epsilon, p, n, doubt] of fixture.conservative) {
      agrees(conservativeDoubt(theta, epsilon, p, n), doubt, tail, `${theta}, ${epsilon}, ${p}, ${n}`);
    }
  });
});

test('intervals of a difference, against statsmodels and mpmath', () => {
  for (const [k, m, l, n, alpha, ...ends] of fixture.comparison) {
    const arms = [
      { events: k, trials: m },
      { events: l, trials: n },
    ] as const;
    const [hybrid, score] = [newcombe(...arms, alpha), miettinenNurminen(...arms, alpha)];
    [hybrid.lower, hybrid.upper, score.lower, score.upper].forEach((end, at) => {
      expect(Math.abs(end - ends[at]!), `${k}/${m} − ${l}/${n}, end ${at}`).toBeLessThan(1e-9);
    });
  }
});

test('published intervals of 56 of 70 less 48 of 80 (Newcombe 1998, methods 10 and 5)', () => {
  const arms = [
    { events: 56, trials: 70 },
    { events: 48, trials: 80 },
  ] as const;
  const round = ({ lower, upper }: { lower: number; upper: number }) => [lower, upper].map((end) => end.toFixed(4));
  expect(round(newcombe(...arms, 0.025))).toEqual(['0.0524', '0.3339']);
  expect(round(miettinenNurminen(...arms, 0.025))).toEqual(['0.0528', '0.3382']);
});

test('Wilks: trials for 95 % of 95 % with 0 to 4 events', () => {
  expect([0, 1, 2, 3, 4].map((events) => trialsNeeded(0.05, 0.05, events))).toEqual([59, 93, 124, 153, 181]);
});
