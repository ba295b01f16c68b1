import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, LegDependence } from '../case/index.js';
import type { Assessment, Doubt, Doubts } from '../doubt/index.js';
import { assess } from '../doubt/index.js';
import { randomCase } from '../doubt/random-argument.testing.js';
import type { CaseChange, WhatIfAnswer } from './types.js';
import { whatIf } from './what-if.js';

const options = { asOf: '2026-11-23' };

const legs: fc.Arbitrary<LegDependence> = fc.oneof(
  fc.constantFrom<LegDependence>({ kind: 'undeclared' }, { kind: 'independent' }),
  fc.constantFrom(0, 0.05, 0.3, 1).map((beta): LegDependence => ({ kind: 'beta', beta })),
);

/** Changes by numbers that stand for whatever the case has: a leaf, a group, legs, a threshold. */
const plan = fc.record({
  kind: fc.constantFrom('doubt', 'doubt', 'doubt', 'group', 'legs', 'threshold'),
  which: fc.nat(1000),
  number: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 0.5, 1e-9)),
  legs,
});

function changesFor(of: Case, plans: readonly (typeof plan extends fc.Arbitrary<infer T> ? T : never)[]): CaseChange[] {
  const pick = <T>(items: readonly T[], which: number): readonly T[] =>
    items.length === 0 ? [] : [items[which % items.length]!];
  const combined = of.elements.filter(
    ({ combine, supportedBy }) =>
      supportedBy.length > 1 &&
      (combine.kind === 'any' || (combine.kind === 'atLeast' && combine.k < supportedBy.length)),
  );
  const leaves = of.elements.flatMap(({ id, doubt, inference }) => [
    ...(doubt === undefined ? [] : [id]),
    ...(inference === undefined ? [] : [`${id}.inference`]),
  ]);
  return plans.flatMap(({ kind, which, number, legs: dependence }): readonly CaseChange[] => {
    if (kind === 'doubt') return pick(leaves, which).map((leaf) => ({ kind: 'doubt', leaf, doubt: number }));
    if (kind === 'group') return pick(of.dependence, which).map(({ name }) => ({ kind: 'group', name, beta: number }));
    if (kind === 'legs') return pick(combined, which).map(({ id }) => ({ kind: 'legs', element: id, dependence }));
    return pick(of.outcomes, which).map(({ id }) => ({ kind: 'threshold', outcome: id, probability: number }));
  });
}

/** What an answer says of a full assessment, beside one of the case as it stands. */
function expectSame(answer: WhatIfAnswer, full: Assessment, standing: Assessment): void {
  full.outcomes.forEach((outcome, at) => {
    const found = answer.outcomes[at]!;
    expect(found).toMatchObject({ id: outcome.id, verdict: outcome.verdict, statement: outcome.statement });
    expect(found.legs).toEqual(outcome.legs);
    expect(found.groups).toEqual(outcome.groups);
    expect(found.legsProvedBest).toBe(outcome.legsProvedBest);
    expect(found.reasons).toEqual(outcome.reasons.filter(({ code }) => code !== 'inference-unassessed'));
    expectDoubts(found.doubt!, outcome.doubt!);
  });
  const told = new Map(answer.elements.map(({ id, doubt }) => [id, doubt]));
  const before = new Map(standing.elements.map(({ id, doubt }) => [id, doubt]));
  for (const { id, doubt } of full.elements) {
    const found = told.get(id) ?? before.get(id);
    if (doubt === undefined) expect(found).toBeUndefined();
    else expectDoubts(found!, doubt);
  }
  const leaves = new Map(standing.leaves.map(({ id, doubt }) => [id, doubt]));
  for (const { id, doubt } of answer.leaves) leaves.set(id, { mean: doubt });
  for (const { id, doubt } of full.leaves) expectDoubt(leaves.get(id)!, doubt!);
}

function expectDoubts(a: Doubts, b: Doubts): void {
  for (const key of ['declared', 'independent', 'bound'] as const) expectDoubt(a[key], b[key]);
}

function expectDoubt(a: Doubt, b: Doubt): void {
  expect(Object.keys(a).sort()).toEqual(Object.keys(b).sort());
  for (const [key, value] of Object.entries(b)) {
    const found = (a as unknown as Record<string, number>)[key]!;
    expect(Math.abs(found - (value as number))).toBeLessThanOrEqual(1e-12 * Math.max(found, value as number));
  }
}

describe('what a case would be worth', () => {
  it('is what assess says of the changed case, whatever was asked before', () => {
    let flips = 0;
    fc.assert(
      fc.property(
        randomCase({ leaves: 9, goals: 6, groups: 3, challenges: true }),
        fc.array(fc.array(plan, { maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        (of, questions) => {
          const asked = whatIf(of, {}, options);
          const standing = assess(of, {}, options);
          for (const plans of questions) {
            const changes = changesFor(of, plans).filter(
              (change) => asked.answer([change]).ok, // a leaf that no outcome stands on
            );
            const answer = asked.answer(changes);
            if (!answer.ok) throw new Error(answer.problem.message);
            const full = asked.assess(changes);
            if (!('outcomes' in full)) throw new Error(full.message);
            expectSame(answer.value, full, standing);
            if (
              full.outcomes[0]!.legs.some(({ legs: own }, at) => `${own}` !== `${standing.outcomes[0]!.legs[at]?.legs}`)
            )
              flips++;
          }
        },
      ),
      { numRuns: process.env.SURETY_LONG === '1' ? 3000 : 150 },
    );
    expect(flips).toBeGreaterThan(20);
  });

  it('is what assess says of a text in which the number was written', () => {
    fc.assert(
      fc.property(
        randomCase({ leaves: 7, goals: 5, groups: 2, challenges: true }),
        fc.nat(1000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, which, number) => {
          const stated = of.elements.filter(({ doubt }) => doubt !== undefined);
          const { id } = stated[which % stated.length]!;
          const answer = whatIf(of, {}, options).answer([{ kind: 'doubt', leaf: id, doubt: number }]);
          if (!answer.ok) return; // no outcome stands on it
          const origin = { file: 'case.yaml', path: [] };
          const doubt = { opinions: [{ value: { kind: 'number', value: number } as const, origin }], origin };
          const elements = of.elements.map((element) => (element.id === id ? { ...element, doubt } : element));
          const full = assess({ ...of, elements }, {}, options);
          expectDoubts(answer.value.outcomes[0]!.doubt!, full.outcomes[0]!.doubt!);
        },
      ),
      { numRuns: 100 },
    );
  });
});
