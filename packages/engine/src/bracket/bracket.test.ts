import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../../../bench/near-tree.mjs';
import { bitTable, bruteEffects, randomModel } from '../bit-tables.testing.js';
import { compile } from '../compile.js';
import type { Gate } from '../types.js';

describe('where no diagram fits', () => {
  it('the interval contains the truth, and closes when there are steps for it', () => {
    const bad: string[] = [];
    let intervals = 0;
    let narrow = 0;
    for (let seed = 1; seed <= 1000; seed++) {
      const leaves = 6 + (seed % 8);
      const model = randomModel(seed, leaves, true);
      const root = leaves + model.gates.length - 1;
      const random = randomNumbers(seed);
      const p = Array.from({ length: leaves }, () => (random() < 0.5 ? 10 ** (-5 * random()) : random()));
      const truth = bruteEffects(bitTable(model, root), p).probability;
      const nodes = seed % 40;
      const limits = { nodes, steps: seed % 3 === 0 ? 0 : 2e4, width: 0.01 };
      const compiled = compile(model, [root], limits, { rootsOnly: seed % 2 === 0 });
      const { lower, upper, exact, from, cases, solved } = compiled.bracket(Float64Array.from(p), root);
      if (lower > truth * (1 + 1e-12) || upper < truth * (1 - 1e-12) || (exact && lower !== upper)) bad.push(`${seed}`);
      if (exact !== (from.lower === 'exact') || solved > cases) bad.push(`sources of ${seed}`);
      if (exact) continue;
      intervals++;
      if (limits.steps > 0 && upper - lower <= 0.011 * lower) narrow++;
    }
    expect(bad).toEqual([]);
    expect(intervals).toBeGreaterThan(100);
    expect(narrow).toBeGreaterThan(30);
  });

  it('a model of 60 random pairs that are hard to tell apart gets closer bounds than gate by gate', () => {
    const random = randomNumbers(5);
    const leaves = 40;
    const gates: Gate[] = Array.from({ length: 60 }, () => ({
      kind: 'and',
      inputs: [Math.floor(random() * leaves), Math.floor(random() * leaves)],
    }));
    gates.push({ kind: 'atLeast', k: 6, inputs: Array.from({ length: 60 }, (_, i) => leaves + i) });
    const root = leaves + 60;
    const p = new Float64Array(leaves).fill(0.01);
    const whole = compile({ leaves, gates }, [root]).probability(p, root);
    expect(whole.exact).toBe(true);
    const small = compile({ leaves, gates }, [root], { nodes: 20_000, steps: 1e6 }, { rootsOnly: true });
    const crude = compile({ leaves, gates }, [root], { nodes: 20_000 }).probability(p, root);
    const { lower, upper, from, cases } = small.bracket(p, root);
    expect(lower).toBeLessThanOrEqual(whole.upper);
    expect(upper).toBeGreaterThanOrEqual(whole.upper);
    expect(upper / lower).toBeLessThan(1e-3 * (crude.upper / crude.lower));
    expect([from.lower, from.upper]).toEqual(['cases', 'cases']);
    expect(cases).toBeGreaterThan(1);
    expect(small.bracket(p, root)).toEqual(small.bracket(p, root));
  });

  it('limits that are none are refused', () => {
    const model = { leaves: 1, gates: [] };
    expect(() => compile(model, [0], { nodes: 1, steps: -1 })).toThrow(
      'limits.steps must be a number from 0 up, not -1',
    );
    expect(() => compile(model, [0], { nodes: 1, width: Number.NaN })).toThrow(
      'limits.width must be a number from 0 up',
    );
    expect(() => compile(model, [0], { nodes: -1 })).toThrow('limits.nodes must be a number from 0 up, not -1');
  });

  it('a non-coherent model without a diagram still has bounds, and no path sets', () => {
    let intervals = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const leaves = 6;
      const model = randomModel(seed, leaves, false);
      const root = leaves + model.gates.length - 1;
      const p = Float64Array.from({ length: leaves }, (_, i) => 0.1 + i / 10);
      const truth = bruteEffects(bitTable(model, root), [...p]).probability;
      const compiled = compile(model, [root], { nodes: seed % 12 }, { rootsOnly: seed % 2 === 0 });
      const { lower, upper, exact, from } = compiled.bracket(p, root);
      expect(lower, `${seed}`).toBeLessThanOrEqual(truth + 1e-12);
      expect(upper, `${seed}`).toBeGreaterThanOrEqual(truth - 1e-12);
      if (exact || compiled.coherent) continue; // some have gates of coherent kinds only
      intervals++;
      expect(from.lower).toBe('gates');
      const { whenFails, exact: sure } = compiled.importance(p, root);
      expect(sure).toBe(false);
      expect(whenFails.every((x) => x >= 0 && x <= 1)).toBe(true);
      expect(compiled.evaluate({ trials: 2, constants: p, varying: new Map() }).mean(root)).toMatchObject({
        lower,
        upper,
      });
      expect(() => compiled.pathSet(p, root)).toThrow('path sets are of coherent models');
    }
    expect(intervals).toBeGreaterThan(50);
  });
});
