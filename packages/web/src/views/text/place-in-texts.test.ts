import { describe, expect, it } from 'vitest';
import { placeInTexts } from './place-in-texts.js';

const one =
  'surety: 1\noutcomes:\n  # first\n  leak: { text: It leaks, claim: G1 }\n  break:\n    text: It breaks\nargument: { G1: { text: A } }\n';
const two = 'argument:\n  G2:\n    text: B\n';
const texts = [
  ['one.yaml', one],
  ['two.yaml', two],
] as const;
const shown = (asked: Parameters<typeof placeInTexts>[1]) => {
  const place = placeInTexts(texts, asked);
  return place === undefined
    ? undefined
    : new Map(texts)
        .get(place.file as never)!
        .slice(place.offset)
        .slice(0, 12);
};

describe('the place that an address names', () => {
  it('is a line of a file', () => {
    expect(shown({ file: 'one.yaml', line: '4' })).toBe('  leak: { te');
    expect(placeInTexts(texts, { file: 'two.yaml', line: '999' })).toEqual({ file: 'two.yaml', offset: two.length });
    expect(shown({ file: 'three.yaml', line: '1' })).toBeUndefined();
    expect(shown({ file: 'one.yaml', line: 'x' })).toBeUndefined();
  });

  it('is a section, or an entry of it in whatever file it stands', () => {
    expect(shown({ section: 'outcomes' })).toBe('outcomes:\n  ');
    expect(shown({ section: 'outcomes', id: 'break' })).toBe('break:\n    t');
    expect(shown({ section: 'outcomes', id: 'leak' })).toBe('leak: { text');
    expect(shown({ section: 'argument', id: 'G1' })).toBe('G1: { text: ');
    expect(shown({ section: 'argument', id: 'G2' })).toBe('G2:\n    text');
  });

  it('is where the section begins if it has no such entry, and nothing without the section', () => {
    expect(shown({ section: 'outcomes', id: 'other' })).toBe('outcomes:\n  ');
    expect(shown({ section: 'quantities' })).toBeUndefined();
    expect(shown({ section: '.*' })).toBeUndefined();
  });
});
