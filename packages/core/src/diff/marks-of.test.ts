import { describe, expect, test } from 'vitest';
import { bareCase, bareElement } from '../case/bare.testing.js';
import type { Case, Element } from '../case/index.js';
import { diffCases } from './diff-cases.js';
import { marksOf } from './marks-of.js';

const origin = { file: 'case.yaml', path: [] };
const goal = (id: string, supportedBy: string[] = [], more: Partial<Element> = {}) =>
  bareElement(id, 'goal', {
    text: `Claim ${id} is one of its own`,
    supportedBy: supportedBy.map((to) => ({ to, optional: false, origin })),
    ...more,
  });
const caseOf = (...elements: Element[]): Case => bareCase({ elements });
const marks = (a: Case, b: Case) => marksOf(a, b, diffCases(a, b));
const support = (of: Case, id: string) => of.elements.find((one) => one.id === id)?.supportedBy.map(({ to }) => to);

describe('both states in one', () => {
  test('what was removed stands where it stood', () => {
    const a = caseOf(goal('G1', ['G2', 'G3', 'G4']), goal('G2'), goal('G3', ['G5']), goal('G4'), goal('G5'));
    const b = caseOf(
      goal('G1', ['G2', 'G4', 'S9']),
      goal('G2'),
      goal('G4', ['G5']),
      bareElement('S9', 'strategy'),
      goal('G5'),
    );
    const { union, elements, links } = marks(a, b);
    expect(union.elements.map(({ id }) => id)).toEqual(['G1', 'G2', 'G3', 'G4', 'S9', 'G5']);
    expect([support(union, 'G1'), support(union, 'G3'), support(union, 'G4')]).toEqual([
      ['G2', 'G3', 'G4', 'S9'],
      ['G5'],
      ['G5'],
    ]);
    expect([...elements]).toEqual([
      ['G3', 'removed'],
      ['S9', 'added'],
      ['G5', 'moved'],
    ]);
    expect([...links]).toEqual([
      ['G1 -> G3', 'removed'],
      ['G1 -> S9', 'added'],
      ['G4 -> G5', 'added'],
      ['G3 -> G5', 'removed'],
    ]);
  });

  test('what changed counts more than where it went, and the place in the text is no mark', () => {
    const a = caseOf(goal('G1', ['G3']), goal('G2'), goal('G3'), goal('G4'));
    const b = caseOf(goal('G4'), goal('G1'), goal('G2', ['G3']), goal('G3', [], { undeveloped: true }));
    expect([...marks(a, b).elements]).toEqual([['G3', 'changed']]);
  });

  test('a renamed element is one element, under its new id', () => {
    const a = caseOf(goal('G1', ['G2']), goal('G2'));
    const b = caseOf(goal('G1', ['G9']), goal('G9', [], { text: 'Claim G2 is one of its own' }));
    const { union, elements, links } = marks(a, b);
    expect(union.elements.map(({ id }) => id)).toEqual(['G1', 'G9']);
    expect([...elements]).toEqual([['G9', 'changed']]);
    expect(links.size).toBe(0);
  });

  test('a removed link that would close a circle is not put back', () => {
    const a = caseOf(goal('G1', ['G2']), goal('G2', ['G3']), goal('G3'));
    const b = caseOf(goal('G1'), goal('G2'), goal('G3', ['G2', 'G1']));
    const { union, links } = marks(a, b);
    // G2 -> G3 would close one; G1 -> G2 does not.
    expect([support(union, 'G1'), support(union, 'G2'), support(union, 'G3')]).toEqual([['G2'], [], ['G2', 'G1']]);
    expect(links.get('G2 -> G3')).toBe('removed');
  });

  test('removed entries of other sections are there too', () => {
    const outcome = (id: string) => ({ id, text: id, claim: 'G1', origin });
    const a = bareCase({ outcomes: [outcome('leak'), outcome('harm')] });
    const b = bareCase({ outcomes: [outcome('harm')] });
    expect(marks(a, b).union.outcomes.map(({ id }) => id)).toEqual(['leak', 'harm']);
  });
});
