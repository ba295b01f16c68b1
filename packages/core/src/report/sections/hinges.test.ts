import { describe, expect, it } from 'vitest';
import type { LeafId } from '../../doubt/index.js';
import type { Line } from '../line.js';
import { everyMeasure, everySection, inputFor } from '../report.testing.js';
import { viewOf } from '../view.js';
import { changesNote, changesOf, hingesOf } from './hinges.js';

const textOf = (line: Line) =>
  line
    .map((span) => (typeof span === 'string' ? span : span.text))
    .join('')
    .replaceAll('\u00a0', ' ');

const view = viewOf(inputFor(everySection, everyMeasure));
const [first, second] = view.assessment.outcomes;
if (first === undefined || second === undefined) throw new Error('Two outcomes were expected');

/** The first outcome with one leaf as its only hinge. */
const on = (leaf: LeafId) => ({
  ...first,
  importance: [
    { leaf, ifFails: 1, ifHolds: 1, birnbaum: 1, fussellVesely: 0.5, riskAchievementWorth: 1, riskReductionWorth: 1 },
  ],
});

describe('the hinges', () => {
  it('name an objection by its id and its text, with who raised it and when', () => {
    expect(hingesOf(view, on('D2')).map(textOf)).toEqual([
      'That the objection D2 is wrong: “Drills were announced” (raised by Dee on 2026-11-19) 50 % of the risk',
    ]);
  });

  it('say what a step stands for', () => {
    expect(hingesOf(view, on('G1.inference')).map(textOf)).toEqual([
      'That the evidence offered really shows “No record leaks in the window” 50 % of the risk',
    ]);
  });

  it('tell where another outcome hinges on the same', () => {
    const shared = {
      ...view,
      assessment: { ...view.assessment, outcomes: [on('A1'), { ...second, ...on('A1'), id: 'loss' }] },
    };
    expect(hingesOf(shared, on('A1')).map(textOf)).toEqual([
      '“One record per session” 50 % of the risk; also under loss',
    ]);
  });
});

describe('the changes', () => {
  it('name an objection as the hinges do, and do not speak of accepting it', () => {
    const open = { ...on('D2'), wouldChange: [{ text: 'Answer challenge D2', element: 'D2' }] };
    expect(changesOf(view, open).map(textOf)).toEqual([
      'Settle the objection D2: show with evidence that it does not hold here, or withdraw what it hits.',
    ]);
  });

  it('say why they name other leaves than the hinges, where they do', () => {
    const rise = (leaf: LeafId) => ({ ...on('A1'), wouldChange: [{ text: 'It rises', leaf, to: 0.5 }] });
    expect(changesNote(view, rise('Sn3'))).toBe('the smallest that do, one alone');
    expect(changesNote(view, rise('A1'))).toBe('');
    expect(changesOf(view, rise('G1.inference')).map(textOf)).toEqual([
      'No longer supported at a doubt of 50 % (now 0.01 %) about whether the evidence offered really shows “No record leaks in the window”.',
    ]);
  });
});
