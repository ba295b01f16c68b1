import { describe, expect, test } from 'vitest';
import { compile } from '../compile.js';
import type { Gate } from '../types.js';
import { trialMemory } from './index.js';
import { fusedPasses } from './passes.js';
import type { Step } from './program.js';
import { segmentsOf } from './segments.js';

test('each kind of step, to the bit', () => {
  const steps: Step[] = [
    { kind: 'decide', q: { add: 0, by: 1, x: 0 }, hi: { add: 1, by: 0 }, lo: { add: 0, by: 1, x: 1 } },
    { kind: 'decide', q: { add: 0, by: 1, x: 2 }, hi: { add: 0, by: 1, x: 3 }, lo: { add: 0, by: 0 } },
    {
      kind: 'decide',
      q: { add: 0.1, by: 0.3, x: 0 },
      hi: { add: 0.2, by: 0.7, x: 4 },
      lo: { add: 0.05, by: 0.5, x: 3 },
    },
    { kind: 'mix', add: 0.01, by: 0.6, x: 5, byY: 0.3, y: 1 },
  ];
  const columns = [0, 1, 2].map((i) => Float64Array.from({ length: 8 }, (_, t) => ((t * 7 + i * 3 + 1) % 11) / 12.3));
  const pass = fusedPasses().bind(steps, [3, 0, 2], columns)!;
  pass.run(0, 7);
  for (let t = 0; t < 7; t++) {
    const [x, y, z] = columns.map((column) => column[t]!) as [number, number, number];
    const a = x + (1 - x) * y;
    const b = z * a;
    const p = 0.1 + 0.3 * x;
    const c = p * (0.2 + 0.7 * b) + (1 - p) * (0.05 + 0.5 * a);
    expect(pass.outputs.map((output) => output[t])).toEqual([0.01 + 0.6 * c + 0.3 * y, a, c]);
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

  test('columns that are read where they lie', () => {
    const trials = 60_001;
    const memory = trialMemory(2 * leaves, trials);
    expect(memory.shared).not.toBeNull();
    for (const first of [0, leaves]) {
      const given = varying(trials);
      const there = new Map([...given.keys()].map((leaf) => [leaf, memory.columns[first + leaf]!]));
      for (const [leaf, column] of there) column.set(given.get(leaf)!.map((p) => p / (1 + first)));
      const copies = new Map([...there].map(([leaf, all]) => [leaf, all.slice()]));
      const valuesOf = (columns: Map<number, Float64Array>) =>
        compiled.evaluate({ trials, constants, varying: columns, memory }).values(top).upper as Float64Array;
      const found = valuesOf(there);
      expect(valuesOf(copies).every((x, t) => x === found[t])).toBe(true);
      // A column from elsewhere among them is copied with all others.
      there.set(2, copies.get(2)!);
      expect(valuesOf(there).every((x, t) => x === found[t])).toBe(true);
    }
  });
});

describe('segments', () => {
  // Pairs of columns, added up from the last to the first.
  const inputs = Array.from({ length: 24 }, (_, i) => i);
  const pairs: Step[] = Array.from({ length: 12 }, (_, i) => ({
    kind: 'mix',
    add: 0,
    by: 1,
    x: 2 * i,
    byY: 1,
    y: 2 * i + 1,
  }));
  const sums: Step[] = Array.from({ length: 11 }, (_, i) => ({
    kind: 'mix',
    add: 0,
    by: 1,
    x: 24 + 10 - i,
    byY: 1,
    y: i === 0 ? 24 + 11 : 36 + i - 1,
  }));
  const program = { inputs, steps: [...pairs, ...sums], outputs: [22] };

  test('read eight columns each, and keep in blocks what later ones need', () => {
    const { of, block, blocks } = segmentsOf(program, 64);
    expect([...of]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, ...new Array(15).fill(2)]);
    // The pairs of the first two segments are read in the third.
    expect([...block].map((at) => at >= 0)).toEqual(Array.from({ length: 23 }, (_, at) => at < 8 || at === 22));
    expect(new Set(block.filter((at) => at >= 0)).size).toBe(9);
    expect([block[22], blocks]).toEqual([0, 9]);
  });

  test('are one where there is no room between them', () => {
    const { of, blocks } = segmentsOf(program, 8);
    expect([Math.max(...of), blocks]).toEqual([0, 1]);
  });

  test('a block is used again when what it held was read', () => {
    const chain: Step[] = Array.from({ length: 39 }, (_, i) => ({
      kind: 'mix',
      add: 0,
      by: 0.5,
      x: i === 0 ? 0 : 40 + i - 1,
      byY: 0.5,
      y: i + 1,
    }));
    const { of, blocks } = segmentsOf(
      { inputs: Array.from({ length: 40 }, (_, i) => i), steps: chain, outputs: [38] },
      64,
    );
    expect(Math.max(...of)).toBe(4);
    // Four sums cross from one segment to the next, two blocks in turn.
    expect(blocks).toBe(3);
  });
});
