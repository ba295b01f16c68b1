import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordHunks } from './word-hunks.js';

const side = (hunks: NonNullable<ReturnType<typeof wordHunks>>, other: 'removed' | 'added') =>
  hunks.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join('');

describe('words that came and went', () => {
  test('both texts can be read from them', () => {
    const word = fc.constantFrom('a', 'b', 'c', ' ', '  ', '.', 'é', '漢', '\n');
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const hunks = wordHunks(before, after);
        if (hunks === undefined) return;
        expect(side(hunks, 'added')).toBe(before);
        expect(side(hunks, 'removed')).toBe(after);
        for (const [at, { kind, text: said }] of hunks.entries()) {
          expect(said).not.toBe('');
          expect(hunks[at + 1]?.kind).not.toBe(kind);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('of a text that is too long to compare, the middle changed as a whole', () => {
    const words = (prefix: string) => Array.from({ length: 400 }, (_, i) => `${prefix}${i}`).join(' ');
    expect(wordHunks(`Start ${words('a')} end`, `Start ${words('b')} end`)?.map(({ kind }) => kind)).toEqual([
      'same',
      'removed',
      'added',
      'same',
    ]);
  });

  test('a single word is no text', () => {
    expect(wordHunks('draft', 'accepted')).toBeUndefined();
  });
});
