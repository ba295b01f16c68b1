import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestRising } from './rising.js';

/** The length by trying every end, in quadratic time. */
function lengthOf(values: readonly number[]): number {
  const best = values.map(() => 1);
  values.forEach((value, at) => {
    for (let before = 0; before < at; before += 1) {
      if (values[before]! < value) best[at] = Math.max(best[at]!, best[before]! + 1);
    }
  });
  return Math.max(0, ...best);
}

test('rises, and is as long as any', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 20 }), (values) => {
      const chosen = longestRising(values).map((at) => values[at]!);
      expect(chosen).toEqual([...chosen].sort((a, b) => a - b));
      expect(chosen).toHaveLength(lengthOf(values));
    }),
  );
});
