import { describe, expect, test } from 'vitest';
import { aggregateRisk, behaviourFrequency, fitTail, type TailFit, worstQueryRisk } from './tail-extrapolation.js';

/** Elicitation probabilities whose i-th highest score lies exactly on the line log(i/m) = intercept + slope · score. */
function onLine(queries: number, slope: number, intercept: number): number[] {
  return Array.from({ length: queries }, (_, i) => {
    const score = (Math.log((i + 1) / queries) - intercept) / slope;
    return Math.exp(-Math.exp(-score));
  });
}

function fitted(elicitation: readonly number[]): TailFit {
  const fit = fitTail(elicitation);
  if ('message' in fit) throw new Error(fit.message);
  return fit;
}

describe('a tail that is a straight line', () => {
  const fit = fitted(onLine(900, -2.5, -8));

  test('is found again', () => {
    expect(fit.slope).toBeCloseTo(-2.5, 10);
    expect(fit.intercept).toBeCloseTo(-8, 9);
  });

  test('gives the risk of the worst query', () => {
    const [worst] = onLine(90_000, -2.5, -8);
    const found = worstQueryRisk(fit, 90_000);
    expect(found.probability / worst!).toBeCloseTo(1, 9);
    expect(found.orders).toBeCloseTo(2, 12);
    expect(found.warning).toBeUndefined();
  });

  test('gives the frequency of a behaviour, the inverse of the worst query', () => {
    const { probability } = worstQueryRisk(fit, 90_000);
    expect(behaviourFrequency(fit, probability).probability * 90_000).toBeCloseTo(1, 8);
    expect(behaviourFrequency(fit, 1e-300).probability).toBe(1);
  });

  test('gives the aggregate risk', () => {
    const population = onLine(900_000, -2.5, -8);
    const mean = population.reduce((sum, p) => sum + p, 0) / population.length;
    const found = aggregateRisk(fit, 90_000).probability;
    expect(found / -Math.expm1(90_000 * Math.log1p(-mean))).toBeCloseTo(1, 1);
  });

  test('warns beyond three orders of magnitude', () => {
    expect(worstQueryRisk(fit, 899_000).warning).toBeUndefined();
    expect(worstQueryRisk(fit, 9e7).warning).toBe(
      'extrapolated over 5.0 orders of magnitude; the method was tested over 3',
    );
  });
});

test('only the ten highest scores count', () => {
  const line = onLine(100, -3, -5);
  const bent = line.map((p, i) => (i < 10 ? p : 1e-9));
  expect(fitted(bent).slope).toBeCloseTo(-3, 10);
});

test('what cannot be fitted', () => {
  expect(fitTail([0.1, 0.2])).toEqual({ message: '10 elicitation probabilities are needed, and there are 2' });
  expect(fitTail([...Array(10).fill(0.1), 0])).toEqual({
    message: 'an elicitation probability lies between 0 and 1, and 0 does not',
  });
  expect(fitTail(Array(20).fill(0.1))).toMatchObject({ message: expect.stringContaining('no slope') });
});
