import { assess } from '@surety/core/doubt';
import { parse } from '@surety/core/language';
import { whatIf } from '@surety/core/what-if';
import { expect, it } from 'vitest';
import type { Model } from '../compute/questions.js';
import { shownModel, shownOutcomes, whyNotTried } from './shown-model.js';
import { atFirst, isComputing, type Scenario, type WorkspaceState } from './state.js';

const text = `surety: 1
case: { id: c, title: A case, status: draft }
outcomes:
  o1: { text: It breaks, threshold: { probability: 0.01, per: window }, claim: G1 }
argument:
  G1: { text: Holds, supportedBy: [G2, G3], inference: { elicited: 0.001, by: A, because: b } }
  G2: { text: Two, doubt: { elicited: 0.02, by: A, because: b } }
  G3: { text: Three, doubt: { elicited: 0.001, by: A, because: b } }
`;
const options = { asOf: '2026-01-01', seed: 1 };
const caseOf = (of: string) => parse([{ path: 'case.yaml', text: of }]).case!;
const of = caseOf(text);
const model = { serial: 1, case: of, assessment: assess(of, {}, options) } as Model;
const scenario: Scenario = { name: 'What if', changes: [{ kind: 'doubt', leaf: 'G2', doubt: 0.002 }] };
const asked = whatIf(of, {}, options).answer(scenario.changes);

function trying(of: Model): WorkspaceState {
  if (!asked.ok) throw new Error(asked.problem.message);
  return { ...atFirst, model, scenario, tried: { kind: 'answer', scenario, of, answer: asked.value, milliseconds: 1 } };
}

it('shows the numbers that the text would have with what is tried out in it', () => {
  const state = trying(model);
  const after = assess(caseOf(text.replace('elicited: 0.02', 'elicited: 0.002')), {}, options);
  const shown = shownModel(state)?.assessment;
  expect(shown?.outcomes.map(({ verdict, number, doubt }) => ({ verdict, number, doubt }))).toEqual(
    after.outcomes.map(({ verdict, number, doubt }) => ({ verdict, number, doubt })),
  );
  expect(shown?.elements.map(({ id, doubt }) => [id, doubt])).toEqual(
    after.elements.map(({ id, doubt }) => [id, doubt]),
  );
  expect(shownOutcomes(state).map(({ verdict }) => verdict)).toEqual(['supported']);
  expect(model.assessment?.outcomes[0]?.verdict).toBe('not supported');
});

it('is the same for the same state, and that of the text where nothing is tried out or the answer is about another text', () => {
  const state = trying(model);
  expect(shownModel(state)).toBe(shownModel({ ...state }));
  expect(shownModel({ ...atFirst, model })).toBe(model);
  const other = trying({ ...model, serial: 2 });
  expect(shownModel(other)).toBe(model);
  expect(shownOutcomes(other).map(({ verdict }) => verdict)).toEqual(['not supported']);
  expect(shownOutcomes(atFirst)).toEqual([]);
});

it('says where what is shown is not what is tried out', () => {
  const state = trying(model);
  expect(whyNotTried({ ...state, scenario: undefined } as never)).toBeUndefined();
  expect(whyNotTried(state)).toBeUndefined();
  const problem = { kind: 'problem', scenario, of: model, why: 'there is no leaf “G9”' } as const;
  expect(whyNotTried({ ...state, tried: problem })).toBe('there is no leaf “G9”');
  // The text changed: the problem is none of it, and the numbers are not its numbers.
  const other = { ...model, serial: 2 } as Model;
  for (const tried of [state.tried!, problem]) {
    expect(whyNotTried({ ...state, model: other, tried })).toBe('it is not computed yet');
    expect(isComputing({ ...state, connection: { kind: 'live' }, model: other, tried })).toBe(true);
    expect(shownModel({ ...state, model: other, tried })).toBe(other);
  }
  expect(whyNotTried({ ...state, model: { ...other, case: null } })).toBe('the text has errors');
});

it('shows the numbers of a moment ago while values are moved, and none of one scenario for another', () => {
  const state = trying(model);
  const moved = { ...state, scenario: { ...scenario, changes: [] } };
  expect(shownOutcomes(moved)).toBe(shownOutcomes(state));
  expect(whyNotTried(moved)).toBe('it is not computed yet');
  expect(shownOutcomes({ ...state, scenario: { ...scenario, name: 'Another' } })).toBe(model.assessment!.outcomes);
});
