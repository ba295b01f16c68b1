import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assess, assessInShort } from './assess.js';
import { randomCase } from './random-argument.testing.js';

const cases = randomCase({ leaves: 8, goals: 6, groups: 2, challenges: true });

it('says in short of the case and of its outcomes what it says in full', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 0, max: 3 }), (of, seed) => {
      const options = { asOf: '2026-11-23', seed };
      const { elements, leaves, quantities, case: about, ...rest } = assess(of, {}, options);
      const { contentHash, ...head } = about;
      expect(assessInShort(of, {}, options)).toEqual({ ...rest, case: head });
      expect(contentHash).toBe(of.contentHash);
      expect(elements).toHaveLength(of.elements.length);
    }),
    { numRuns: 300 },
  );
});
