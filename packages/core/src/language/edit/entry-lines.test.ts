import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDocument } from '../document.js';
import { edit } from './edit.js';
import { entryLines, removeEntries } from './entry-lines.js';
import { longTexts } from './long-texts.testing.js';
import { applySplices } from './splice.js';

const keys = fc.uniqueArray(
  fc.nat(44).map((n) => `G${n}`),
  { minLength: 1, maxLength: 12 },
);

test('entries removed at once leave what removing them one after the other leaves', () => {
  let compared = 0;
  fc.assert(
    fc.property(longTexts, keys, (text, going) => {
      const splices = removeEntries(openDocument('f', text), ['argument'], new Set(going));
      if (splices === undefined) return;
      let left = text;
      for (const key of going.toSorted((a, b) => Number(b.slice(1)) - Number(a.slice(1)))) {
        const edited = edit(openDocument('f', left), { kind: 'remove', path: ['argument', key] });
        if (!edited.ok) throw new Error(edited.reason);
        left = applySplices(left, edited.splices);
      }
      expect(applySplices(text, splices)).toBe(left);
      compared += 1;
    }),
    { numRuns: 60, seed: 2 },
  );
  expect(compared).toBeGreaterThan(30);
});

test('all of them leave an empty map, and their lines come with the comments above', () => {
  const text = 'argument: # here\n  # one\n  G1: { text: A } # behind\n\n  G2:\n    text: B';
  const lines = entryLines(openDocument('f', text), ['argument'], new Set(['G2', 'G1']))!;
  expect(lines.text).toBe('  G1: { text: A } # behind\n  G2:\n    text: B\n');
  expect(applySplices(text, lines.splices)).toBe('argument: {} # here\n  # one\n\n');
});

test.each(['argument: { G1: { text: A } }\n', 'argument:\n  G1: &a { text: A }\n  G2: *a\n'])(
  'there are no lines of their own in %j',
  (text) => {
    expect(entryLines(openDocument('f', text), ['argument'], new Set(['G1']))).toBeUndefined();
  },
);
