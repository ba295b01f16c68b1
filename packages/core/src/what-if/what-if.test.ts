import { describe, expect, it } from 'vitest';
import { caseFrom, counted, textOf } from '../doubt/text.testing.js';
import type { CaseChange } from './types.js';
import { whatIf } from './what-if.js';

const options = { asOf: '2026-11-23', trials: { randomisations: 4, points: 64 } };

const argument = `
G1: { text: Nothing happens, supportedBy: [S1] }
S1: { text: Two barriers and a test, supportedBy: [G2, G3, Sn3] }
G2: { text: One barrier holds, combine: any, supportedBy: [Sn1, Sn2], dependence: { beta: 0.1, because: one team } }
G3: { text: It cannot, holdsUntil: { tasks: 2000 }, supportedBy: [Sn4] }
Sn1: { text: Monitor, doubt: miss }
Sn2: { text: Sandbox, doubt: { beta: [1, 99] } }
Sn3: { text: Test, doubt: slip }
Sn4: { text: Range, evidence: range, requires: { rate: "<= 0.1" } }
`;
const rest = `
quantities:
  attempts: { between: [2, 8], unit: attempts per window }
  each: { beta: [1, 999], unit: probability per attempt }
  miss: 1 - (1 - each)^attempts
  slipEach: { beta: [1, 999999], unit: probability per task }
  slip: atLeastOne(slipEach, exposure.tasks)
evidence:
  range: { source: range.csv, reader: csv, measure: { kind: rate, success: event } }
dependence:
  - { name: both, members: [Sn2, Sn4], beta: 0.2, because: one network }
`;
const of = () => caseFrom(textOf(argument, rest));
const measures = { range: counted(0, 60) };

const questions: readonly (readonly CaseChange[])[] = [
  [{ kind: 'doubt', leaf: 'Sn4', doubt: 0.2 }],
  [{ kind: 'quantity', name: 'each', value: 0.01 }],
  [
    { kind: 'quantity', name: 'each', value: 0.01 },
    { kind: 'group', name: 'both', beta: 1 },
  ],
  [{ kind: 'quantity', name: 'miss', value: 0.3 }],
  [{ kind: 'legs', element: 'G2', dependence: { kind: 'beta', beta: 0.7 } }],
  [{ kind: 'legs', element: 'G2', dependence: { kind: 'independent' } }],
  [{ kind: 'axis', over: { axis: 'tasks' }, value: 1500 }],
  [{ kind: 'axis', over: { axis: 'window' }, value: 45 }],
  [{ kind: 'axis', over: { axis: 'tasks' }, value: 3000 }],
  [
    { kind: 'axis', over: { axis: 'tasks' }, value: 3000 },
    { kind: 'doubt', leaf: 'Sn2', doubt: 0.5 },
  ],
  [{ kind: 'threshold', outcome: 'o', probability: 0.5 }],
  [
    { kind: 'doubt', leaf: 'Sn1', doubt: 0.01 },
    { kind: 'doubt', leaf: 'Sn2', doubt: 0.01 },
  ],
  [],
];

describe('what-if over trials', () => {
  it('has the numbers, percentiles included, of a full assessment, in whatever order it is asked', () => {
    const asked = whatIf(of(), measures, options);
    const standing = asked.assess([]);
    if (!('outcomes' in standing)) throw new Error(standing.message);
    for (const changes of [...questions, ...[...questions].reverse()]) {
      const answer = asked.answer(changes);
      if (!answer.ok) throw new Error(answer.problem.message);
      const full = asked.assess(changes);
      if (!('outcomes' in full)) throw new Error(full.message);
      const [found, expected] = [answer.value.outcomes[0]!, full.outcomes[0]!];
      expect(found).toMatchObject({ verdict: expected.verdict, statement: expected.statement, legs: expected.legs });
      expect(found.groups).toEqual(expected.groups);
      expect(found.number).toBeCloseTo(expected.number!, 12);
      for (const key of ['declared', 'independent', 'bound'] as const) {
        const [a, b] = [found.doubt![key], expected.doubt![key]];
        expect(Object.keys(a).sort()).toEqual(Object.keys(b).sort());
        for (const [name, value] of Object.entries(b)) expect(a).toHaveProperty(name, expect.closeTo(value, 12));
      }
      expect(found.distribution === undefined).toBe(expected.distribution === undefined);
      const told = new Map(answer.value.elements.map(({ id, doubt }) => [id, doubt]));
      const before = new Map(standing.elements.map(({ id, doubt }) => [id, doubt]));
      for (const { id, doubt } of full.elements) {
        const one = told.get(id) ?? before.get(id);
        for (const key of ['declared', 'independent', 'bound'] as const)
          for (const [name, value] of Object.entries(doubt?.[key] ?? {}))
            expect(one?.[key]).toHaveProperty(name, expect.closeTo(value, 12));
      }
      if (changes.length === 0) expect(answer.value).toMatchObject({ elements: [], leaves: [] });
    }
  });

  it('tells only what is another', () => {
    const answer = whatIf(of(), measures, options).answer([{ kind: 'doubt', leaf: 'Sn3', doubt: 0.2 }]);
    if (!answer.ok) throw new Error(answer.problem.message);
    expect(answer.value.leaves).toEqual([{ id: 'Sn3', doubt: 0.2 }]);
    expect(answer.value.elements.map(({ id }) => id).sort()).toEqual(['G1', 'S1', 'Sn3']);
  });

  it('a quantity without trials is what it would be if its value stood in the text', () => {
    const text = (each: string) =>
      textOf('G1: { text: Nothing happens, doubt: miss }', `quantities:\n  each: ${each}\n  miss: 1 - (1 - each)^3\n`);
    const value = whatIf(caseFrom(text('0.1')), {}, options).answer([{ kind: 'quantity', name: 'each', value: 0.2 }]);
    const written = whatIf(caseFrom(text('0.2')), {}, options).answer([]);
    if (!value.ok || !written.ok) throw new Error('no answer');
    expect(value.value.outcomes).toEqual(written.value.outcomes);
  });

  it('says why a change cannot be made', () => {
    const asked = whatIf(of(), measures, options);
    const trouble = (change: CaseChange) => {
      const answer = asked.answer([{ kind: 'doubt', leaf: 'Sn3', doubt: 0.2 }, change]);
      return answer.ok ? undefined : answer.problem;
    };
    expect(trouble({ kind: 'doubt', leaf: 'Sn33', doubt: 0.1 })).toEqual({
      at: 1,
      code: 'unknown-name',
      message: 'there is no leaf “Sn33”',
      nearest: 'Sn3',
    });
    const range = { code: 'not-in-range', expected: 'a number from 0 to 1' };
    expect(trouble({ kind: 'doubt', leaf: 'Sn3', doubt: 1.5 })).toMatchObject(range);
    expect(trouble({ kind: 'group', name: 'both', beta: Number.NaN })).toMatchObject(range);
    expect(trouble({ kind: 'threshold', outcome: 'o', probability: -1 })).toMatchObject(range);
    expect(trouble({ kind: 'legs', element: 'G2', dependence: { kind: 'beta', beta: 2 } })).toMatchObject(range);
    expect(trouble({ kind: 'legs', element: 'G3', dependence: { kind: 'undeclared' } })).toMatchObject({
      code: 'unknown-name',
      nearest: 'G2',
    });
    expect(trouble({ kind: 'quantity', name: 'attempt', value: 3 })).toMatchObject({ nearest: 'attempts' });
    expect(trouble({ kind: 'quantity', name: 'attempts', value: Infinity })).toMatchObject({ code: 'not-in-range' });
    expect(trouble({ kind: 'axis', over: { axis: 'instances' }, value: 3 })).toMatchObject({ code: 'no-number' });
    expect(trouble({ kind: 'axis', over: { axis: 'window' }, value: 1e12 })).toMatchObject({ code: 'not-in-range' });
    expect('code' in asked.assess([{ kind: 'doubt', leaf: 'Sn33', doubt: 0.1 }])).toBe(true);
  });

  it('a case without numbers has its verdicts, and no doubts to change', () => {
    const asked = whatIf(
      caseFrom(textOf('G1: { text: Nothing happens, supportedBy: [Sn1] }\nSn1: { text: Test }')),
      {},
      options,
    );
    expect(asked.answer([])).toMatchObject({ ok: true, value: { outcomes: [{ verdict: 'not quantified' }] } });
    expect(asked.answer([{ kind: 'doubt', leaf: 'Sn1', doubt: 0.1 }])).toMatchObject({ ok: false });
  });
});
