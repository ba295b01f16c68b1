import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, Element, Quantity } from '../case/index.js';
import { assess, judgeOutcome, prepareCase } from '../doubt/index.js';
import { randomCase } from '../doubt/random-argument.testing.js';
import { type Horizon, type HorizonOver, horizonOf, moveAxis } from './index.js';
import { nextUp } from './values.js';

const origin = { file: 'case.yaml', path: [] };
const options = { asOf: '2026-11-23', trials: { randomisations: 2, points: 8 } };

/** A doubt that rises with the tasks, falls with them, or has a peak or a hollow. */
const shape = fc.record({
  kind: fc.constantFrom('rises', 'falls', 'peak', 'hollow'),
  middle: fc.integer({ min: 100, max: 900 }),
  width: fc.integer({ min: 20, max: 200 }),
  most: fc.double({ min: 1e-4, max: 0.2, noNaN: true }),
});

const along = fc
  .record({
    of: randomCase({ leaves: 5, goals: 4, groups: 1, challenges: true }),
    shapes: fc.array(shape, { minLength: 1, maxLength: 2 }),
    limits: fc.array(fc.record({ on: fc.nat(20), value: fc.integer({ min: 1, max: 1000 }) }), { maxLength: 3 }),
  })
  .map(({ of, shapes, limits }) => thresholdBetween(withAxis(of, shapes, limits)));

function withAxis(
  of: Case,
  shapes: readonly { kind: string; middle: number; width: number; most: number }[],
  limits: readonly { on: number; value: number }[],
): Case {
  const quantities = shapes.map(({ kind, middle, width, most }, i): Quantity => {
    const bump = `exp(-((exposure_n - ${middle}) / ${width})^2)`;
    const text = {
      rises: `${most} * exposure_n / 1000`,
      falls: `${most} * (1 - exposure_n / 1000)`,
      peak: `${most} * ${bump}`,
      hollow: `${most} * (1 - ${bump})`,
    }[kind]!;
    return { name: `q${i}`, definition: { kind: 'expression', text, origin }, origin };
  });
  const plain: Quantity = {
    name: 'exposure_n',
    definition: { kind: 'expression', text: 'exposure.tasks', origin },
    origin,
  };
  const leaves = of.elements.filter(({ doubt }) => doubt !== undefined).map(({ id }) => id);
  const goals = of.elements.filter(({ type }) => type === 'goal').map(({ id }) => id);
  const elements = of.elements.map((element): Element => {
    const at = leaves.indexOf(element.id);
    const doubt =
      at >= 0 && at < quantities.length
        ? { doubt: { opinions: [{ value: { kind: 'quantity' as const, name: `q${at}` }, origin }], origin } }
        : {};
    const holdsUntil = limits
      .filter(({ on }) => goals[on % goals.length] === element.id)
      .map(({ value }) => ({ axis: 'tasks' as const, value }));
    return { ...element, ...doubt, holdsUntil };
  });
  const decision = { options: [], exposure: { tasks: 300 }, origin };
  return { ...of, elements, decision, quantities: quantities.length === 0 ? [] : [plain, ...quantities] };
}

function judgedAt(of: Case, value: number) {
  const { prepared, argued } = prepareCase(moveAxis(of, over, value), {}, options);
  return judgeOutcome(prepared, argued[0]!);
}

/** With a threshold between the lowest and the highest doubt on the way, where there is room between them. */
function thresholdBetween(of: Case): Case {
  const numbers = [1, 150, 300, 500, 700, 850, 1000].map((value) => judgedAt(of, value).byNumber!.number);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const outcomes = of.outcomes.map((outcome) => ({
    ...outcome,
    threshold: { ...outcome.threshold!, probability: 0.6 * low + 0.4 * high },
  }));
  return { ...of, outcomes };
}

const over: HorizonOver = { axis: 'tasks' };

describe('a horizon on random cases', () => {
  it('lists every flip that a fine sweep by assessing anew sees, as finely as whole tasks go', () => {
    let [seen, twice] = [0, 0];
    fc.assert(
      fc.property(along, (of) => {
        const horizon = horizonOf(of, {}, over, { ...options, from: 1, to: 1000 }) as Horizon;
        const [outcome] = horizon.outcomes;
        // By brute force, much finer than the sweep of the horizon, each value assessed on its own.
        const verdictAt = (value: number) => judgedAt(of, value).verdict;
        const values = [1, ...Array.from({ length: 100 }, (_, i) => 10 * (i + 1))];
        const swept = values.map(verdictAt);
        expect(outcome!.standing.length === 0 || new Set(swept).size === 1).toBe(true);
        const told = outcome!.standing.length === 0 ? outcome!.flips : [];
        seen += told.length;
        if (told.length > 1) twice++;
        values.slice(1).forEach((high, i) => {
          const low = values[i]!;
          const between = told.filter((flip) => flip.low >= low && flip.high <= high);
          const last = between.at(-1);
          if (swept[i] !== swept[i + 1]) {
            expect(between.length).toBeGreaterThan(0);
            expect([between[0]!.before, last!.after]).toEqual([swept[i], swept[i + 1]]);
          }
        });
        for (const { low, high, before, after, exact, becauseOf } of told) {
          expect([high - low, exact]).toEqual([1, true]);
          expect([verdictAt(low), verdictAt(high)]).toEqual([before, after]);
          expect(becauseOf.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 20, seed: 5 },
    );
    // Not a test of cases without flips.
    expect(seen).toBeGreaterThan(15);
    expect(twice).toBeGreaterThan(2);
  });

  it('has at each point the verdict and the three doubts of an assessment there', () => {
    fc.assert(
      fc.property(along, (of) => {
        const horizon = horizonOf(of, {}, over, { ...options, from: 1, to: 1000, points: 5 }) as Horizon;
        for (const { value, verdict, number, doubt } of horizon.outcomes[0]!.points) {
          const [there] = assess(moveAxis(of, over, value), {}, options).outcomes;
          expect({ verdict, number, doubt }).toEqual({
            verdict: there!.verdict,
            number: there!.number,
            doubt: there!.doubt,
          });
        }
      }),
      { numRuns: 15, seed: 6 },
    );
  });
});

describe('nextUp', () => {
  it('is the smallest number above', () => {
    expect([nextUp(1), nextUp(0), nextUp(8)]).toEqual([1 + Number.EPSILON, Number.MIN_VALUE, 8 + 8 * Number.EPSILON]);
  });
});
