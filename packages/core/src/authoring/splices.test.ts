import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySplices } from '../language/edit/index.js';
import { invert, splicesBetween } from './index.js';

const line = fc.constantFrom('a', 'b', 'c', 'same', 'é', '😀', '😁', '');
const text = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, eol, closed]) => lines.join(eol) + (closed ? eol : ''));

describe('splices between two texts', () => {
  it('make one the other, and are undone', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const splices = splicesBetween('f', before, after);
        expect(applySplices(before, splices)).toBe(after);
        expect(applySplices(after, invert(splices, before))).toBe(before);
        const ends = splices.map(({ start, end }) => [start, end]);
        expect(ends.flat()).toEqual(ends.flat().toSorted((a, b) => a - b));
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  it('leave what did not change', () => {
    expect(splicesBetween('f', 'one\ntwo\nthree\nfour\n', 'one\ntwo!\nthree\nfive\nfour\n')).toEqual([
      { file: 'f', start: 7, end: 7, text: '!' },
      { file: 'f', start: 14, end: 14, text: 'five\n' },
    ]);
    expect(splicesBetween('f', 'a 😀\n', 'a 😁\n')).toEqual([{ file: 'f', start: 2, end: 4, text: '😁' }]);
    expect(splicesBetween('f', 'same', 'same')).toEqual([]);
  });

  it('are one where very many lines differ', () => {
    const [before, after] = ['x', 'y'].map((sign) => Array.from({ length: 3000 }, (_, n) => `${sign}${n}\n`).join(''));
    const splices = splicesBetween('f', before!, after!);
    expect(splices).toHaveLength(1);
    expect(applySplices(before!, splices)).toBe(after);
  });

  it('of any splices at all, undone give the text before', () => {
    fc.assert(
      fc.property(text, fc.array(fc.tuple(fc.nat(40), fc.nat(40), line), { maxLength: 4 }), (before, drawn) => {
        let end = 0;
        const splices = drawn.flatMap(([skip, length, text]) => {
          const start = Math.min(before.length, end + skip);
          end = Math.min(before.length, start + length);
          return [{ file: 'f', start, end, text }];
        });
        expect(applySplices(applySplices(before, splices), invert(splices, before))).toBe(before);
      }),
      { numRuns: 1000, seed: 4 },
    );
  });
});
