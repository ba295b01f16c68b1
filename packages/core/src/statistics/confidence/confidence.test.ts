import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prints } from '../prints.testing.js';
import {
  dempster,
  frechetAll,
  frechetAny,
  fused,
  independentAny,
  kemenyOppenheim,
  multiplied,
  productOfConfidence,
  projected,
  sumOfDoubts,
  weightOfEvidence,
  withWarrant,
} from './index.js';

describe('rules for all and any (reference 3.7)', () => {
  test('worked numbers', () => {
    const four = [0.95, 0.95, 0.95, 0.95];
    prints(productOfConfidence(four), '.814506');
    prints(sumOfDoubts(four), '.80');
    expect(frechetAll(four).upper).toBe(0.95);
    prints(productOfConfidence([0.99, 0.98, 0.95]), '.92169');
    prints(sumOfDoubts([0.99, 0.98, 0.95]), '.92');
    prints(productOfConfidence([0.95, 0.9, 0.99]), '.846450');
    prints(frechetAll([0.95, 0.9, 0.99]).lower, '.84');
    expect(frechetAll([0.95, 0.9, 0.99]).upper).toBe(0.9);
    prints(independentAny([0.9, 0.8]), '.98');
    expect(frechetAny([0.9, 0.8])).toEqual({ lower: 0.9, upper: 1 });
    expect(withWarrant(0.9, 0.5)).toBe(0.45);
  });

  test('sum of doubts ≤ product ≤ the weakest; the strongest ≤ any, independent ≤ the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }), (all) => {
        const product = productOfConfidence(all);
        expect(sumOfDoubts(all)).toBeLessThanOrEqual(product + 1e-12);
        expect(product).toBeLessThanOrEqual(frechetAll(all).upper + 1e-12);
        const any = independentAny(all);
        expect(any).toBeGreaterThanOrEqual(frechetAny(all).lower - 1e-12);
        expect(any).toBeLessThanOrEqual(frechetAny(all).upper + 1e-12);
      }),
    );
  });
});

test('weight of evidence (reference 3.7)', () => {
  prints(kemenyOppenheim(0.95, 0.1), '.809524');
  prints(weightOfEvidence(0.95, 0.1), '.977724');
  expect(weightOfEvidence(0.5, 0)).toBe(Number.POSITIVE_INFINITY);
  expect(weightOfEvidence(0, 0)).toBeNaN();
});

describe('Dempster’s rule (reference 3.7)', () => {
  test('T10: Zadeh’s counterexample is certain of what both thought all but impossible, and the conflict says so', () => {
    const { masses, conflict } = dempster({ A: 0.99, B: 0.01 }, { C: 0.99, B: 0.01 });
    expect(masses.B).toBeCloseTo(1, 9);
    expect(conflict).toBeCloseTo(0.9999, 12);
  });

  test('belief, disbelief and the whole', () => {
    const { masses, conflict } = dempster(
      { yes: 0.8, no: 0.1, 'yes or no': 0.1 },
      { yes: 0.6, no: 0.2, 'yes or no': 0.2 },
    );
    prints(masses.yes!, '.897436');
    prints(masses.no!, '.076923');
    prints(masses['yes or no']!, '.025641');
    expect(conflict).toBeCloseTo(0.22, 12);
  });

  test('total conflict gives nothing', () => {
    expect(dempster({ A: 1 }, { B: 1 })).toEqual({ masses: {}, conflict: 1 });
  });
});

describe('subjective logic (reference 3.7)', () => {
  const x = { belief: 0.8, disbelief: 0.1, uncertainty: 0.1, base: 0.5 };
  const y = { belief: 0.6, disbelief: 0.2, uncertainty: 0.2, base: 0.5 };

  test('multiplication', () => {
    const both = multiplied(x, y);
    prints(both.belief, '.553333');
    prints(both.disbelief, '.28');
    prints(both.uncertainty, '.166667');
    expect(projected(both)).toBeCloseTo(projected(x) * projected(y), 12);
  });

  test('cumulative fusion', () => {
    const together = fused(x, y);
    prints(together.belief, '.785714');
    prints(together.disbelief, '.142857');
    prints(together.uncertainty, '.071429');
  });

  test('two that are certain count half each', () => {
    const sure = { belief: 1, disbelief: 0, uncertainty: 0, base: 0.5 };
    const not = { belief: 0, disbelief: 1, uncertainty: 0, base: 0.5 };
    expect(fused(sure, not)).toEqual({ belief: 0.5, disbelief: 0.5, uncertainty: 0, base: 0.5 });
  });
});
