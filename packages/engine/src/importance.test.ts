import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bruteProbability, expectClose, truthTables } from './brute-force.testing.js';
import { compile } from './compile.js';
import { probabilities, type Sample, samples } from './models.testing.js';
import type { Columns } from './types.js';

const TRIALS = 5;

/** Per leaf a number, or a column of `TRIALS` numbers. */
const leafValues = fc.array(
  fc.oneof(probabilities, fc.array(probabilities, { minLength: TRIALS, maxLength: TRIALS })),
  { minLength: 16, maxLength: 16 },
);

function columnsOf(values: readonly (number | readonly number[])[], { model }: Sample): Columns {
  const own = values.slice(0, model.leaves);
  const varying = new Map<number, Float64Array>();
  own.forEach((value, leaf) => {
    if (typeof value !== 'number') varying.set(leaf, Float64Array.from(value));
  });
  return {
    trials: TRIALS,
    constants: Float64Array.from(own, (value) => (typeof value === 'number' ? value : 0.5)),
    varying,
  };
}

/** The mean over the trials of the probability that the table's node fails, `leaf` (if any) set to `to`. */
function bruteMean(table: Uint8Array, { trials, constants, varying }: Columns, leaf = -1, to = 0): number {
  let sum = 0;
  for (let t = 0; t < trials; t++) {
    const p = constants.map((constant, i) => (i === leaf ? to : (varying.get(i)?.[t] ?? constant)));
    sum += bruteProbability(table, p);
  }
  return sum / trials;
}

describe('effects of leaves over trials', () => {
  it('agree with enumeration, trial by trial', () => {
    let ran = 0;
    fc.assert(
      fc.property(samples(12, 16), leafValues, (sample, values) => {
        const { model, roots } = sample;
        const tables = truthTables(model);
        const columns = columnsOf(values, sample);
        const compiled = compile(model, roots);
        for (const root of roots) {
          const table = tables(root);
          const effects = compiled.meanEffects(columns, root);
          expect(effects.exact).toBe(true);
          expect(effects.probability).toEqual(compiled.evaluate(columns).mean(root));
          expectClose(effects.probability.upper, bruteMean(table, columns));
          for (let leaf = 0; leaf < model.leaves; leaf++) {
            expectClose(effects.whenFails[leaf]!, bruteMean(table, columns, leaf, 1));
            expectClose(effects.whenHolds[leaf]!, bruteMean(table, columns, leaf, 0));
          }
          ran++;
        }
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(ran).toBeGreaterThanOrEqual(2000);
  });

  it('are those of one trial where there is one, or all are the same', () => {
    fc.assert(
      fc.property(samples(12, 16), leafValues, (sample, values) => {
        const { model, roots } = sample;
        const { constants, varying } = columnsOf(values, sample);
        const p = constants.map((constant, leaf) => varying.get(leaf)?.[0] ?? constant);
        const compiled = compile(model, roots);
        for (const root of roots) {
          const one = compiled.importance(p, root);
          const first = new Map(Array.from(varying, ([leaf, column]) => [leaf, column.slice(0, 1)]));
          expect(compiled.meanEffects({ trials: 1, constants, varying: first }, root)).toEqual(one);
          expect(compiled.meanEffects({ trials: 7, constants: p, varying: new Map() }, root)).toEqual(one);
          const same = new Map(Array.from(varying, ([leaf, column]) => [leaf, column.map(() => column[0]!)]));
          const all = compiled.meanEffects({ trials: TRIALS, constants, varying: same }, root);
          expectClose(all.probability.upper, one.probability.upper);
          for (let leaf = 0; leaf < model.leaves; leaf++) {
            expectClose(all.whenFails[leaf]!, one.whenFails[leaf]!);
            expectClose(all.whenHolds[leaf]!, one.whenHolds[leaf]!);
          }
        }
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  it('are estimates within what is known where a limit was met', () => {
    let ran = 0;
    fc.assert(
      fc.property(samples(), leafValues, fc.integer({ min: 0, max: 12 }), (sample, values, nodes) => {
        const { model, roots } = sample;
        const columns = columnsOf(values, sample);
        const compiled = compile(model, roots, { nodes });
        for (const root of roots) {
          const { probability, whenFails, whenHolds, exact } = compiled.meanEffects(columns, root);
          expect(probability).toEqual(compiled.evaluate(columns).mean(root));
          expect(exact).toBe(probability.exact);
          if (exact) continue;
          ran++;
          for (let leaf = 0; leaf < model.leaves; leaf++) {
            expect(whenFails[leaf]).toBeGreaterThanOrEqual(probability.lower);
            expect(whenHolds[leaf]).toBeGreaterThanOrEqual(0);
            expect(whenHolds[leaf]).toBeLessThanOrEqual(probability.upper);
            expect(whenFails[leaf]).toBeLessThanOrEqual(1);
            if (columns.varying.has(leaf)) continue;
            expect(columns.constants[leaf]! * whenFails[leaf]!).toBeLessThanOrEqual(probability.upper * (1 + 1e-12));
          }
        }
      }),
      { numRuns: 1500, seed: 3 },
    );
    expect(ran).toBeGreaterThan(500);
  });

  it('of a root that is a leaf, and of columns that are none', () => {
    const compiled = compile({ leaves: 2, gates: [{ kind: 'or', inputs: [0, 1] }] }, [0, 2]);
    const constants = Float64Array.of(0.5, 0.5);
    const columns = { trials: 2, constants, varying: new Map([[0, Float64Array.of(0, 0.5)]]) };
    expect(compiled.meanEffects(columns, 0)).toEqual({
      probability: { lower: 0.25, upper: 0.25, exact: true },
      whenFails: Float64Array.of(1, 0.25),
      whenHolds: Float64Array.of(0, 0.25),
      exact: true,
    });
    expect(() => compiled.meanEffects({ ...columns, trials: 3 }, 2)).toThrow('leaf 0 has 2 values for 3 trials');
    expect(() => compiled.meanEffects(columns, 3)).toThrow('node 3 is not reachable from the roots compiled');
  });

  it('are those of the gates around a gate that is a constant', () => {
    for (const constant of ['or', 'and'] as const) {
      // 3: always holds or always fails; 4: 1 and 2; the root is an odd number of 0, 3 and 4, in two orders.
      for (const inputs of [
        [0, 3, 4],
        [4, 0, 3],
      ]) {
        const gates = [
          { kind: constant, inputs: [] },
          { kind: 'and', inputs: [1, 2] },
          { kind: 'xor', inputs },
        ] as const;
        const { whenFails, whenHolds } = compile({ leaves: 3, gates }, [5]).importance(
          Float64Array.of(0.3, 0.2, 0.4),
          5,
        );
        const odd = (x: number, y: number): number => x * (1 - y) + (1 - x) * y;
        const given = (a: number, b: number, c: number): number => odd(odd(a, b * c), constant === 'and' ? 1 : 0);
        expectClose(whenFails[0]!, given(1, 0.2, 0.4));
        expectClose(whenHolds[0]!, given(0, 0.2, 0.4));
        expectClose(whenFails[1]!, given(0.3, 1, 0.4));
        expectClose(whenHolds[1]!, given(0.3, 0, 0.4));
        expectClose(whenFails[2]!, given(0.3, 0.2, 1));
        expectClose(whenHolds[2]!, given(0.3, 0.2, 0));
      }
    }
  });

  it('are as accurate where a leaf is all but needed, one leaf or many', () => {
    // 40 leaves of which all must fail, or two that are unlikely: without one of the 40, only the two are left.
    for (const needed of [4, 40]) {
      const gates = [
        { kind: 'and', inputs: Array.from({ length: needed }, (_, i) => i) },
        { kind: 'and', inputs: [needed, needed + 1] },
        { kind: 'or', inputs: [needed + 2, needed + 3] },
      ] as const;
      const p = new Float64Array(needed + 2).fill(0.9);
      p[needed] = 1e-9;
      p[needed + 1] = 1e-8;
      for (const rootsOnly of [false, true]) {
        const { whenHolds } = compile({ leaves: needed + 2, gates }, [needed + 4], undefined, { rootsOnly }).importance(
          p,
          needed + 4,
        );
        for (let leaf = 0; leaf < needed; leaf++) expectClose(whenHolds[leaf]!, 1e-17);
        expectClose(whenHolds[needed]!, 0.9 ** needed);
      }
    }
  });
});

it('Fussell–Vesely: exact, by its bounds, or exact where that is quick', () => {
  // Whoever fails is in a set that fails when enough fail: it is the diagnostic measure.
  const n = 64;
  const inputs = Array.from({ length: n }, (_, leaf) => leaf);
  const compiled = compile({ leaves: n, gates: [{ kind: 'atLeast', k: n / 2, inputs }] }, [n]);
  const p = Float64Array.from(inputs, (leaf) => 0.3 + leaf / 200);
  const exact = compiled.measures(p, n);
  for (const leaf of inputs) expectClose(exact.fussellVesely.upper[leaf]!, exact.diagnostic[leaf]!);
  expect(exact.fussellVesely.lower).toEqual(exact.fussellVesely.upper);
  const bounds = compiled.measures(p, n, { fussellVesely: 'bounds' }).fussellVesely;
  expect(bounds).toEqual({ lower: exact.criticality, upper: exact.diagnostic });
  const quick = compiled.measures(p, n, { fussellVesely: 'quick' }).fussellVesely;
  const open = inputs.filter((leaf) => quick.lower[leaf] !== quick.upper[leaf]);
  expect(open.length).toBeGreaterThan(0);
  expect(open.length).toBeLessThan(n);
  for (const leaf of inputs) {
    const { lower, upper } = open.includes(leaf) ? bounds : exact.fussellVesely;
    expect([quick.lower[leaf], quick.upper[leaf]]).toEqual([lower[leaf], upper[leaf]]);
  }
});
