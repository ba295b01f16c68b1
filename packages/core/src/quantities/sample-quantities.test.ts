import { betaQuantile, mean, quantiles } from '@surety/numerics';
import { describe, expect, test } from 'vitest';
import type { Counts } from '../case/index.js';
import type { Column } from '../expression/index.js';
import {
  beta,
  between,
  binomial,
  caseOf,
  evidence,
  measure,
  pert,
  type QuantityText,
  sample,
  uniform,
} from './quantities.testing.js';
import { type DoubtColumn, type QuantityColumn, sampleQuantities } from './sample-quantities.js';

function column(of: ReturnType<typeof sample>, name: string): QuantityColumn {
  const found = of.column(name);
  if (found.kind !== 'column') throw new Error(JSON.stringify(found));
  return found;
}

function doubt(of: ReturnType<typeof sample>, name: string): DoubtColumn {
  const found = of.doubtColumn(name);
  if (found.kind !== 'column') throw new Error(JSON.stringify(found));
  return found;
}

function trials(of: Column): Float64Array {
  if (typeof of === 'number') throw new Error('a scalar');
  return of;
}

describe('distributions', () => {
  const sampled = sample(
    caseOf({ a: between(5, 200), b: between(-2, 6), c: pert(1, 2, 9), d: beta(0.5, 399.5), e: 7, f: between(3, 3) }),
  );

  test('take a dimension each, in the order of the text', () => {
    expect(sampled.dimensions).toBe(5);
    expect(trials(column(sampled, 'd').column)[77]).toBeCloseTo(betaQuantile(uniform(3)[77]!, 0.5, 399.5), 12);
  });

  test.each([
    ['a', { kind: 'lognormal', mu: Math.log(1000) / 2, sigma: Math.log(40) / 3.2897072539029444 }, 0.01],
    ['b', { kind: 'normal', mean: 2, sd: 8 / 3.2897072539029444 }, 1e-3],
    ['c', { kind: 'pert', min: 1, mode: 2, max: 9 }, 1e-3],
    ['d', { kind: 'beta', a: 0.5, b: 399.5 }, 1e-3],
  ] as const)('%s has the mean of its closed form', (name, distribution, tolerance) => {
    expect(Math.abs(column(sampled, name).mean / mean(distribution) - 1)).toBeLessThan(tolerance);
  });

  test('between is a 90 % interval', () => {
    const [low, high] = quantiles(trials(column(sampled, 'a').column), [0.05, 0.95]);
    expect(low! / 5).toBeCloseTo(1, 2);
    expect(high! / 200).toBeCloseTo(1, 2);
    const [below, above] = quantiles(trials(column(sampled, 'b').column), [0.05, 0.95]);
    expect(below!).toBeCloseTo(-2, 2);
    expect(above!).toBeCloseTo(6, 2);
  });

  test('numbers stay scalars', () => {
    expect(column(sampled, 'e')).toMatchObject({ column: 7, mean: 7 });
    expect(column(sampled, 'f').mean).toBe(3);
  });
});

describe('expressions', () => {
  const quantities: Record<string, QuantityText> = {
    attempts: between(5, 200),
    p: beta(2, 500),
    uncaught: '1 - (1 - p)^attempts',
    twice: 'uncaught + uncaught - 2 * uncaught',
    tasks: 'exposure.tasks * p',
  };
  const origin = { file: 'case.yaml', path: [] };
  const of = caseOf(quantities, { decision: { options: [], exposure: { tasks: 1000 }, origin } });

  test('are computed per trial, so that what shares a quantity moves together', () => {
    const sampled = sample(of);
    const [n, p, u] = ['attempts', 'p', 'uncaught'].map((name) => trials(column(sampled, name).column));
    for (const i of [0, 1, 9999]) expect(u![i]).toBeCloseTo(1 - (1 - p![i]!) ** n![i]!, 12);
    expect(trials(column(sampled, 'twice').column).every((x) => x === 0)).toBe(true);
  });

  test('say what they depend on', () => {
    const sampled = sample(of);
    const nothing = { quantities: [], evidence: [], builtIns: [] };
    expect(column(sampled, 'twice').dependsOn).toEqual({ ...nothing, quantities: ['attempts', 'p'] });
    expect(column(sampled, 'tasks').dependsOn).toEqual({ ...nothing, quantities: ['p'], builtIns: ['exposure.tasks'] });
    expect(column(sampled, 'exposure.tasks')).toMatchObject({
      column: 1000,
      dependsOn: { builtIns: ['exposure.tasks'] },
    });
  });

  test('are the same on every run, and lazy', () => {
    const asked: number[] = [];
    const once = sampleQuantities(
      of,
      {},
      {
        usable: () => true,
        uniform: (d) => {
          asked.push(d);
          return uniform(d);
        },
        trials: 16_384,
      },
    );
    expect(asked).toEqual([]);
    expect(once.column('tasks')).toEqual(sample(of).column('tasks'));
    once.doubtColumn('tasks');
    expect(asked).toEqual([1]);
  });

  test('a chain of 20,000 is computed without recursion', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => [`q${i}`, i === 19_999 ? 1 : `q${i + 1} + 1`]);
    expect(column(sample(caseOf(Object.fromEntries(chain))), 'q0').column).toBe(20_000);
  });
});

describe('evidence', () => {
  test('is the Jeffreys posterior of its events', () => {
    const sampled = sample(caseOf({ p: evidence('E') }), { E: measure(binomial(3, 300)) });
    expect(sampled.dimensions).toBe(1);
    const found = doubt(sampled, 'p');
    expect(found.mean / (3.5 / 301)).toBeCloseTo(1, 3);
    expect(trials(found.column)[5]).toBeCloseTo(betaQuantile(uniform(0)[5]!, 3.5, 297.5), 12);
    expect(found.dependsOn).toEqual({ quantities: ['p'], evidence: ['E'], builtIns: [] });
    expect(found.policies).toMatchObject([{ evidence: 'E', policy: measure(binomial(0, 0)).results[0]!.policy }]);
  });

  test('over strata it is the largest of their draws', () => {
    const strata: Counts = {
      kind: 'strata',
      strata: [
        { name: 'a', events: 1, trials: 50 },
        { name: 'b', events: 2, trials: 60 },
      ],
    };
    const sampled = sample(caseOf({ x: beta(1, 1), p: evidence('E'), y: beta(1, 1) }), { E: measure(strata) });
    expect(sampled.dimensions).toBe(4);
    const p = trials(column(sampled, 'p').column);
    for (const i of [0, 100, 16_000]) {
      const draws = [betaQuantile(uniform(1)[i]!, 1.5, 49.5), betaQuantile(uniform(2)[i]!, 2.5, 58.5)];
      expect(p[i]).toBeCloseTo(Math.max(...draws), 12);
    }
    expect(trials(column(sampled, 'y').column)[3]).toBeCloseTo(uniform(3)[3]!, 10);
  });

  test('two quantities of the same evidence are the same rate', () => {
    const sampled = sample(caseOf({ p: evidence('E'), q: evidence('E') }), { E: measure(binomial(3, 300)) });
    expect(sampled.dimensions).toBe(1);
    expect(column(sampled, 'p').column).toEqual(column(sampled, 'q').column);
  });

  test('of clusters each is one trial, and it is said', () => {
    const clusters: Counts = {
      kind: 'clusters',
      clusters: [
        { events: 3, trials: 4 },
        { events: 0, trials: 4 },
      ],
    };
    const found = doubt(sample(caseOf({ p: evidence('E') }), { E: measure(clusters) }), 'p');
    expect(found.mean).toBeCloseTo(0.5, 3);
    expect(found.notes).toEqual([
      'E: clusters are drawn as one trial each, an event where any of their trials is one, and never below the rate of all trials',
    ]);
  });

  test('draws are picked by the uniform', () => {
    const draws: Counts = { kind: 'draws', draws: [0.1, 0.2, 0.3, 0.4] };
    const found = doubt(sample(caseOf({ p: evidence('E') }), { E: measure(draws) }), 'p');
    expect(found.mean).toBeCloseTo(0.25, 12);
  });

  test('that does not count blocks what is made of it', () => {
    const of = caseOf({ p: evidence('E'), q: evidence('F'), r: evidence('G'), x: 'p + q + r', y: 'p * 2' });
    const measures = { E: measure(binomial(1, 10)), F: measure(binomial(1, 10)), G: measure() };
    const sampled = sample(of, measures, (id) => id !== 'F');
    expect(sampled.doubtColumn('x')).toEqual({
      kind: 'blocked',
      blockedBy: ['F', 'G'],
      dependsOn: { quantities: ['p', 'q', 'r'], evidence: ['E', 'F', 'G'], builtIns: [] },
    });
    expect(sampled.column('y').kind).toBe('column');
    expect(sample(of, {}).column('p')).toMatchObject({ kind: 'blocked', blockedBy: ['E'] });
    expect(sampled.dimensions).toBe(3);
  });
});

describe('doubts', () => {
  test('are clipped, and what was cut off is reported', () => {
    const sampled = sample(caseOf({ x: between(-0.5, 0.5), y: 1.25, z: beta(1, 9) }));
    const x = doubt(sampled, 'x');
    const raw = trials(column(sampled, 'x').column);
    expect(Math.min(...trials(x.column))).toBe(0);
    expect(x.clippedMass.fraction).toBeCloseTo(0.5, 2);
    const excess = raw.reduce((sum, v) => sum + Math.max(0, -v) + Math.max(0, v - 1), 0) / raw.length;
    expect(x.clippedMass.meanExcess).toBeCloseTo(excess, 12);
    expect(doubt(sampled, 'y')).toMatchObject({ column: 1, mean: 1, clippedMass: { fraction: 1, meanExcess: 0.25 } });
    expect(doubt(sampled, 'z').clippedMass).toEqual({ fraction: 0, meanExcess: 0 });
    expect(doubt(sampled, 'z').column).toBe(column(sampled, 'z').column);
  });
});

describe('no value', () => {
  test.each<[string, Record<string, QuantityText>, object]>([
    [
      'a logarithm of something negative, in some trials',
      { x: between(-1, 1), y: '1 + log(x)', z: 'y * 2' },
      {
        code: 'value-problem',
        message: /^`log\(-\d.*\)` has no value; it needs x > 0 \(in 8\d\d\d of 16384 trials\)$/,
        within: { from: 4, to: 10 },
      },
    ],
    ['in all trials', { z: '1 / (2 - 2)' }, { code: 'value-problem', message: /^`1 \/ 0` has no value$/ }],
    [
      'a probability above 1',
      { p: between(0.3, 3), z: '1 - (1 - p)^2.5' },
      {
        code: 'value-problem',
        message: /must lie in \[0, 1\] \(`min\(p, 1\)` keeps it there\) \(in \d+ of 16384 trials\)$/,
      },
    ],
    ['a distribution that is too wide', { z: between(1e-300, 1e300) }, { code: 'value-problem', message: /too wide/ }],
    ['an unknown name', { z: 'y + 1' }, { code: 'unknown-quantity', message: /`y`/ }],
    ['an expression that cannot be read', { y: '1 +', z: 'y + 1' }, { code: 'expression-syntax', message: /missing/ }],
    ['a cycle', { x: 'y', y: 'x', z: 'y + 1' }, { code: 'quantity-cycle', message: /`z`.*made of itself/ }],
  ])('%s', (_, quantities, { message, ...expected }: { message?: RegExp }) => {
    const found = sample(caseOf(quantities)).doubtColumn('z');
    expect(found).toMatchObject({ kind: 'problem', findings: [{ severity: 'error', ...expected }] });
    expect(found.kind === 'problem' && found.findings[0]?.message).toMatch(message!);
  });

  test('a name that is nothing', () => {
    expect(sample(caseOf({})).column('z')).toMatchObject({ kind: 'problem', findings: [{ code: 'unknown-quantity' }] });
  });
});
