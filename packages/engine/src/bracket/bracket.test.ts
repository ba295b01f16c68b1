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
      const limits = { nodes, steps: seed % 3 === 0 ? 0 : 1e6, width: 0.01 };
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
});
