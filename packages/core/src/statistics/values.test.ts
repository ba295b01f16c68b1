import { readFileSync } from 'node:fs';
import { gammaQuantile, gammaQuantileUpper } from '@surety/numerics';
import { describe, expect, test } from 'vitest';
import * as statistics from './index.js';

interface Fixture {
  readonly cases: readonly {
    readonly function: string;
    readonly arguments: readonly number[];
    readonly value: string;
  }[];
  readonly posteriors: readonly {
    readonly values: readonly (readonly [number, number])[];
    readonly a: string;
    readonly b: string;
  }[];
  readonly lifetimes: readonly {
    readonly trials: readonly (readonly [number, number])[];
    readonly steps: readonly (readonly [number, number, number, string, string, string])[];
  }[];
  readonly cohen: readonly {
    readonly table: readonly (readonly number[])[];
    readonly kappa: string;
    readonly standardError: string;
  }[];
  readonly fleiss: readonly { readonly rows: readonly (readonly number[])[]; readonly kappa: string }[];
  readonly krippendorff: readonly { readonly units: readonly (readonly (number | null)[])[]; readonly alpha: string }[];
  readonly calibration: readonly {
    readonly bins: number;
    readonly forecasts: readonly (readonly [number, number])[];
    readonly brier: string;
    readonly reliability: string;
    readonly resolution: string;
    readonly uncertainty: string;
    readonly error: string;
    readonly table: readonly (readonly [number, string, string])[];
  }[];
}

const fixture = JSON.parse(readFileSync(new URL('./fixtures/values.json', import.meta.url), 'utf8')) as Fixture;
const functions: Readonly<Record<string, unknown>> = { ...statistics, gammaQuantile, gammaQuantileUpper };

/** The relative error; of a 0 the absolute one. */
function error(found: number, expected: string): number {
  return Number(expected) === 0 ? Math.abs(found) : Math.abs(found / Number(expected) - 1);
}

describe('against mpmath at 50 digits', () => {
  test.each([...new Set(fixture.cases.map((each) => each.function))])('%s', (name) => {
    const fn = functions[name] as (...values: number[]) => number;
    for (const { arguments: values, value } of fixture.cases.filter((each) => each.function === name)) {
      const found = fn(...values);
      const within = Number(value) < 1e-6 ? 1e-8 : 1e-10;
      expect(error(found, value), `${name}(${values.join(', ')}) = ${found}, not ${value}`).toBeLessThan(within);
    }
  });

  test.each(fixture.posteriors)('posterior of $values', ({ values, a, b }) => {
    const found = statistics.meanPosterior(values.map(([value, count]) => ({ value, count })));
    expect(error(found.a, a)).toBeLessThan(1e-10);
    expect(error(found.b, b)).toBeLessThan(1e-10);
  });

  test.each(fixture.lifetimes)('Kaplan–Meier and Greenwood', ({ trials, steps }) => {
    const found = statistics.kaplanMeier(trials.map(([time, event]) => ({ time, event: event === 1 })));
    const inside = found.filter(({ survival }) => survival > 0);
    expect(inside.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual(
      steps.map((step) => step.slice(0, 3)),
    );
    inside.forEach((step, at) => {
      const band = statistics.greenwoodBand(step, 0.025);
      expect(error(step.survival, steps[at]![3])).toBeLessThan(1e-10);
      expect(error(band.lower, steps[at]![4])).toBeLessThan(1e-10);
      expect(error(band.upper, steps[at]![5])).toBeLessThan(1e-10);
    });
  });

  test.each(fixture.cohen)('Cohen’s κ of $table', ({ table, kappa, standardError }) => {
    const units = table.flatMap((row, i) =>
      row.flatMap((count, j) => Array.from({ length: count }, () => [`c${i}`, `c${j}`] as const)),
    );
    const found = statistics.cohenKappa(units);
    expect(error(found.kappa, kappa)).toBeLessThan(1e-10);
    expect(error(found.standardError, standardError)).toBeLessThan(1e-10);
  });

  test.each(fixture.fleiss)('Fleiss’ κ', ({ rows, kappa }) => {
    const units = rows.map((row) => row.flatMap((count, j) => Array.from({ length: count }, () => `c${j}`)));
    expect(error(statistics.fleissKappa(units), kappa)).toBeLessThan(1e-10);
  });

  test.each(fixture.krippendorff)('Krippendorff’s α', ({ units, alpha }) => {
    const grades = units.map((unit) => unit.map((grade) => (grade === null ? undefined : String(grade))));
    expect(error(statistics.krippendorffAlpha(grades), alpha)).toBeLessThan(1e-10);
  });

  test.each(fixture.calibration)('calibration in $bins bins', (each) => {
    const forecasts = each.forecasts.map(([probability, event]) => ({ probability, event: event === 1 }));
    const parts = statistics.murphyDecomposition(forecasts, each.bins);
    for (const part of ['brier', 'reliability', 'resolution', 'uncertainty'] as const)
      expect(error(parts[part], each[part]), part).toBeLessThan(1e-10);
    expect(parts.reliability - parts.resolution + parts.uncertainty + parts.within).toBeCloseTo(parts.brier, 13);
    expect(error(statistics.expectedCalibrationError(forecasts, each.bins), each.error)).toBeLessThan(1e-10);
    const table = statistics.reliabilityTable(forecasts, each.bins, 0.025);
    expect(table.map(({ count }) => count)).toEqual(each.table.map(([count]) => count));
    table.forEach(({ meanForecast, frequency, lower, upper }, at) => {
      expect(error(meanForecast, each.table[at]![1])).toBeLessThan(1e-10);
      expect(error(frequency, each.table[at]![2])).toBeLessThan(1e-10);
      expect(lower <= frequency && frequency <= upper).toBe(true);
    });
  });
});

describe('published examples', () => {
  test('κ of tables with the same agreement (Feinstein & Cicchetti 1990)', () => {
    const [, even, skewed] = fixture.cohen.map(({ kappa }) => Number(kappa));
    expect(even).toBeCloseTo(0.7, 2);
    expect(skewed).toBeCloseTo(0.32, 2);
  });
  test('κ of fourteen psychiatrists, and α with missing grades (Krippendorff 2011)', () => {
    expect(Number(fixture.fleiss[0]!.kappa)).toBeCloseTo(0.21, 3);
    expect(Number(fixture.krippendorff[0]!.alpha)).toBeCloseTo(0.743, 3);
  });
  test('survival under 6-MP (Freireich et al. 1963): 0.857 at 6 weeks, 0.448 at 23', () => {
    const { steps } = fixture.lifetimes[0]!;
    expect(Number(steps[0]![3])).toBeCloseTo(0.857, 3);
    expect(Number(steps.at(-1)![3])).toBeCloseTo(0.448, 3);
  });
  test('Poisson bounds of 0 to 3 events (Garwood 1936)', () => {
    const bounds = [0, 1, 2, 3].map((events) => statistics.hazardUpper(events, 1, 0.05));
    [2.9957, 4.7439, 6.2958, 7.7537].forEach((bound, at) => {
      expect(bounds[at]).toBeCloseTo(bound, 4);
      expect(bounds[at]! / statistics.poissonUpper(at, 0.05)).toBeCloseTo(1, 10);
    });
  });
});
