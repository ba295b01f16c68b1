import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solve as maximise } from 'yalps';
import type { ArgumentGate } from './argument.js';
import { randomCase } from './random-argument.testing.js';
import { solve } from './solve.testing.js';
import { upperEnd } from './statistics-of-trials.js';

/**
 * The largest probability of failure over all joint distributions of the leaves with these doubts: a linear programme
 * with one variable for each set of leaves that fail, solved by an independent package.
 */
function worstJoint(doubts: readonly number[], fails: (mask: number) => boolean): number {
  const constraints: Record<string, { equal: number }> = { total: { equal: 1 } };
  for (const [leaf, doubt] of doubts.entries()) constraints[`leaf ${leaf}`] = { equal: doubt };
  const variables: Record<string, Record<string, number>> = {};
  for (let mask = 0; mask < 2 ** doubts.length; mask++) {
    const column: Record<string, number> = { total: 1, failure: fails(mask) ? 1 : 0 };
    for (const leaf of doubts.keys()) if ((mask >> leaf) & 1) column[`leaf ${leaf}`] = 1;
    variables[`set ${mask}`] = column;
  }
  const solution = maximise({ direction: 'maximize', objective: 'failure', constraints, variables });
  if (solution.status !== 'optimal') throw new Error(`linear programme: ${solution.status}`);
  return solution.result;
}

describe('the dependence-free bound', () => {
  it('is never below the worst joint distribution, nor above the sum over cut sets of the smallest doubt', () => {
    let tried = 0;
    let tight = 0;
    fc.assert(
      fc.property(randomCase({ leaves: 7, goals: 4, groups: 0, challenges: true }), (of) => {
        const { argument, quantified, root, claim } = solve(of);
        const leaves = argument.leaves.length;
        if (leaves > 8) return;
        tried++;
        const fails = (mask: number): boolean => {
          const values: boolean[] = argument.leaves.map((_, leaf) => ((mask >> leaf) & 1) === 1);
          for (const gate of argument.gates)
            values.push(
              gateFails(
                gate,
                gate.inputs.map((input) => values[input] === true),
              ),
            );
          return values[root] === true;
        };
        const bound = upperEnd(claim.doubts.bound);
        const worst = worstJoint(quantified.means, fails);
        if (bound < worst - 1e-7) throw new Error(`bound ${bound} below the worst joint distribution ${worst}`);
        if (bound < worst + 1e-7) tight++;
        const minimal = minimalCutSets(leaves, fails);
        const overCutSets = minimal.reduce(
          (sum, mask) => sum + Math.min(...members(mask).map((leaf) => quantified.means[leaf] as number)),
          0,
        );
        expect(bound).toBeLessThanOrEqual(Math.max(overCutSets * (1 + 1e-12), 0));
      }),
      { numRuns: 330, seed: 7 },
    );
    expect(tried).toBeGreaterThanOrEqual(200);
    expect(tight).toBeGreaterThan(100);
  });
});

function gateFails(gate: ArgumentGate, failing: readonly boolean[]): boolean {
  const count = failing.filter(Boolean).length;
  if (gate.kind === 'legs') return count >= failing.length - gate.k + 1;
  return gate.kind === 'or' ? count > 0 : count === failing.length;
}

function members(mask: number): number[] {
  return Array.from({ length: 32 }, (_, leaf) => leaf).filter((leaf) => (mask >> leaf) & 1);
}

function minimalCutSets(leaves: number, fails: (mask: number) => boolean): number[] {
  const found: number[] = [];
  const masks = Array.from({ length: 2 ** leaves }, (_, mask) => mask).sort(
    (a, b) => members(a).length - members(b).length,
  );
  for (const mask of masks) if (fails(mask) && !found.some((cut) => (cut & mask) === cut)) found.push(mask);
  return found;
}
