import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case } from '../case/index.js';
import { applyDiff } from './apply-diff.js';
import { sameContent, withoutOrigins } from './content.js';
import { diffCases, isSame } from './diff-cases.js';
import { marksOf } from './marks-of.js';
import { anyCase, edited, edits } from './random-cases.testing.js';
import type { CaseDiff } from './types.js';

/** Pairs of cases: one edited into the other, or unrelated ones. */
const pairs = fc.tuple(anyCase, anyCase, fc.option(edits, { freq: 4 })).map(([a, other, list]) => ({
  a,
  b: list === null ? other : edited(a, list, other),
}));

/** Every place in the text is another one. */
function elsewhere(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return key === 'path' ? value : value.map((item) => elsewhere(item));
  if (typeof value !== 'object' || value === null) return value;
  const isPlace = key === 'origin' && 'file' in value;
  if (isPlace) return { file: 'other.yaml', path: ['x'] };
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, elsewhere(inner, name)]));
}

function counts({ elements, links, entries, renamed }: CaseDiff): Record<string, number> {
  const count = (list: readonly { readonly change: string }[], change: string) =>
    list.filter((one) => one.change === change).length;
  return {
    renamed: renamed.length,
    elementsAdded: count(elements, 'added'),
    elementsRemoved: count(elements, 'removed'),
    linksAdded: count(links, 'added'),
    linksRemoved: count(links, 'removed'),
    entriesAdded: count(entries, 'added'),
    entriesRemoved: count(entries, 'removed'),
  };
}

describe('any two cases', () => {
  test('the difference, applied to the first, gives the second, also through JSON', () => {
    fc.assert(
      fc.property(pairs, ({ a, b }) => {
        const diff = diffCases(a, b);
        expect(JSON.parse(JSON.stringify(diff))).toEqual(diff);
        const made = applyDiff(a, JSON.parse(JSON.stringify(diff)));
        expect(withoutOrigins(made)).toEqual(withoutOrigins(b));
        expect(sameContent(made, b)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test('a case does not differ from itself, wherever its text stands', () => {
    fc.assert(
      fc.property(anyCase, (a) => {
        expect(isSame(diffCases(a, elsewhere(a) as Case))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('only cases that say the same do not differ', () => {
    fc.assert(
      fc.property(pairs, ({ a, b }) => {
        const same = sameContent({ ...a, contentHash: '' }, { ...b, contentHash: '' });
        expect(isSame(diffCases(a, b))).toBe(same);
      }),
      { numRuns: 300 },
    );
  });

  test('what is added one way is removed the other way', () => {
    fc.assert(
      fc.property(pairs, ({ a, b }) => {
        const there = counts(diffCases(a, b));
        const back = counts(diffCases(b, a));
        expect(back).toEqual({
          renamed: there.renamed,
          elementsAdded: there.elementsRemoved,
          elementsRemoved: there.elementsAdded,
          linksAdded: there.linksRemoved,
          linksRemoved: there.linksAdded,
          entriesAdded: there.entriesRemoved,
          entriesRemoved: there.entriesAdded,
        });
      }),
      { numRuns: 500 },
    );
  });

  test('the union holds every element of both, and the marks name what is in it', () => {
    fc.assert(
      fc.property(pairs, ({ a, b }) => {
        const diff = diffCases(a, b);
        const { union, elements } = marksOf(a, b, diff);
        const now = new Map(diff.renamed.map(({ from, to }) => [from, to]));
        const all = new Set([...b.elements.map(({ id }) => id), ...a.elements.map(({ id }) => now.get(id) ?? id)]);
        expect(new Set(union.elements.map(({ id }) => id))).toEqual(all);
        expect(union.elements).toHaveLength(all.size);
        for (const id of elements.keys()) expect(all).toContain(id);
        const later = new Set(b.elements.map(({ id }) => id));
        expect(union.elements.filter(({ id }) => later.has(id)).map(({ id }) => id)).toEqual(
          b.elements.map(({ id }) => id),
        );
      }),
      { numRuns: 300 },
    );
  });
});
