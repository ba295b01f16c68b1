import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brutePathSum,
  bruteProbability,
  bruteSupport,
  expectClose,
  isPathSet,
  truthTables,
} from './brute-force.testing.js';
import { compile } from './compile.js';
import { probabilities, samples, vectors } from './models.testing.js';

describe('a compiled model agrees with enumeration', () => {
  it('in the probability of every node', () => {
    fc.assert(
      fc.property(samples(), vectors, ({ model, roots, reachable }, numbers) => {
        const p = Float64Array.from(numbers.slice(0, model.leaves));
        const tables = truthTables(model);
        const compiled = compile(model, roots);
        for (const node of reachable) {
          const { lower, upper, exact } = compiled.probability(p, node);
          expect(exact).toBe(true);
          expect(lower).toBe(upper);
          expectClose(upper, bruteProbability(tables(node), p));
        }
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  it('in support and effects of leaves', () => {
    fc.assert(
      fc.property(samples(), vectors, ({ model, roots }, numbers) => {
        const p = Float64Array.from(numbers.slice(0, model.leaves));
        const tables = truthTables(model);
        const compiled = compile(model, roots);
        for (const root of roots) {
          const table = tables(root);
          expect(compiled.support(root)).toEqual({ leaves: bruteSupport(table, model.leaves), exact: true });
          const effects = compiled.importance(p, root);
          for (let leaf = 0; leaf < model.leaves; leaf++) {
            expectClose(effects.whenFails[leaf]!, bruteProbability(table, p.with(leaf, 1)));
            expectClose(effects.whenHolds[leaf]!, bruteProbability(table, p.with(leaf, 0)));
          }
        }
      }),
      { numRuns: 3000, seed: 2 },
    );
  });

  it('in the cheapest path set', () => {
    fc.assert(
      fc.property(samples(), vectors, ({ model, roots, reachable }, numbers) => {
        const costs = Float64Array.from(numbers.slice(0, model.leaves));
        const tables = truthTables(model);
        const compiled = compile(model, roots);
        const sums = compiled.pathSums(costs, reachable);
        reachable.forEach((node, i) => {
          const best = brutePathSum(tables(node), costs);
          const found = compiled.pathSet(costs, node);
          expect(sums[i]).toEqual({ sum: found.sum, lower: found.lower, exact: true });
          expect(found.lower).toBe(found.sum);
          expectClose(found.sum, best);
          expect(found.leaves === null).toBe(best === Number.POSITIVE_INFINITY);
          if (found.leaves === null) return;
          expect(isPathSet(tables(node), found.leaves)).toBe(true);
          expectClose(
            found.leaves.reduce((sum, leaf) => sum + costs[leaf]!, 0),
            best,
          );
        });
      }),
      { numRuns: 3000, seed: 3 },
    );
  });

  it('in every trial, in means, and after leaves were set', () => {
    const trials = 3;
    const column = fc.array(probabilities, { minLength: trials, maxLength: trials });
    const leafValue = fc.oneof(probabilities, column);
    fc.assert(
      fc.property(
        samples(),
        fc.array(leafValue, { minLength: 16, maxLength: 16 }),
        fc.array(fc.tuple(fc.nat(15), leafValue), { maxLength: 4 }),
        ({ model, roots, reachable }, first, changes) => {
          const tables = truthTables(model);
          const values = first.slice(0, model.leaves);
          const constants = Float64Array.from(values, (x) => (typeof x === 'number' ? x : 0.5));
          const varying = new Map<number, Float64Array>();
          values.forEach((x, leaf) => {
            if (typeof x !== 'number') varying.set(leaf, Float64Array.from(x));
          });
          const evaluation = compile(model, roots).evaluate({ trials, constants, varying });
          for (const change of [undefined, ...changes]) {
            if (change) {
              const leaf = change[0] % model.leaves;
              values[leaf] = change[1];
              evaluation.set(leaf, typeof change[1] === 'number' ? change[1] : Float64Array.from(change[1]));
            }
            for (const node of reachable) {
              const found = evaluation.values(node);
              expect(found.exact).toBe(true);
              expect(found.lower).toBe(found.upper);
              let sum = 0;
              for (let t = 0; t < trials; t++) {
                const p = values.map((x) => (typeof x === 'number' ? x : x[t]!));
                const expected = bruteProbability(tables(node), p);
                expectClose(typeof found.upper === 'number' ? found.upper : found.upper[t]!, expected);
                sum += expected;
              }
              expectClose(evaluation.mean(node).upper, sum / trials);
            }
          }
        },
      ),
      { numRuns: 1500, seed: 4 },
    );
  });
});
