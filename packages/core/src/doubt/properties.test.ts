import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, Element, LegDependence } from '../case/index.js';
import { groupModel, zip } from './group-model.js';
import { randomCase, stated } from './random-argument.testing.js';
import { solve } from './solve.testing.js';
import { upperEnd } from './statistics-of-trials.js';

const cases = randomCase({ leaves: 9, goals: 6, groups: 2, challenges: true });

function numbers(of: Case) {
  const { claim } = solve(of);
  const { declared, independent, bound } = claim.doubts;
  return {
    declared: upperEnd(declared),
    independent: upperEnd(independent),
    bound: upperEnd(bound),
    proved: claim.legsProvedBest,
  };
}

/** `a <= b` up to rounding. */
function expectAtMost(a: number, b: number, what: string): void {
  if (a > b * (1 + 1e-12) + 1e-300) throw new Error(`${what}: ${a} > ${b}`);
}

function raise(of: Case, index: number, by: number): Case | undefined {
  const withDoubt = of.elements.filter((one) => one.doubt !== undefined || one.inference !== undefined);
  const target = withDoubt[index % withDoubt.length] as Element;
  const lift = (doubt: Element['doubt']) => {
    const value = doubt?.opinions[0]?.value;
    return value?.kind === 'number' ? stated(value.value + (1 - value.value) * by) : doubt;
  };
  const raised: Element = {
    ...target,
    ...(target.doubt === undefined ? {} : { doubt: lift(target.doubt) as NonNullable<Element['doubt']> }),
    ...(target.inference === undefined
      ? {}
      : { inference: lift(target.inference) as NonNullable<Element['inference']> }),
  };
  return { ...of, elements: of.elements.map((one) => (one === target ? raised : one)) };
}

describe('the three doubts', () => {
  it('never fall when a leaf is doubted more', () => {
    let proved = 0;
    fc.assert(
      fc.property(cases, fc.nat(1000), fc.double({ min: 0.001, max: 1, noNaN: true }), (of, index, by) => {
        const higher = raise(of, index, by);
        if (higher === undefined) return;
        const before = numbers(of);
        const after = numbers(higher);
        if (!before.proved || !after.proved) return;
        proved++;
        expectAtMost(before.declared, after.declared, 'declared');
        expectAtMost(before.independent, after.independent, 'independent');
        expectAtMost(before.bound, after.bound, 'bound');
      }),
      { numRuns: 1500, seed: 2 },
    );
    expect(proved).toBeGreaterThan(1400);
  });

  it('are in order, for the claim and for every element below it', () => {
    fc.assert(
      fc.property(cases, (of) => {
        const all = numbers(of);
        expectAtMost(all.independent, all.declared, 'independent <= declared');
        expectAtMost(all.declared, all.bound, 'declared <= bound');
      }),
      { numRuns: 1500, seed: 3 },
    );
  });

  it('fall from nothing declared over any leg beta to independent', () => {
    fc.assert(
      fc.property(cases, fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true }), (of, index, beta) => {
        const strategies = of.elements.filter((one) => one.combine.kind !== 'all');
        const target = strategies[index % Math.max(1, strategies.length)];
        if (target === undefined) return;
        const under = (legs: LegDependence) => {
          const elements = of.elements.map((one) => (one === target ? { ...one, legs } : one));
          return numbers({ ...of, elements }).declared;
        };
        const none = under({ kind: 'undeclared' });
        const some = under({ kind: 'beta', beta });
        const full = under({ kind: 'independent' });
        expectAtMost(some, none, 'beta <= undeclared');
        expectAtMost(full, some, 'independent <= beta');
      }),
      { numRuns: 1000, seed: 4 },
    );
  });

  it('do not fall when a group is added that is disjoint from the others', () => {
    let added = 0;
    fc.assert(
      fc.property(
        cases,
        fc.array(fc.nat(1000), { minLength: 2, maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, picks, beta) => {
          const taken = new Set(of.dependence.flatMap((group) => group.members.map((member) => member.leaf)));
          const free = of.elements.filter((one) => one.doubt !== undefined && !taken.has(one.id)).map((one) => one.id);
          const members = [...new Set(picks.map((n) => free[n % Math.max(1, free.length)]))].filter(
            (id) => id !== undefined,
          );
          if (members.length < 2) return;
          added++;
          const group = {
            name: 'added',
            beta,
            members: members.map((leaf) => ({ leaf, origin: of.origin })),
            origin: of.origin,
          };
          expectAtMost(
            numbers(of).declared,
            numbers({ ...of, dependence: [...of.dependence, group] }).declared,
            'with the group',
          );
        },
      ),
      { numRuns: 1000, seed: 5 },
    );
    expect(added).toBeGreaterThan(400);
  });
});

describe('a group', () => {
  const p = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 1e-12));

  it('keeps the doubt of each member exactly, in every trial', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(p, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rows, beta) => {
          const doubts = rows.map((row) => Float64Array.from(row));
          const means = rows.map((row) => row.reduce((a, b) => a + b) / 5);
          const model = groupModel(doubts, means, beta);
          model.order.forEach((member, at) => {
            // P(C_j) is the product of the nested conditions from j upwards.
            let common = zip(1, new Float64Array(5).fill(1), (a, b) => a * b) as Float64Array;
            for (let j = at; j < model.order.length; j++)
              common = zip(common, model.nested[j] as Float64Array, (a, b) => a * b) as Float64Array;
            for (let t = 0; t < 5; t++) {
              const c = common[t] as number;
              const q = (model.own[at] as Float64Array)[t] as number;
              expect(c).toBeCloseTo((model.common[at] as Float64Array)[t] as number, 12);
              expect(beta * c + (1 - beta * c) * q).toBeCloseTo((rows[member] as number[])[t] as number, 12);
            }
          });
        },
      ),
      { numRuns: 2000, seed: 6 },
    );
  });
});
