import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bruteCutSets, truthTables } from './brute-force.testing.js';
import { compile } from './compile.js';
import { samples } from './models.testing.js';

/** Weights whose products are exact, so that ties are ties for everybody. */
const weightLists = fc.array(fc.constantFrom(0, 0.125, 0.25, 0.5, 0.5, 1, 2), { minLength: 16, maxLength: 16 });

describe('minimal cut sets agree with enumeration', () => {
  it('in their number by order', () => {
    fc.assert(
      fc.property(samples(), ({ model, roots, reachable }) => {
        const compiled = compile(model, roots);
        for (const node of reachable) {
          const expected: bigint[] = [];
          for (const { leaves } of bruteCutSets(truthTables(model)(node), new Float64Array(16))) {
            while (expected.length <= leaves.length) expected.push(0n);
            expected[leaves.length]!++;
          }
          expect(compiled.cutSetCounts(node)).toEqual(expected);
        }
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  it('in the best of them, with and without limits', () => {
    fc.assert(
      fc.property(
        samples(),
        weightLists,
        fc.integer({ min: 0, max: 12 }),
        fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
        fc.option(fc.constantFrom(0, 0.01, 0.125, 1), { nil: undefined }),
        ({ model, roots }, list, top, order, cutOff) => {
          const weights = Float64Array.from(list.slice(0, model.leaves));
          const compiled = compile(model, roots);
          for (const root of roots) {
            const expected = bruteCutSets(truthTables(model)(root), weights)
              .filter(({ leaves, weight }) => leaves.length <= (order ?? 99) && weight >= (cutOff ?? 0))
              .slice(0, top);
            const query = {
              weights,
              top,
              ...(order === undefined ? {} : { order }),
              ...(cutOff === undefined ? {} : { cutOff }),
            };
            expect(compiled.cutSets(root, query)).toEqual({ sets: expected, exact: true });
          }
        },
      ),
      { numRuns: 4000, seed: 2 },
    );
  });

  it('in the best of them with ordinary weights', () => {
    fc.assert(
      fc.property(
        samples(),
        fc.array(fc.double({ min: 1e-9, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 }),
        ({ model, roots }, list) => {
          const weights = Float64Array.from(list.slice(0, model.leaves));
          const { sets, exact } = compile(model, roots).cutSets(roots[0]!, { weights, top: 1000 });
          const expected = bruteCutSets(truthTables(model)(roots[0]!), weights);
          expect(exact).toBe(true);
          expect(new Set(sets.map(({ leaves }) => leaves.join()))).toEqual(
            new Set(expected.map(({ leaves }) => leaves.join())),
          );
          sets.forEach(({ weight }, i) => {
            expect(Math.abs(weight - expected[i]!.weight)).toBeLessThanOrEqual(1e-9 * weight);
          });
        },
      ),
      { numRuns: 1000, seed: 3 },
    );
  });
});
