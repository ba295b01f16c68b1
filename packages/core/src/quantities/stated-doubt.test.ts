import { mean, quantile } from '@surety/numerics';
import { describe, expect, test } from 'vitest';
import type { DoubtValue, StatedDoubt } from '../case/index.js';
import { between, caseOf, evidence, sample, stated, uniform } from './quantities.testing.js';
import { drawStatedDoubt, opinionDistribution, type StatedDoubtColumn, uniformsOf } from './stated-doubt.js';

const number = (value: number): DoubtValue => ({ kind: 'number', value });
const beta = (a: number, b: number): DoubtValue => ({ kind: 'distribution', distribution: { kind: 'beta', a, b } });
const interval = (lo: number, hi: number): DoubtValue => ({
  kind: 'distribution',
  distribution: { kind: 'between', lo, hi },
});
const quantity = (name: string): DoubtValue => ({ kind: 'quantity', name });

const sampled = sample(caseOf({ q: between(1e-4, 1e-2), gone: evidence('E'), lost: evidence('F') }));

function draw(of: StatedDoubt): StatedDoubtColumn {
  const uniforms = Array.from({ length: uniformsOf(of) }, (_, i) => uniform(10 + i));
  const found = drawStatedDoubt(of, sampled, uniforms);
  if (found.kind !== 'column') throw new Error(JSON.stringify(found));
  return found;
}

describe('one opinion', () => {
  test('a number takes no uniform and stays a scalar', () => {
    expect(uniformsOf(stated(number(0.02)))).toBe(0);
    expect(draw(stated(number(0.02)))).toMatchObject({ column: 0.02, mean: 0.02, clippedMass: { fraction: 0 } });
    expect(draw(stated(number(0.02))).spread).toBeUndefined();
  });

  test('a distribution takes one, and is its quantile', () => {
    expect(uniformsOf(stated(interval(1e-5, 2e-4)))).toBe(1);
    const found = draw(stated(interval(1e-5, 2e-4)));
    const distribution = opinionDistribution(stated(interval(1e-5, 2e-4)))!;
    expect((found.column as Float64Array)[9]).toBeCloseTo(quantile(distribution, uniform(10)[9]!), 15);
    expect(found.mean / mean(distribution)).toBeCloseTo(1, 2);
  });

  test('a quantity is its column', () => {
    expect(uniformsOf(stated(quantity('q')))).toBe(0);
    expect(draw(stated(quantity('q')))).toEqual(sampled.doubtColumn('q'));
    expect(opinionDistribution(stated(quantity('q')))).toBeUndefined();
  });

  test('what lies outside [0, 1] is clipped', () => {
    const found = draw(stated(interval(0.2, 2)));
    expect(found.clippedMass.fraction).toBeCloseTo(0.2565, 3);
    expect(Math.max(...(found.column as Float64Array))).toBe(1);
  });
});

describe('several experts', () => {
  const experts = stated(beta(1, 99), beta(2, 48), number(0.1));

  test('are pooled linearly with equal weights', () => {
    expect(uniformsOf(experts)).toBe(2);
    const found = draw(experts);
    const pooled = opinionDistribution(experts)!;
    expect(mean(pooled)).toBeCloseTo((0.01 + 0.04 + 0.1) / 3, 15);
    expect(found.mean / mean(pooled)).toBeCloseTo(1, 3);
    const share = (found.column as Float64Array).filter((x) => x === 0.1).length / 16_384;
    expect(share).toBeCloseTo(1 / 3, 3);
  });

  test('the spread is that of their means', () => {
    const { spread } = draw(experts);
    expect(spread!.min).toBeCloseTo(0.01, 4);
    expect(spread!.max).toBe(0.1);
  });

  test('a quantity among them answers with its own trials', () => {
    const found = draw(stated(number(0.5), quantity('q')));
    const q = sampled.doubtColumn('q');
    if (q.kind !== 'column') throw new Error('no column');
    const column = found.column as Float64Array;
    const own = q.column as Float64Array;
    const who = uniform(10);
    expect(column.every((x, i) => x === (who[i]! < 0.5 ? 0.5 : own[i]))).toBe(true);
    expect(found.dependsOn.quantities).toEqual(['q']);
    expect(found.spread).toEqual({ min: q.mean, max: 0.5 });
  });

  test('evidence that does not count blocks the pool', () => {
    const of = stated(number(0.5), quantity('gone'), quantity('lost'));
    expect(drawStatedDoubt(of, sampled, [uniform(10), uniform(11)])).toMatchObject({
      kind: 'blocked',
      blockedBy: ['E', 'F'],
      dependsOn: { evidence: ['E', 'F'] },
    });
  });

  test('a problem of one is a problem of the pool', () => {
    const of = stated(number(0.5), quantity('nothing'));
    expect(drawStatedDoubt(of, sampled, [uniform(10), uniform(11)])).toMatchObject({ kind: 'problem' });
  });
});
