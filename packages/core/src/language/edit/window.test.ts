import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locate, openDocument } from '../document.js';
import type { Change } from './change.js';
import { edit } from './edit.js';
import { longTexts } from './long-texts.testing.js';
import { applySplices } from './splice.js';
import { openWindow } from './window.js';

const key = fc.nat(44).map((n) => `G${n}`);
const value = fc.constantFrom('Other words', 'a: b # c', 0.5, ['G1', 'G2'], { elicited: 0.1, because: 'So' });
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), path: key.map((id) => ['argument', id, 'text']), value }),
  fc.record({
    kind: fc.constant('insert' as const),
    path: key.map((id) => ['argument', id]),
    key: fc.constant('owner'),
    value,
  }),
  fc.record({
    kind: fc.constant('insert' as const),
    path: fc.constant(['argument']),
    key: fc.constant('N1'),
    value,
    after: key,
  }),
  fc.record({
    kind: fc.constant('insert' as const),
    path: fc.constant(['argument']),
    key: fc.constant('N2'),
    value,
    before: key,
  }),
  fc.record({ kind: fc.constant('insert' as const), path: fc.constant(['argument']), key: fc.constant('N3'), value }),
  fc.record({
    kind: fc.constant('insert' as const),
    path: fc.constant([]),
    key: fc.constant('waivers'),
    value,
    after: fc.constant('argument'),
  }),
  fc.record({
    kind: fc.constant('append' as const),
    path: key.map((id) => ['argument', id, 'supportedBy']),
    value: fc.constant('G9'),
  }),
  fc.record({ kind: fc.constant('remove' as const), path: key.map((id) => ['argument', id]) }),
  fc.record({ kind: fc.constant('remove' as const), path: key.map((id) => ['argument', id, 'supportedBy']) }),
);

const pathsOf = (change: Change) => [
  change.path,
  ...('after' in change && change.after !== undefined ? [[...change.path, change.after]] : []),
  ...('before' in change && change.before !== undefined ? [[...change.path, change.before]] : []),
];

test('a change in a window is the change in the whole, one after the other', () => {
  let compared = 0;
  fc.assert(
    fc.property(longTexts, fc.array(changes, { minLength: 1, maxLength: 4 }), (text, drawn) => {
      let window = openWindow('f', text, drawn.flatMap(pathsOf));
      let whole = text;
      for (const change of drawn) {
        const slow = edit(openDocument('f', whole), change);
        const fast = window === undefined ? undefined : edit(window.document, change);
        if (slow.ok && fast?.ok === true) {
          const after = window!.after(fast.splices);
          window = after?.window;
          whole = applySplices(whole, slow.splices);
          if (after === undefined) continue;
          expect(after.text).toBe(whole);
          compared += 1;
        } else if (fast?.ok === true) throw new Error(`done in the window alone: ${JSON.stringify(change)}`);
        else if (slow.ok) {
          whole = applySplices(whole, slow.splices);
          window = undefined;
        }
      }
    }),
    { numRuns: 100, seed: 6 },
  );
  // The comparison would say nothing where no window was ever made.
  expect(compared).toBeGreaterThan(100);
});

test('a window leaves out what was not asked for, and has what was', () => {
  const text = `argument:\n${Array.from({ length: 100 }, (_, n) => `  G${n}: { text: Claim ${n} }\n`).join('')}`;
  const window = openWindow('f', text, [['argument', 'G50', 'text']])!;
  expect(window.document.text.split('\n').length).toBeLessThan(20);
  expect(locate(window.document, ['argument', 'G50', 'text'])).toBeDefined();
  expect([['argument', 'G50'], ['argument'], ['evidence', 'x']].map((path) => window.covers(path))).toEqual([
    true,
    true,
    true,
  ]);
  expect(window.covers(['argument', 'G49'])).toBe(false);
});

test.each(['argument: [1]\n', `argument:\n${'  a: &x 1\n  b: *x\n'.repeat(1)}`, 'a: {\n'])(
  'no window on %j',
  (text) => {
    expect(openWindow('f', text, [])).toBeUndefined();
  },
);
