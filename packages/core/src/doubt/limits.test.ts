import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Doubt } from './assessment.js';
import { randomCase } from './random-argument.testing.js';
import { solve } from './solve.testing.js';
import { upperEnd } from './statistics-of-trials.js';

function lowerEnd(doubt: Doubt): number {
  return 'mean' in doubt ? doubt.mean : doubt.lower;
}

describe('an argument that does not fit in the engine', () => {
  it('gets intervals that hold the exact numbers, and says so', () => {
    let met = 0;
    fc.assert(
      fc.property(randomCase({ leaves: 9, goals: 6, groups: 2, challenges: true }), fc.nat(6), (of, nodes) => {
        const exact = solve(of).claim.doubts;
        const { claim } = solve(of, { nodes });
        const limited = claim.doubts;
        const rounding = 1 + 1e-12;
        expect(upperEnd(limited.declared) * rounding).toBeGreaterThanOrEqual(upperEnd(exact.declared));
        for (const key of ['independent', 'bound'] as const) {
          expect(upperEnd(limited[key]) * rounding).toBeGreaterThanOrEqual(upperEnd(exact[key]));
          expect(lowerEnd(limited[key])).toBeLessThanOrEqual(upperEnd(exact[key]) * rounding);
        }
        const isInterval = Object.values(limited).some((doubt: Doubt) => !('mean' in doubt));
        if (!isInterval) return;
        met++;
        expect(claim.notes.some(({ code }) => code === 'engine-limit' || code === 'legs-not-proved')).toBe(true);
      }),
      { numRuns: 1500, seed: 21 },
    );
    expect(met).toBeGreaterThan(200);
  });
});
