import { describe, expect, it } from 'vitest';
import type { ElementType } from '../case/index.js';
import { nextId } from './next-id.js';
import { read } from './texts.testing.js';

const caseWith = (argument: string) =>
  read({ 'case.yaml': `surety: 1\ncase: { id: c, title: C }\nargument:\n${argument}` }).case;

const words = caseWith(`  G-sabot: { text: Top, supportedBy: [G-sabot-open, G2] }
  G-sabot-open: { text: Open, undeveloped: true }
  G2: { text: Other, undeveloped: true }
  D-memory: { text: Notes, challenges: G-sabot-open, status: open }
  D-bastion: { text: Net, challenges: G-sabot-open, status: answered, answeredBy: G-bastion }
  G-bastion: { text: Net is alike, undeveloped: true }
  G-memory-2: { text: Of old, undeveloped: true }
`);
const numbers = caseWith(`  G01: { text: Top, supportedBy: [G02, G-odd] }
  G02: { text: Open, undeveloped: true }
  G-odd: { text: Odd, undeveloped: true }
  D-old: { text: Notes, challenges: G02, status: open }
`);

describe('the next id', () => {
  it.each<[ElementType, string, string]>([
    ['goal', 'D-memory', 'G-memory'],
    ['goal', 'D-bastion', 'G-bastion-2'],
    ['goal', 'G-sabot-open', 'G-sabot-open-2'],
    ['goal', 'G-memory-2', 'G-memory'],
    ['solution', 'G-sabot-open', 'Sn-sabot-open'],
    ['challenge', 'G-sabot-open', 'D-sabot-open'],
    // Nothing to take words from.
    ['goal', 'G2', 'G3'],
  ])('of a %s beside %s has its words where the case has words', (type, beside, id) => {
    expect(nextId(words, type, words.elements.find((one) => one.id === beside)!)).toBe(id);
  });

  it('is a number where the case has numbers', () => {
    const beside = (id: string) => numbers.elements.find((one) => one.id === id)!;
    expect(nextId(numbers, 'goal', beside('D-old'))).toBe('G03');
    expect(nextId(numbers, 'goal', beside('G-odd'))).toBe('G03');
    expect(nextId(numbers, 'solution', beside('G02'))).toBe('Sn1');
    expect(nextId(numbers, 'goal')).toBe('G03');
  });
});
