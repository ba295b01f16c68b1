import fc from 'fast-check';
import { expect, it } from 'vitest';
import { doubtsOfClaim } from './claim.js';
import { doubtsWithOnly } from './only-these.js';
import { withDoubts } from './quantify.js';
import { randomCase } from './random-argument.testing.js';
import { solve } from './solve.testing.js';
import { upperEnd } from './statistics-of-trials.js';

const names = ['declared', 'independent', 'bound'] as const;

it('is what the whole argument says with a doubt of 0 for every other leaf', () => {
  let differing = 0;
  let none = 0;
  fc.assert(
    fc.property(
      randomCase({ leaves: 8, goals: 7, groups: 2, challenges: true }),
      fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
      (of, picks) => {
        const { quantified, root } = solve(of);
        const free = (leaf: number) => picks[leaf % picks.length] === true;
        const whole = withDoubts(
          quantified,
          quantified.doubts.map((doubt, leaf) => (free(leaf) ? doubt : 0)),
        );
        const expected = doubtsOfClaim(whole, root, []).doubts;
        const found = doubtsWithOnly(quantified, root, free);
        for (const name of names) {
          const [a, b] = [upperEnd(found[name]), upperEnd(expected[name])];
          expect(Math.abs(a - b), name).toBeLessThanOrEqual(1e-12 + 1e-9 * b);
        }
        if (upperEnd(expected.declared) === 0) none += 1;
        else if (upperEnd(expected.declared) !== upperEnd(solve(of).claim.doubts.declared)) differing += 1;
      },
    ),
    { numRuns: 250, seed: 8 },
  );
  // Most sets are neither everything nor nothing.
  expect(differing).toBeGreaterThan(80);
  expect(none).toBeGreaterThan(5);
});
