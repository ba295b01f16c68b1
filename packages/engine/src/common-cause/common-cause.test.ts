import { describe, expect, test } from 'vitest';
import { compile } from '../compile.js';
import type { Gate } from '../types.js';
import { type Arithmetic, type CommonCauseModel, commonCauseEvents, levelProbabilities } from './common-cause.js';

const numbers: Arithmetic<number> = {
  constant: (value) => value,
  add: (values) => values.reduce((x, y) => x + y),
  subtract: (x, y) => x - y,
  multiply: (values) => values.reduce((x, y) => x * y, 1),
  divide: (x, y) => x / y,
};
const levelsOf = (model: CommonCauseModel, size: number, factors: readonly number[], total = 0.1) =>
  levelProbabilities(model, size, total, factors, numbers);

describe('levels by hand', () => {
  test.each<[CommonCauseModel, number, readonly number[], readonly (number | undefined)[]]>([
    ['beta-factor', 3, [0.2], [0.08, undefined, 0.02]],
    ['MGL', 3, [0.2, 0.3], [0.08, 0.2 * 0.7 * 0.1 * 0.5, 0.006]],
    ['MGL', 4, [0.2], [0.08, 0.02 / 3, undefined, undefined]],
    ['alpha-factor', 3, [0.7, 0.2, 0.1], [0.05, (2 * 0.2 * 0.1) / (2 * 1.4), (3 * 0.1 * 0.1) / 1.4]],
    ['phi-factor', 3, [0.7, 0.2, 0.1], [0.07, 0.02, 0.01]],
  ])('%s of %i', (model, size, factors, expected) => {
    const found = levelsOf(model, size, factors);
    expect(found.length).toBe(expected.length);
    for (const [i, value] of expected.entries()) {
      if (value === undefined) expect(found[i]).toBeUndefined();
      else expect(found[i]).toBeCloseTo(value, 15);
    }
  });

  // NUREG/CR-4780: what a member is in adds up to its total failure probability.
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
  test.each<[CommonCauseModel, (size: number) => readonly number[]]>([
    ['beta-factor', () => [0.15]],
    ['MGL', (size) => Array.from({ length: size - 1 }, (_, i) => 0.1 + 0.09 * i)],
    ['alpha-factor', (size) => Array.from({ length: size }, (_, i) => 0.9 ** i * (0.2 + i))],
  ])('%s: the events of a member add up to its total', (model, factors) => {
    for (let size = 2; size <= 8; size++) {
      const levels = levelsOf(model, size, factors(size));
      const sum = levels.reduce<number>((s, q, i) => s + (q ?? 0) * choose(size - 1, i), 0);
      expect(sum).toBeCloseTo(0.1, 14);
    }
  });
});

test('events are all sets of members of the wanted sizes', () => {
  expect(commonCauseEvents(3, [1, 3])).toEqual([[0], [1], [2], [0, 1, 2]]);
  expect(commonCauseEvents(8, [1, 2, 3, 4, 5, 6, 7, 8]).length).toBe(255);
  expect(commonCauseEvents(4, [2])).toEqual([
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
  ]);
});

/** Every combination of the events of the expansion, one by one. */
function bruteForce(sets: readonly (readonly number[])[], p: readonly number[], size: number, least: number): number {
  let total = 0;
  for (let mask = 0; mask < 1 << sets.length; mask++) {
    let weight = 1;
    let failed = 0;
    for (const [i, set] of sets.entries()) {
      if ((mask >> i) & 1) {
        weight *= p[i]!;
        for (const member of set) failed |= 1 << member;
      } else weight *= 1 - p[i]!;
    }
    let count = 0;
    for (let member = 0; member < size; member++) count += (failed >> member) & 1;
    if (count >= least) total += weight;
  }
  return total;
}

describe('each model through the engine is its own expansion, counted out', () => {
  const cases: readonly [CommonCauseModel, number, readonly number[]][] = [
    ['beta-factor', 2, [0.3]],
    ['beta-factor', 8, [0.1]],
    ['MGL', 2, [0.3]],
    ['MGL', 3, [0.2, 0.5]],
    ['MGL', 4, [0.2, 0.5, 0.6]],
    ['MGL', 5, [0.2]],
    ['alpha-factor', 2, [0.8, 0.2]],
    ['alpha-factor', 3, [0.7, 0.2, 0.1]],
    ['alpha-factor', 4, [0.7, 0.2, 0.06, 0.04]],
    ['phi-factor', 3, [0.6, 0.3, 0.1]],
    ['phi-factor', 4, [0.6, 0.2, 0.15, 0.05]],
  ];
  test.each(cases)('%s of %i members', (model, size, factors) => {
    const levels = levelsOf(model, size, factors, 0.2);
    const present = levels.flatMap((q, i) => (q === undefined ? [] : [i + 1]));
    const sets = commonCauseEvents(size, present);
    const p = sets.map((set) => levels[set.length - 1]!);
    const member = (of: number): Gate => ({
      kind: 'or',
      inputs: sets.flatMap((set, i) => (set.includes(of) ? [i] : [])),
    });
    const gates: Gate[] = Array.from({ length: size }, (_, of) => member(of));
    const members = gates.map((_, i) => sets.length + i);
    for (let k = 1; k <= size; k++) {
      const whole = { leaves: sets.length, gates: [...gates, { kind: 'atLeast', k, inputs: members } as const] };
      const root = sets.length + size;
      const { upper, exact } = compile(whole, [root]).probability(Float64Array.from(p), root);
      expect(exact).toBe(true);
      expect(Math.abs(upper / bruteForce(sets, p, size, k) - 1)).toBeLessThan(1e-11);
    }
  });
});
