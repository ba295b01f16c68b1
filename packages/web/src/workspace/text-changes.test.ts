import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, carriedOver, changesBetween, inverseOf, merged, tightChangesBetween } from './text-changes.js';

const line = fc.constantFrom('a', 'b', 'goal: 1', 'x\ud83d\ude00', 'x\ud83d\ude01', '');
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { maxLength: 12 })
  .map((lines) => lines.map((pair) => pair.join('')).join(''));

describe('changes between texts', () => {
  it('make the second of the first, and their inverse the first again', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = changesBetween(before, after);
        expect(applyChanges(before, changes)).toBe(after);
        expect(applyChanges(before, tightChangesBetween(before, after))).toBe(after);
        expect(applyChanges(after, inverseOf(changes, before))).toBe(before);
      }),
      { numRuns: 2000 },
    );
  });

  it('are whole lines, or touch nothing but what differs', () => {
    const before = 'G1:\n  text: It holds\nG2: {}\nG3:\n  text: Other\n';
    const after = before.replace('It holds', 'It still holds').replace('Other', 'Others');
    expect(changesBetween(before, after).map(({ text: one }) => one)).toEqual([
      '  text: It still holds\n',
      '  text: Others\n',
    ]);
    expect(tightChangesBetween(before, after)).toEqual([
      { start: 15, end: 15, text: 'still ' },
      { start: before.length - 1, end: before.length - 1, text: 's' },
    ]);
  });

  it('do not part the halves of a character', () => {
    expect(tightChangesBetween('x\ud83d\ude00\n', 'x\ud83d\ude01\n')).toEqual([
      { start: 1, end: 3, text: '\ud83d\ude01' },
    ]);
  });

  it('are carried over others that touch other places, in either order to the same text', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const [a, b] = [changesBetween(base, mine), changesBetween(base, theirs)];
        const [aOverB, bOverA] = [carriedOver(a, b), carriedOver(b, a)];
        expect(aOverB === undefined).toBe(bOverA === undefined);
        if (aOverB === undefined || bOverA === undefined) return;
        expect(applyChanges(theirs, aOverB)).toBe(applyChanges(mine, bOverA));
      }),
      { numRuns: 2000 },
    );
  });

  it('merge where they touch different lines, and not where they touch the same', () => {
    const base = 'one\ntwo\nthree\nfour\n';
    expect(merged(base, base.replace('one', 'ONE'), base.replace('four', 'FOUR'))).toBe('ONE\ntwo\nthree\nFOUR\n');
    expect(merged(base, base.replace('two', 'zwei'), base.replace('two', 'deux'))).toBeUndefined();
    expect(merged('p: 0.002\n', 'p: 0.0021\n', 'p: 0.102\n')).toBeUndefined();
    expect(merged(base, base.replace('two', 'zwei'), base.replace('two', 'zwei'))).toBe('one\nzwei\nthree\nfour\n');
  });
});
