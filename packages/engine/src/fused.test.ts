import { describe, expect, test } from 'vitest';
import { compile } from './compile.js';
import { fuse, type Program } from './fused.js';
import type { Gate } from './types.js';

test('each kind of step, to the bit', () => {
  const program: Program = {
    inputs: 3,
    steps: [
      { kind: 'decide', q: { add: 0, by: 1, x: 0 }, hi: { add: 1, by: 0 }, lo: { add: 0, by: 1, x: 1 } },
      { kind: 'decide', q: { add: 0, by: 1, x: 2 }, hi: { add: 0, by: 1, x: 3 }, lo: { add: 0, by: 0 } },
      {
        kind: 'decide',
        q: { add: 0.1, by: 0.3, x: 0 },
        hi: { add: 0.2, by: 0.7, x: 4 },
        lo: { add: 0.05, by: 0.5, x: 3 },
      },
      { kind: 'mix', add: 0.01, by: 0.6, x: 5, byY: 0.3, y: 1 },
    ],
    outputs: [3, 0, 2],
  };
  const fused = fuse(program, 8)!;
  const columns = [0, 1, 2].map((i) => Float64Array.from({ length: 8 }, (_, t) => ((t * 7 + i * 3 + 1) % 11) / 12.3));
  for (const [i, column] of columns.entries()) fused.input(i).set(column);
  fused.run(7);
  for (let t = 0; t < 7; t++) {
    const [x, y, z] = columns.map((column) => column[t]!) as [number, number, number];
    const a = x + (1 - x) * y;
    const b = z * a;
    const p = 0.1 + 0.3 * x;
    const c = p * (0.2 + 0.7 * b) + (1 - p) * (0.05 + 0.5 * a);
    expect([fused.output(0)[t], fused.output(1)[t], fused.output(2)[t]]).toEqual([0.01 + 0.6 * c + 0.3 * y, a, c]);
  }
});

describe('a model of enough trials goes this way, and has the bits of the plain loops', () => {
  const gates: Gate[] = [];
  const leaves = 40;
  const add = (gate: Gate) => leaves + gates.push(gate) - 1;
  let top = add({ kind: 'atLeast', k: 2, inputs: [0, 1, 2, 3] });
  for (let i = 4; i < leaves; i += 3)
    top = add({
      kind: i % 2 === 0 ? 'or' : 'and',
      inputs: [top, add({ kind: 'atLeast', k: 2, inputs: [i, i + 1, i + 2] })],
    });
  const compiled = compile({ leaves, gates }, [top]);
  const constants = Float64Array.from({ length: leaves }, (_, i) => 0.5 / (i + 2));
  const column = (leaf: number, trials: number) =>
    Float64Array.from({ length: trials }, (_, t) => ((t * (leaf + 3)) % 97) / 100);
  const varying = (trials: number) =>
    new Map(
      Array.from({ length: leaves }, (_, leaf) => [leaf, column(leaf, trials)] as const).filter(
        ([leaf]) => leaf % 7 !== 5,
      ),
    );

  test('values and mean', () => {
    const trials = 200_001;
    const whole = compiled.evaluate({ trials, constants, varying: varying(trials) });
    const values = whole.values(top).upper as Float64Array;
    // Few trials at a time stay with the plain loops.
    for (const from of [0, 777, 150_000, trials - 10]) {
      const part = compiled.evaluate({
        trials: 10,
        constants,
        varying: new Map([...varying(trials)].map(([leaf, all]) => [leaf, all.slice(from, from + 10)])),
      });
      expect(part.values(top).upper).toEqual(values.slice(from, from + 10));
    }
    let sum = 0;
    for (const value of values) sum += value;
    expect(whole.mean(top).upper).toBeCloseTo(sum / trials, 14);
  });
});
