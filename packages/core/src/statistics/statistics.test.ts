import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as statistics from './index.js';

interface Fixture {
  readonly cases: readonly {
    readonly function: string;
    readonly arguments: readonly number[];
    readonly value: string;
  }[];
  readonly requirements: readonly {
    readonly events: number;
    readonly trials: number;
    readonly direction: '<=' | '>=';
    readonly value: number;
    readonly margin: number;
    readonly doubt: string;
    readonly jeffreys: string;
  }[];
}

const fixture = JSON.parse(readFileSync(new URL('./fixtures/statistics.json', import.meta.url), 'utf8')) as Fixture;

const functions: Readonly<Record<string, unknown>> = { ...statistics };

/** The relative error; of a 0 the absolute one. */
function error(found: number, expected: number): number {
  return expected === 0 ? Math.abs(found) : Math.abs(found / expected - 1);
}

/** Beyond this the rounding of a double argument already moves the value. */
const tolerances: Readonly<Record<string, number>> = { conservativePosterior: 1e-9, conservativeDemands: 1e-9 };

describe('against mpmath at 50 digits', () => {
  test.each([...new Set(fixture.cases.map((each) => each.function))])('%s', (name) => {
    const fn = functions[name] as (...values: number[]) => number;
    for (const { arguments: values, value } of fixture.cases.filter((each) => each.function === name)) {
      const found = fn(...values);
      expect(error(found, Number(value)), `${name}(${values.join(', ')}) = ${found}, not ${value}`).toBeLessThan(
        tolerances[name] ?? 1e-10,
      );
    }
  });

  test.each(fixture.requirements)('$events of $trials, rate $direction $value, margin $margin', (each) => {
    const { events, trials, direction, value, margin } = each;
    const found = statistics.requirementDoubt({ kind: 'binomial', events, trials }, { direction, value, margin });
    expect(error(found.doubt, Number(each.doubt))).toBeLessThan(1e-10);
    expect(error(found.jeffreys!, Number(each.jeffreys))).toBeLessThan(1e-10);
    expect(found).toMatchObject({ events, trials });
  });
});

test('arguments outside the domain give NaN', () => {
  expect([
    statistics.atLeastOne(-0.1, 2),
    statistics.atLeastOne(1.1, 2),
    statistics.atLeastOne(0.1, -1),
    statistics.perUseProbability(0.1, 0),
    statistics.binomialUpper(3, 2, 0.05),
    statistics.binomialUpper(0, 2, 0),
    statistics.binomialLower(-1, 2, 0.05),
    statistics.wilsonUpper(0, 0, 0.05),
    statistics.poissonUpper(0.5, 0.05),
    statistics.demandsWithoutFailure(0, 0.95),
    statistics.demandsWithoutFailure(0.1, 1),
    statistics.zeroFailureUpper(10, 0),
    statistics.groupAllFail(1.2, 2, 0.1),
    statistics.legsAllFail(0.1, 0, 0.1),
    statistics.betaBinomialAtLeastOf(1, 2, 0.1, 1),
    statistics.conservativePosterior(0.5, 0.2, 0.1, 10),
    statistics.conservativeFailure(2, 0.1),
  ]).toEqual(Array(17).fill(Number.NaN));
});

test('edges', () => {
  expect(statistics.atLeastOne(0, 1e9)).toBe(0);
  expect(statistics.atLeastOne(1, 0)).toBe(0);
  expect(statistics.atLeastOne(1, 2)).toBe(1);
  expect(statistics.binomialUpper(0, 0, 0.05)).toBe(1);
  expect(statistics.zeroFailureUpper(0, 0.05)).toBe(1);
  expect(statistics.groupAllFail(1, 3, 1)).toBe(1);
  expect(statistics.groupAllFail(0.3, 3, 1)).toBeCloseTo(0.3, 15);
  expect(statistics.betaBinomialAtLeastOf(0, 5, 0.1, 0.2)).toBe(1);
  expect(statistics.betaBinomialAtLeastOf(6, 5, 0.1, 0.2)).toBe(0);
  expect(statistics.conservativePosterior(0, 0, 0.1, 10)).toBe(0);
  expect(statistics.conservativeDemands(0.5, 0.9, 0, 0.1)).toBe(0);
});
