import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assess, prepareCase } from './assess.js';
import { followOutcome } from './followed-case.js';
import { randomCase } from './random-argument.testing.js';
import { upperEnd } from './statistics-of-trials.js';

const options = { asOf: '2026-11-23' };

it('judges one set of doubts after another as each is judged by itself', () => {
  let differing = 0;
  const moves = fc.array(
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.double({ min: 0, max: 1, noNaN: true })),
    {
      minLength: 2,
      maxLength: 4,
    },
  );
  fc.assert(
    fc.property(randomCase({ leaves: 8, goals: 6, groups: 2, challenges: true }), moves, (of, asked) => {
      const { prepared, argued } = prepareCase(of, {}, options);
      const ids = prepared.argument.leaves.map(({ id }) => id);
      const judge = followOutcome(prepared, argued[0]!);
      const standing = judge(new Map()).claim;
      const now = standing === undefined ? undefined : upperEnd(standing.doubts.declared);
      for (const move of [...asked, {}]) {
        const doubts = new Map(
          Object.entries(move).map(([letter, doubt]) => [ids[(letter.charCodeAt(0) * 7) % ids.length]!, doubt]),
        );
        const found = judge(doubts);
        const alone = assess(of, {}, { ...options, instead: { doubts } }).outcomes[0]!;
        expect(found.verdict).toBe(alone.verdict);
        expect(found.reasons).toEqual(alone.reasons);
        if (found.claim === undefined) continue;
        expect(found.claim.doubts).toEqual(alone.doubt);
        if (upperEnd(found.claim.doubts.declared) !== now) differing++;
      }
    }),
    { numRuns: 60, seed: 5 },
  );
  expect(differing).toBeGreaterThan(60);
});
