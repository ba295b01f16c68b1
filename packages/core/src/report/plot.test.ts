import { describe, expect, it } from 'vitest';
import type { Doubt, OutcomeAssessment } from '../doubt/index.js';
import { domainOf, plotOf } from './plot.js';

function outcome(declared: Doubt, independent: number, bound: number, probability?: number): OutcomeAssessment {
  return {
    id: 'o',
    text: 'It happens',
    verdict: 'supported',
    statement: 'supported',
    doubt: { declared, independent: { mean: independent }, bound: { mean: bound } },
    ...(probability === undefined ? {} : { threshold: { probability, criterion: 'mean' } }),
    reasons: [],
    wouldChange: [],
    legs: [],
    legsProvedBest: true,
    groups: [],
    pathSet: [],
    importance: [],
    tornado: [],
    unassessed: [],
    notes: [],
  };
}

describe('the axis', () => {
  it.each([
    ['1, 2 or 5 times a power of ten around all numbers', outcome({ mean: 0.003 }, 0.0007, 0.04, 0.01), [5e-4, 0.05]],
    ['no fewer than two decades', outcome({ mean: 0.003 }, 0.002, 0.04, 0.01), [5e-4, 0.05]],
    ['room above a threshold on its end', outcome({ mean: 0.006 }, 0.0001, 0.0061, 0.01), [1e-4, 0.02]],
    ['never beyond 1', outcome({ mean: 1 }, 1, 1, 0.5), [0.01, 1]],
    ['two decades where all is 0', outcome({ mean: 0 }, 0, 0), [0.01, 1]],
    ['the band too', outcome({ mean: 0.5, error: 0, p5: 2e-6, p50: 0.5, p95: 0.9 }, 0.5, 0.5), [2e-6, 1]],
  ])('spans %s', (_, of, ends) => {
    const { low = 0, high = 0 } = domainOf([of]) ?? {};
    expect([10 ** low, 10 ** high]).toEqual(ends.map((end) => expect.closeTo(end, 12)));
  });
});

describe('the drawing', () => {
  const of = outcome({ mean: 0.01, error: 1e-6, p5: 0.001, p50: 0.01, p95: 0.1 }, 0, 1, 0.1);
  const plot = plotOf(of, { low: -4, high: 0 });

  it('puts each number where its logarithm is', () => {
    expect(plot?.threshold?.at).toBeCloseTo(0.75, 12);
    expect(plot?.lanes.map(({ from }) => from)).toEqual([expect.closeTo(0.5, 12), 0, 1]);
    expect(plot?.lanes[0]?.band).toEqual({ from: expect.closeTo(0.25, 12), to: expect.closeTo(0.75, 12) });
  });

  it('labels decades', () => {
    expect(plot?.ticks.map(({ label }) => label)).toEqual(
      ['0.01', '0.1', '1', '10', '100'].map((one) => `${one}\u00a0%`),
    );
    expect(plotOf(of, { low: -12, high: 0 })?.ticks.filter(({ label }) => label !== '')).toHaveLength(7);
  });

  it('says in words all that it shows', () => {
    expect(plot?.alternative).toBe(
      'Doubts on a logarithmic axis. Declared: 0.01 (5–95\u00a0%: 0.001 to 0.1). Independent: 0. Dependence-free bound: 1. Threshold: 0.1.',
    );
  });

  it('draws an interval from its lower to its upper end', () => {
    const { lanes } = plotOf(outcome({ lower: 0.01, upper: 1 }, 0.01, 1), { low: -4, high: 0 }) ?? { lanes: [] };
    expect(lanes[0]).toMatchObject({ from: expect.closeTo(0.5, 12), to: 1, label: 'Declared: 0.01 to 1' });
  });
});
