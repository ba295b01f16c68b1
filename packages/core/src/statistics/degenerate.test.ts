import { describe, expect, test } from 'vitest';
import {
  allPass,
  anyPass,
  cohenKappa,
  expectedCalibrationError,
  fleissKappa,
  greenwoodBand,
  hazardLower,
  hazardLowerTail,
  hazardUpper,
  hazardUpperTail,
  kaplanMeier,
  krippendorffAlpha,
  murphyDecomposition,
  prevalence,
  reliabilityTable,
} from './index.js';

/* What each says where all data are alike, or there are none. */

describe('survival', () => {
  test('a band has no value where the estimate is 0 or 1', () => {
    const steps = kaplanMeier([
      { time: 1, event: true },
      { time: 2, event: true },
    ]);
    expect(steps.map(({ survival }) => survival)).toEqual([0.5, 0]);
    expect(greenwoodBand(steps[1]!, 0.025)).toEqual({ lower: NaN, upper: NaN });
    expect(greenwoodBand({ ...steps[0]!, survival: 1, logVariance: 0 }, 0.025)).toEqual({ lower: NaN, upper: NaN });
    expect(kaplanMeier([{ time: 3, event: false }])).toEqual([]);
  });

  test('an event comes before a censoring at the same time', () => {
    const [step] = kaplanMeier([
      { time: 1, event: false },
      { time: 1, event: true },
    ]);
    expect(step).toMatchObject({ atRisk: 2, survival: 0.5 });
  });
});

describe('agreement', () => {
  test('with one category there is no chance to take off', () => {
    const all = Array.from({ length: 5 }, () => ['a', 'a'] as const);
    expect(cohenKappa(all)).toMatchObject({ kappa: NaN, standardError: NaN, observed: 1 });
    expect([fleissKappa(all), krippendorffAlpha(all)]).toEqual([NaN, NaN]);
    expect(cohenKappa([]).kappa).toBeNaN();
    expect(prevalence(all)).toEqual({ category: 'a', share: 1 });
    expect(prevalence([])).toBeUndefined();
  });

  test('full agreement on two categories is 1, and full disagreement below 0', () => {
    const same = [
      ['a', 'a'],
      ['b', 'b'],
    ] as const;
    expect([cohenKappa(same).kappa, fleissKappa(same), krippendorffAlpha(same)]).toEqual([1, 1, 1]);
    const crossed = [
      ['a', 'b'],
      ['b', 'a'],
    ] as const;
    expect(cohenKappa(crossed).kappa).toBe(-1);
    expect(krippendorffAlpha(crossed)).toBeCloseTo(-0.5, 12);
  });
});

describe('calibration', () => {
  const edge = [0.3, 0.7, 1, 0].map((probability) => ({ probability, event: probability > 0.5 }));

  test('an edge belongs to the bin above it, and 1 to the last', () => {
    expect(reliabilityTable(edge, 10, 0.025).map(({ low, count }) => [low, count])).toEqual([
      [0, 1],
      [0.3, 1],
      [0.7, 1],
      [0.9, 1],
    ]);
  });

  test('certain forecasts that come true have no loss, and bounds with a width all the same', () => {
    const certain = Array.from({ length: 20 }, (_, i) => ({ probability: i % 2, event: i % 2 === 1 }));
    const { brier, reliability, resolution, uncertainty } = murphyDecomposition(certain, 10);
    expect([brier, reliability, resolution - uncertainty]).toEqual([0, 0, 0]);
    expect(expectedCalibrationError(certain, 10)).toBe(0);
    const [never, always] = reliabilityTable(certain, 10, 0.025);
    expect(never!.upper).toBeGreaterThan(0.3);
    expect(always!.lower).toBeLessThan(0.7);
  });
});

test('repeats: none, all, and what cannot be', () => {
  expect([allPass(0, 4, 2), allPass(4, 4, 2), anyPass(0, 4, 2), anyPass(4, 4, 2)]).toEqual([0, 1, 0, 1]);
  expect([allPass(1, 4, 1), anyPass(1, 4, 1)]).toEqual([0.25, 0.25]);
  expect(anyPass(1, 1e9, 3) / 3e-9).toBeCloseTo(1, 8);
  expect([allPass(2, 1, 1), allPass(1, 2, 3), anyPass(1, 2, 0)]).toEqual([NaN, NaN, NaN]);
});

test('hazard: no events, no exposure, and what cannot be', () => {
  expect(hazardUpper(0, 10, 0.05)).toBeCloseTo(-Math.log(0.05) / 10, 12);
  expect(hazardLower(0, 10, 0.05)).toBe(0);
  expect(hazardUpper(2, 0, 0.05)).toBe(Infinity);
  expect([hazardUpperTail(0, 0, 1), hazardLowerTail(0, 10, 1)]).toEqual([1, 1]);
  expect([hazardUpper(-1, 1, 0.05), hazardUpper(1, -1, 0.05), hazardUpper(1, 1, 1), hazardUpperTail(1, 1, -1)]).toEqual(
    [NaN, NaN, NaN, NaN],
  );
});
