import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../../bench/near-tree.mjs';
import { lowerBound, lowerBoundOfAny, upperBound } from './bounds.js';
import {
  bruteCutSets,
  brutePathSum,
  bruteProbability,
  bruteSupport,
  expectClose,
  isPathSet,
  truthTables,
} from './brute-force.testing.js';
import { compile } from './compile.js';
import { samples, vectors } from './models.testing.js';
import type { Gate, Interval } from './types.js';

function expectInside(exact: number, { lower, upper }: { lower: number; upper: number }): void {
  expect(lower).toBeLessThanOrEqual(exact * (1 + 1e-12));
  expect(upper).toBeGreaterThanOrEqual(exact * (1 - 1e-12));
}

/** Models for which the limit bites: of more than 3,000 drawn, `ran` counts the answers that were intervals. */
describe('a model that passes the limit is answered with intervals that contain the truth', () => {
  it('in probabilities, by trial and in the mean', () => {
    let ran = 0;
    fc.assert(
      fc.property(
        samples(),
        vectors,
        vectors,
        fc.integer({ min: 0, max: 12 }),
        ({ model, roots, reachable }, one, two, nodes) => {
          const tables = truthTables(model);
          const compiled = compile(model, roots, { nodes });
          expect(compiled.nodes).toBeLessThanOrEqual(nodes + model.gates.length);
          const trials = [one, two].map((numbers) => Float64Array.from(numbers.slice(0, model.leaves)));
          const varying = new Map<number, Float64Array>();
          const constants = Float64Array.from(trials[0]!);
          for (let leaf = 1; leaf < model.leaves; leaf += 2) {
            varying.set(leaf, Float64Array.of(trials[0]![leaf]!, trials[1]![leaf]!));
          }
          for (let leaf = 0; leaf < model.leaves; leaf += 2) trials[1]![leaf] = trials[0]![leaf]!;
          const evaluation = compiled.evaluate({ trials: 2, constants, varying });
          for (const node of reachable) {
            const expected = trials.map((p) => bruteProbability(tables(node), p));
            const found = compiled.probability(trials[0]!, node);
            const values = evaluation.values(node);
            const mean = evaluation.mean(node);
            expectInside(expected[0]!, found);
            expectInside((expected[0]! + expected[1]!) / 2, mean);
            expect([values.exact, mean.exact]).toEqual([found.exact, found.exact]);
            for (const t of [0, 1]) {
              const lower = typeof values.lower === 'number' ? values.lower : values.lower[t]!;
              const upper = typeof values.upper === 'number' ? values.upper : values.upper[t]!;
              expectInside(expected[t]!, { lower, upper });
            }
            if (found.exact) expect(found.lower).toBe(found.upper);
            else ran++;
          }
        },
      ),
      { numRuns: 2000, seed: 1 },
    );
    expect(ran).toBeGreaterThan(2000);
  });

  it('in path sets, support, effects and cut sets', () => {
    let ran = 0;
    fc.assert(
      fc.property(
        samples(),
        vectors,
        fc.integer({ min: 0, max: 12 }),
        ({ model, roots, reachable }, numbers, nodes) => {
          const p = Float64Array.from(numbers.slice(0, model.leaves));
          const tables = truthTables(model);
          const compiled = compile(model, roots, { nodes });
          const sums = compiled.pathSums(p, reachable);
          reachable.forEach((node, i) => {
            const table = tables(node);
            const best = brutePathSum(table, p);
            const found = compiled.pathSet(p, node);
            expect(sums[i]).toEqual({ sum: found.sum, lower: found.lower, exact: found.exact });
            expectInside(best, { lower: found.lower, upper: found.sum });
            expect(found.leaves !== null && isPathSet(table, found.leaves)).toBe(best < Number.POSITIVE_INFINITY);
          });
          for (const root of roots) {
            const table = tables(root);
            const { leaves, exact } = compiled.support(root);
            expect(leaves).toEqual(expect.arrayContaining(bruteSupport(table, model.leaves)));
            const effects = compiled.importance(p, root);
            expect(effects.exact).toBe(exact);
            expectInside(bruteProbability(table, p), effects.probability);
            for (let leaf = 0; leaf < model.leaves; leaf++) {
              expect(effects.whenFails[leaf]).toBeGreaterThanOrEqual(effects.probability.lower * (1 - 1e-12));
              expect(effects.whenFails[leaf]).toBeLessThanOrEqual(1);
              expect(effects.whenHolds[leaf]).toBeLessThanOrEqual(effects.probability.upper * (1 + 1e-12));
            }
            const list = compiled.cutSets(root, { weights: p, top: 5 });
            const all = new Set(bruteCutSets(table, p).map((set) => set.leaves.join()));
            for (const set of list.sets) expect(all).toContain(set.leaves.join());
            if (!exact) {
              expect(list.exact).toBe(false);
              expect(list.sets.length).toBeGreaterThan(all.size > 0 ? 0 : -1);
              expect(compiled.cutSetCounts(root)).toBeNull();
              ran++;
            }
          }
        },
      ),
      { numRuns: 2000, seed: 2 },
    );
    expect(ran).toBeGreaterThan(1000);
  });

  it('and leaves the other modules exact', () => {
    const random = randomNumbers(5);
    const hard = 40; // at least 20 of 60 random pairs out of 40 leaves: no small diagram
    const gates: Gate[] = [];
    const leaves = hard + 10;
    const pairs = Array.from({ length: 60 }, () => {
      gates.push({ kind: 'and', inputs: [Math.floor(random() * hard), Math.floor(random() * hard)] });
      return leaves + gates.length - 1;
    });
    gates.push({ kind: 'atLeast', k: 20, inputs: pairs });
    const difficult = leaves + gates.length - 1;
    gates.push({ kind: 'or', inputs: Array.from({ length: 10 }, (_, i) => hard + i) });
    const easy = leaves + gates.length - 1;
    gates.push({ kind: 'and', inputs: [difficult, easy] });
    const root = leaves + gates.length - 1;
    const compiled = compile({ leaves, gates }, [root], { nodes: 3000 });
    const p = new Float64Array(leaves).fill(0.1);
    expect(compiled.probability(p, difficult).exact).toBe(false);
    expect(compiled.probability(p, easy)).toMatchObject({ exact: true });
    const both: Interval = compiled.probability(p, root);
    expect(both.exact).toBe(false);
    expect(both.upper).toBeCloseTo(compiled.probability(p, difficult).upper * compiled.probability(p, easy).upper, 12);
    expect(compiled.nodes).toBeLessThanOrEqual(3000 + gates.length);
  });

  it('and takes the inputs of an or that share no leaf for independent', () => {
    const gates: Gate[] = [
      { kind: 'and', inputs: [0, 1] },
      { kind: 'and', inputs: [1, 2] },
      { kind: 'and', inputs: [3, 4] },
      { kind: 'or', inputs: [6, 7, 8, 5, 5] },
    ];
    const compiled = compile({ leaves: 6, gates }, [9], { nodes: 0 });
    const p = new Float64Array(6).fill(0.1);
    const { lower, upper, exact } = compiled.probability(p, 9);
    expect(exact).toBe(false);
    expect(lower).toBeCloseTo(1 - 0.99 * 0.99 * 0.9, 14); // the second input shares leaf 1, the last is the fourth again
    expect(upper).toBeGreaterThan(lower);
    const varying = new Map([[5, Float64Array.of(0.1, 0.1)]]);
    expect(compiled.evaluate({ trials: 2, constants: p, varying }).mean(9).lower).toBeCloseTo(lower, 14);
  });
});

describe('bounds from bounds', () => {
  it('meet for one input, and contain the value for independent ones', () => {
    fc.assert(
      fc.property(vectors, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 6 }), (numbers, n, k) => {
        const p = numbers.slice(0, n);
        const table = Uint8Array.from({ length: 2 ** n }, (_, mask) => {
          let failing = 0;
          for (let i = 0; i < n; i++) failing += (mask >> i) & 1;
          return failing >= k ? 1 : 0;
        });
        const interval = { lower: lowerBound(Float64Array.from(p), k), upper: upperBound(Float64Array.from(p), k) };
        expectInside(bruteProbability(table, p), interval);
        const independent = lowerBoundOfAny(Float64Array.from(p), new Uint8Array(n).fill(1), 0);
        if (k === 1) expectClose(independent, bruteProbability(table, p));
        if (n === 1) expect(interval.lower).toBe(interval.upper);
      }),
      { numRuns: 1000, seed: 3 },
    );
  });
});
