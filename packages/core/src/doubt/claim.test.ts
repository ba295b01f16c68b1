import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../case/index.js';
import type { Argument } from './argument.js';
import { bruteForce } from './brute-force.testing.js';
import { cutSetsOf } from './cut-sets.js';
import { randomCase } from './random-argument.testing.js';
import { solve } from './solve.testing.js';
import { upperEnd } from './statistics-of-trials.js';

function near(actual: number, expected: number, tolerance = 1e-12): boolean {
  return Math.abs(actual - expected) <= tolerance * Math.max(Math.abs(expected), 1e-300) || actual === expected;
}

/** Bits that enumeration would need, so that no random case takes for ever. */
function sizeOf(of: Case, argument: Argument): number {
  const members = of.dependence.flatMap((group) => group.members).length;
  const legs = of.elements.filter((one) => one.legs.kind === 'beta').length;
  return argument.leaves.length + members + of.dependence.length + legs;
}

describe('doubts of a claim', () => {
  it('equal brute-force enumeration over legs, group subsets and basic events', () => {
    let tried = 0;
    let withGroups = 0;
    fc.assert(
      fc.property(randomCase({ leaves: 6, goals: 4, groups: 2, challenges: true }), (of) => {
        const { argument, quantified, root, claim } = solve(of);
        if (sizeOf(of, argument) > 18) return;
        tried++;
        const expected = bruteForce(of, 'G0');
        if (of.dependence.length > 0) withGroups++;
        expect(claim.legsProvedBest).toBe(true);
        const { declared, independent, bound } = claim.doubts;
        for (const [name, actual, wanted] of [
          ['declared', upperEnd(declared), expected.declared],
          ['independent', upperEnd(independent), expected.independent],
          ['bound', upperEnd(bound), expected.bound],
        ] as const) {
          if (!near(actual, wanted)) throw new Error(`${name}: ${actual}, enumerated ${wanted}`);
        }
        const sets = cutSetsOf(quantified, root, claim.solution);
        expect(sets.count).toBe(String(expected.cutSets.length));
        const names = (list: readonly (readonly string[])[]) => list.map((set) => [...set].sort().join(' ')).sort();
        if (expected.cutSets.length <= sets.top.length) {
          expect(names(sets.top.map((set) => set.elements))).toEqual(names(expected.cutSets));
        }
      }),
      { numRuns: 2600, seed: 1 },
    );
    expect(tried).toBeGreaterThanOrEqual(2000);
    expect(withGroups).toBeGreaterThan(300);
  });
});
