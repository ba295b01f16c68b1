import { describe, expect, it } from 'vitest';
import { nearTree, randomNumbers } from '../../../bench/near-tree.mjs';
import { compile } from './compile.js';
import { below } from './models.testing.js';
import type { Gate } from './types.js';

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

describe('large models', () => {
  it('a flat or of 30,000 leaves', () => {
    const n = 30_000;
    const p = new Float64Array(n).fill(1e-15);
    const compiled = compile({ leaves: n, gates: [{ kind: 'or', inputs: upTo(n) }] }, [n]);
    expect(compiled.nodes).toBe(n);
    const expected = -Math.expm1(n * Math.log1p(-1e-15));
    expect(Math.abs(compiled.probability(p, n).upper - expected)).toBeLessThan(1e-12 * expected);
    expect(compiled.pathSet(p, n).leaves).toHaveLength(n);
    expect(compiled.support(n).leaves).toHaveLength(n);
    expect(compiled.cutSetCounts(n)).toEqual([0n, 30_000n]);
    expect(compiled.cutSets(n, { weights: p, top: 3 })).toEqual({
      sets: [0, 1, 2].map((leaf) => ({ leaves: [leaf], weight: 1e-15 })),
      exact: true,
    });
    const effects = compiled.importance(p, n);
    expect(effects.whenFails[n - 1]).toBe(1);
    expect(effects.whenHolds[n - 1]! / (expected - 1e-15)).toBeCloseTo(1, 11);
  });

  it('a flat and of 30,000 leaves, and one of 20 leaves of 1e-15', () => {
    const n = 30_000;
    const compiled = compile({ leaves: n, gates: [{ kind: 'and', inputs: upTo(n) }] }, [n]);
    expect(compiled.cutSetCounts(n)!.length).toBe(n + 1);
    expect(compiled.cutSets(n, { weights: new Float64Array(n).fill(1), top: 3 }).sets).toHaveLength(1);
    const few = compile({ leaves: 20, gates: [{ kind: 'and', inputs: upTo(20) }] }, [20]);
    expect(few.probability(new Float64Array(20).fill(1e-15), 20).upper / 1e-300).toBeCloseTo(1, 12);
  });

  it('at least 5 of 3,000 leaves, and a limit that stops at least 15,000 of 30,000', () => {
    const wide = compile({ leaves: 3000, gates: [{ kind: 'atLeast', k: 5, inputs: upTo(3000) }] }, [3000]);
    const p = new Float64Array(3000).fill(1e-12);
    const choose = (3000n * 2999n * 2998n * 2997n * 2996n) / 120n;
    expect(wide.probability(p, 3000).upper / (Number(choose) * 1e-60)).toBeCloseTo(1, 8);
    expect(wide.cutSetCounts(3000)).toEqual([0n, 0n, 0n, 0n, 0n, choose]);
    const n = 30_000;
    const stopped = compile({ leaves: n, gates: [{ kind: 'atLeast', k: 15_000, inputs: upTo(n) }] }, [n], {
      nodes: 200_000,
    });
    const interval = stopped.probability(new Float64Array(n).fill(0.5), n);
    expect(interval.exact).toBe(false);
    expect(interval.lower).toBeLessThan(0.5);
    expect(interval.upper).toBeGreaterThan(0.5);
    expect(stopped.pathSet(new Float64Array(n).fill(1), n)).toMatchObject({ sum: 15_001, exact: false });
  });

  it('a chain of depth 30,000, with and without leaves that are met again further down', () => {
    const n = 30_000;
    for (const again of [0, 4]) {
      const gates: Gate[] = [];
      for (let g = 0; g < n; g++) {
        const inputs = [
          g,
          ...(again > 0 && g >= again && g % 7 === 0 ? [g - again] : []),
          ...(g > 0 ? [n + g - 1] : []),
        ];
        gates.push({ kind: g % 50 === 49 ? 'and' : 'or', inputs });
      }
      const root = 2 * n - 1;
      const compiled = compile({ leaves: n, gates }, [root]);
      const p = new Float64Array(n).fill(0.01);
      const { upper, exact } = compiled.probability(p, root);
      expect(exact).toBe(true);
      const effects = compiled.importance(p, root);
      const last = n - 1;
      expect(p[last]! * effects.whenFails[last]! + (1 - p[last]!) * effects.whenHolds[last]!).toBeCloseTo(upper, 14);
      expect(compiled.pathSet(p, root).leaves).not.toBeNull();
      expect(compiled.pathSums(p, [root, root - 1])).toHaveLength(2);
      expect(compiled.cutSets(root, { weights: p, top: 5, order: 3 }).exact).toBe(true);
      const evaluation = compiled.evaluate({ trials: 2, constants: p, varying: new Map([[0, Float64Array.of(0, 1)]]) });
      expect(evaluation.mean(root).exact).toBe(true);
      evaluation.set(0, 0.01);
      expect(evaluation.values(root).upper).toBeCloseTo(upper, 14);
    }
  });

  it('means of nodes deep and high, in any order, while leaves are set', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const model = nearTree(150, seed);
      const total = model.leaves + model.gates.length;
      const random = randomNumbers(seed);
      const draw = (n: number) => Math.floor(n * random());
      const roots = [total - 1, model.leaves + draw(model.gates.length)];
      const compiled = compile(model, roots);
      const reached = below(model, roots);
      const p = Float64Array.from({ length: model.leaves }, () => random());
      const evaluation = compiled.evaluate({ trials: 1, constants: p.slice(), varying: new Map() });
      for (let step = 0; step < 300; step++) {
        for (let sets = draw(4); sets > 0; sets--) {
          const leaf = draw(model.leaves);
          p[leaf] = draw(5) === 0 ? draw(2) : random();
          evaluation.set(leaf, p[leaf]!);
        }
        const node = reached[draw(reached.length)]!;
        const expected = compiled.probability(p, node).upper;
        expect(Math.abs(evaluation.mean(node).upper - expected)).toBeLessThanOrEqual(1e-12 * expected);
      }
    }
  });

  it('a near-tree of 10,000 gates with shared leaves', () => {
    const model = nearTree(10_000, 3);
    const root = model.leaves + model.gates.length - 1;
    const random = randomNumbers(4);
    const p = Float64Array.from({ length: model.leaves }, () => 1e-5 * random());
    const compiled = compile(model, [root]);
    const { upper, exact } = compiled.probability(p, root);
    expect(exact).toBe(true);
    const effects = compiled.importance(p, root);
    for (let leaf = 0; leaf < model.leaves; leaf += 101) {
      const again = p[leaf]! * effects.whenFails[leaf]! + (1 - p[leaf]!) * effects.whenHolds[leaf]!;
      expect(again / upper).toBeCloseTo(1, 11);
    }
    const best = compiled.pathSet(p, root);
    expect(upper).toBeLessThanOrEqual(best.sum);
    const list = compiled.cutSets(root, { weights: p, top: 50 });
    expect(list.exact).toBe(true);
    expect(list.sets).toHaveLength(50);
    expect(list.sets.every((set, i) => i === 0 || set.weight <= list.sets[i - 1]!.weight * (1 + 1e-9))).toBe(true);
    expect(compiled.cutSetCounts(root)!.length).toBeGreaterThan(2);
  });

  it('means of all nodes of a large model in one sweep, and the same after a leaf was set', () => {
    const model = nearTree(2000, 9);
    const root = model.leaves + model.gates.length - 1;
    const random = randomNumbers(8);
    const trials = 3000;
    const constants = Float64Array.from({ length: model.leaves }, () => 0.01 * random());
    const varying = new Map<number, Float64Array>();
    for (let leaf = 0; leaf < model.leaves; leaf += 20) {
      varying.set(
        leaf,
        Float64Array.from({ length: trials }, () => 0.1 * random()),
      );
    }
    const compiled = compile(model, [root]);
    const nodes = upTo(model.leaves + model.gates.length);
    const kept = compiled.evaluate({ trials, constants, varying });
    kept.mean(root);
    kept.values(root);
    for (const leaf of [0, 1, 700]) {
      const column = Float64Array.from({ length: trials }, () => random());
      kept.set(leaf, column);
      varying.set(leaf, column);
      kept.values(root);
    }
    const fresh = compiled.evaluate({ trials, constants, varying });
    expect(nodes.map((node) => kept.mean(node))).toEqual(nodes.map((node) => fresh.mean(node)));
    expect(kept.values(root)).toEqual(fresh.values(root));
    let sum = 0;
    for (let t = 0; t < 5; t++) {
      const p = constants.slice();
      for (const [leaf, column] of varying) p[leaf] = column[t]!;
      const one = compiled.probability(p, root).upper;
      expect((fresh.values(root).upper as Float64Array)[t]! / one).toBeCloseTo(1, 12);
      sum += one;
    }
    expect(sum).toBeGreaterThan(0);
  });

  it('mean effects of a large model are the means of the effects in each trial', () => {
    for (const [gates, sharing, trials] of [
      [1000, 0.3, 1500],
      [10_000, 0.2, 20],
    ] as const) {
      const model = nearTree(gates, 5, sharing);
      const root = model.leaves + gates - 1;
      const random = randomNumbers(6);
      const constants = Float64Array.from({ length: model.leaves }, () => 1e-4 * random());
      const varying = new Map<number, Float64Array>();
      for (let leaf = 0; leaf < model.leaves; leaf += 10) {
        varying.set(
          leaf,
          Float64Array.from({ length: trials }, () => 0.01 * random()),
        );
      }
      const compiled = compile(model, [root]);
      const effects = compiled.meanEffects({ trials, constants, varying }, root);
      const whenFails = new Float64Array(model.leaves);
      const whenHolds = new Float64Array(model.leaves);
      let probability = 0;
      const p = constants.slice();
      for (let t = 0; t < trials; t++) {
        for (const [leaf, column] of varying) p[leaf] = column[t]!;
        const one = compiled.importance(p, root);
        probability += one.probability.upper / trials;
        for (let leaf = 0; leaf < model.leaves; leaf++) {
          whenFails[leaf]! += one.whenFails[leaf]! / trials;
          whenHolds[leaf]! += one.whenHolds[leaf]! / trials;
        }
      }
      expect(effects.probability.upper / probability).toBeCloseTo(1, 11);
      let worst = 0;
      for (let leaf = 0; leaf < model.leaves; leaf++) {
        worst = Math.max(worst, Math.abs(effects.whenFails[leaf]! / whenFails[leaf]! - 1));
        worst = Math.max(worst, Math.abs(effects.whenHolds[leaf]! / whenHolds[leaf]! - 1));
      }
      expect(worst).toBeLessThan(1e-11);
    }
  });
});

describe('malformed models and questions are refused', () => {
  const or = (...inputs: number[]): Gate => ({ kind: 'or', inputs });
  it.each([
    ['a reference to nothing', { leaves: 1, gates: [or(2)] }, 'gate 0 has input 2, which is no node of the model'],
    ['a fractional reference', { leaves: 1, gates: [or(0.5)] }, 'gate 0 has input 0.5, which is no node of the model'],
    ['a cycle', { leaves: 1, gates: [or(2), or(1)] }, 'gate 0 depends on itself'],
    ['k above n', { leaves: 1, gates: [{ kind: 'atLeast', k: 2, inputs: [0] }] }, 'gate 0 is at least 2 of 1 inputs'],
    ['fewer than no leaves', { leaves: -1, gates: [] }, 'leaves must be a non-negative integer, not -1'],
  ] as const)('%s', (_, model, message) => {
    expect(() => compile(model, [])).toThrow(RangeError);
    expect(() => compile(model, [])).toThrow(message);
  });

  it('a root, a node, a probability or a column that is none', () => {
    const model = { leaves: 2, gates: [or(0), or(1)] };
    expect(() => compile(model, [4])).toThrow('root 4 is no node of the model');
    const compiled = compile(model, [2]);
    const p = Float64Array.of(0.1, 0.1);
    expect(() => compiled.probability(p, 3)).toThrow('node 3 is not reachable from the roots compiled');
    expect(() => compiled.probability(Float64Array.of(0.1, 1.1), 2)).toThrow(
      'probability 1.1 of leaf 1 is not in [0, 1]',
    );
    expect(() => compiled.pathSet(Float64Array.of(-1, 1), 2)).toThrow('cost -1 of leaf 0 is not a number from 0 up');
    const varying = new Map([[0, Float64Array.of(0.1)]]);
    expect(() => compiled.evaluate({ trials: 2, constants: p, varying })).toThrow('leaf 0 has 1 values for 2 trials');
  });
});
