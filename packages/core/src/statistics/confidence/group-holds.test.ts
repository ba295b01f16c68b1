import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupAllFail } from '../dependent-failures.js';
import { frechetAll, groupHolds, independentAny, productOfConfidence } from './index.js';

/** By the definition of a group: B, the independent D_j of which C_j are products, and I_j, enumerated one by one. */
function byEnumeration(doubts: readonly number[], beta: number) {
  const p = [...doubts].sort((a, b) => a - b);
  const d = p.map((each, j) => (j + 1 < p.length ? (p[j + 1] === 0 ? 1 : each / p[j + 1]!) : each));
  const q = p.map((each) => (beta * each === 1 ? 0 : (each - beta * each) / (1 - beta * each)));
  const chances = [beta, ...d, ...q];
  let [all, any] = [0, 0];
  for (let state = 0; state < 2 ** chances.length; state++) {
    const is = chances.map((_, bit) => ((state >> bit) & 1) === 1);
    const weight = chances.reduce((product, chance, bit) => product * (is[bit] ? chance : 1 - chance), 1);
    const fails = p.map((_, j) => (is[0]! && is.slice(1 + j, 1 + p.length).every(Boolean)) || is[1 + p.length + j]!);
    if (!fails.includes(true)) all += weight;
    if (fails.includes(false)) any += weight;
  }
  return { all, any };
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

test('is what the definition of a group gives, and lies between the bounds for any dependence', () => {
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 4 }), share, (doubts, beta) => {
      const found = groupHolds(doubts, beta);
      const slow = byEnumeration(doubts, beta);
      expect(found.all).toBeCloseTo(slow.all, 10);
      expect(found.any).toBeCloseTo(slow.any, 10);
      const { lower, upper } = frechetAll(doubts.map((p) => 1 - p));
      expect(found.all).toBeGreaterThanOrEqual(lower - 1e-12);
      expect(found.all).toBeLessThanOrEqual(upper + 1e-12);
    }),
    { numRuns: 60 },
  );
});

test('at the ends it is independence, and the weakest', () => {
  const doubts = [0.1, 0.02, 0.3];
  const held = doubts.map((p) => 1 - p);
  expect(groupHolds(doubts, 0).all).toBeCloseTo(productOfConfidence(held), 14);
  expect(groupHolds(doubts, 0).any).toBeCloseTo(independentAny(held), 14);
  expect(groupHolds(doubts, 1)).toEqual({ all: expect.closeTo(0.7, 12), any: expect.closeTo(0.98, 12) });
  expect(1 - groupHolds([0.01, 0.01, 0.01], 0.1).any).toBeCloseTo(groupAllFail(0.01, 3, 0.1), 14);
  expect(groupHolds([0.1], 2)).toEqual({ all: Number.NaN, any: Number.NaN });
});
