import { expect, test } from 'vitest';
import { bootstrapMean, brierLoss, logLoss, logLossRange } from './proper-scores.js';

test('losses of single forecasts', () => {
  expect([brierLoss(0.8, true), brierLoss(0.8, false)].map((loss) => Number(loss.toFixed(12)))).toEqual([0.04, 0.64]);
  expect(logLoss(0.25, true, 0.01)).toBeCloseTo(Math.log(4), 14);
  expect(logLoss(0.25, false, 0.01)).toBeCloseTo(-Math.log(0.75), 14);
});

test('a floor holds the loss of a forecast of 0 that came true, and with it every difference', () => {
  expect(logLoss(0, true, 0.01)).toBeCloseTo(Math.log(100), 12);
  expect(logLoss(0, true, 0.01) - logLoss(1, true, 0.01)).toBeCloseTo(logLossRange(0.01), 12);
});

test('both rules are proper: the truth has the least expected loss', () => {
  for (const loss of [brierLoss, (p: number, event: boolean) => logLoss(p, event, 1e-6)]) {
    const expected = (p: number) => 0.3 * loss(p, true) + 0.7 * loss(p, false);
    for (const p of [0.1, 0.29, 0.31, 0.6]) expect(expected(p)).toBeGreaterThan(expected(0.3));
  }
});

test('the bootstrap of equal values has no width, whatever their number: it is not for doubts', () => {
  expect(bootstrapMean([0, 0, 0], 0.025, 200, 1)).toEqual({ lower: 0, upper: 0 });
});

test('the bootstrap of a mean is near the normal interval where that is right, and repeatable', () => {
  const values = Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 1 : 0));
  const { lower, upper } = bootstrapMean(values, 0.025, 2000, 'seed');
  const half = 1.96 * Math.sqrt((0.25 * 0.75) / 400);
  expect(lower).toBeCloseTo(0.25 - half, 2);
  expect(upper).toBeCloseTo(0.25 + half, 2);
  expect(bootstrapMean(values, 0.025, 2000, 'seed')).toEqual({ lower, upper });
});
