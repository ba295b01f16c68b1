import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paretoFront, reliabilityTable, timeHorizon } from '../../statistics/index.js';
import { staysInside, textsOf } from '../kit/inside.testing.js';
import { calibrationFigure, paretoFigure, rocFigure, timeHorizonFigure } from './index.js';

describe('pictures of what calculators find', () => {
  it('protocols: no text leaves the picture, and the description names every one', () => {
    const point = fc.record({
      name: fc.string({ minLength: 1, maxLength: 60 }),
      usefulness: fc.integer({ min: -5, max: 100 }),
      safety: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 15 }), (points) => {
        const named = points.map((each, at) => ({ ...each, name: `${at} ${each.name}` }));
        const figure = paretoFigure(paretoFront(named), 'Protocols');
        staysInside(figure);
        staysInside(paretoFigure(paretoFront(named), 'Protocols', 390));
        for (const { name } of named) expect(figure.description).toContain(name);
      }),
      { numRuns: 60 },
    );
    staysInside(paretoFigure(paretoFront([]), 'Nothing'));
  });

  it('protocols apart have numbers that do not lie on each other', () => {
    const points = [62, 85, 92, 100].map((safety, at) => ({ name: `p${at}`, usefulness: 97 - at * 9, safety }));
    const numbers = textsOf(paretoFigure(paretoFront(points), 'x').shapes).filter(({ text }) => /^[1-4]$/.test(text));
    expect(numbers).toHaveLength(4);
    for (const [at, a] of numbers.entries())
      for (const b of numbers.slice(at + 1))
        expect(a.right < b.left || b.right < a.left || Math.abs(a.y - b.y) > 10).toBe(true);
  });

  it.each([
    [0, 0],
    [1.66, 0.02],
    [-3, 0.5],
    [8, 0],
    [2, 1],
  ])('the curve of d′ = %d at a budget of %d', (dPrime, budget) => staysInside(rocFigure(dPrime, budget)));

  it('success against length, also where the horizon lies far beyond the runs', () => {
    for (const longest of [16, 2, 400_000]) {
      const runs = [1, longest].flatMap((minutes) =>
        [1, 1, minutes === 1 ? 1 : 1, 0].map((success, at) => ({
          minutes,
          success: minutes === 1 ? success : at === 0 ? 0.9 : success,
        })),
      );
      const fit = timeHorizon(runs);
      if ('message' in fit) throw new Error(fit.message);
      staysInside(timeHorizonFigure(runs, fit));
    }
  });

  it('calibration: says how many of how many came, bin by bin', () => {
    const bins = reliabilityTable(
      [
        { probability: 0.1, event: false },
        { probability: 0.95, event: true },
      ],
      10,
      0.025,
    );
    const figure = calibrationFigure([{ name: 'advisor', bins }]);
    staysInside(figure);
    expect(figure.description).toContain('advisor: of 1 forecasts from 0.9 to 1, 1 came.');
  });
});
