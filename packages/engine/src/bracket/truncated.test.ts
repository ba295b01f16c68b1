import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../../../bench/near-tree.mjs';
import { bitTable, bruteEffects, randomModel } from '../bit-tables.testing.js';
import type { Gate } from '../types.js';
import { type RegionGate, truncated } from './truncated.js';

const LEAVES = 10;

function regionGates(gates: readonly Gate[]): RegionGate[] {
  return gates.map((gate) => ({
    need: gate.kind === 'atLeast' ? gate.k : gate.kind === 'and' ? gate.inputs.length : 1,
    inputs: gate.inputs.map((input) => (input < LEAVES ? input : LEAVES - 1 - input)),
  }));
}

describe('a truncated diagram', () => {
  it('bounds the probability from its side, however short it is and whatever it is steered by', () => {
    const bad: string[] = [];
    const cut = { lower: 0, upper: 0 };
    for (let seed = 1; seed <= 3000; seed++) {
      const model = randomModel(seed, LEAVES, true);
      const random = randomNumbers(seed);
      const q = Float64Array.from({ length: LEAVES }, () => (random() < 0.5 ? 10 ** (-4 * random()) : random()));
      const steer = Float64Array.from({ length: LEAVES }, () => random());
      const truth = bruteEffects(bitTable(model, LEAVES + model.gates.length - 1), [...q]).probability;
      const gates = regionGates(model.gates);
      for (const side of ['lower', 'upper'] as const) {
        const room = { decisions: seed % 12, nodes: 40 + (seed % 400), steps: { left: 1e6 } };
        const found = truncated(gates, q, steer, side, room);
        if (found === null) continue; // so little room that not even one decision per gate fits
        const bound = found.value[found.root];
        if (side === 'lower' ? bound > truth * (1 + 1e-12) : bound < truth * (1 - 1e-12)) bad.push(`${side} ${seed}`);
        if (Math.abs(bound - truth) > 1e-9 * truth) cut[side]++;
        const whole = truncated(gates, q, steer, side, { decisions: 1e4, nodes: 1e5, steps: { left: 1e6 } });
        if (!(Math.abs((whole?.value[whole.root] ?? -1) - truth) <= 1e-12)) bad.push(`whole ${side} ${seed}`);
      }
    }
    expect(bad).toEqual([]);
    expect(Math.min(cut.lower, cut.upper)).toBeGreaterThan(500);
  });

  it('two functions that end at the same number are not taken for one', () => {
    // Both pairs are bounded by a path that ends at 0.5, the same node.
    const gates: RegionGate[] = [
      { need: 2, inputs: [0, 1] },
      { need: 2, inputs: [2, 3] },
      { need: 1, inputs: [-1, -2] },
    ];
    const half = new Float64Array(4).fill(0.5);
    const room = { decisions: 0, nodes: 100, steps: { left: 1000 } };
    const found = truncated(gates, half, half, 'upper', room);
    expect(found?.value[found.root]).toBe(0.75);
  });

  it('gives up when its room or its steps are used up', () => {
    const gates: RegionGate[] = [{ need: 2, inputs: [0, 1, 2] }];
    const q = new Float64Array(3).fill(0.3);
    expect(truncated(gates, q, q, 'upper', { decisions: 9, nodes: 2, steps: { left: 1000 } })).toBeNull();
    expect(truncated(gates, q, q, 'lower', { decisions: 9, nodes: 100, steps: { left: 1 } })).toBeNull();
  });
});
