import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Case, lookup } from '../case/index.js';
import { diffCases } from '../diff/index.js';
import { applySplices } from '../language/edit/index.js';
import { check } from '../rules/index.js';
import { contentsOf, expected } from './expected.testing.js';
import { type Authored, author, invert, type OneIntent, splicesBetween } from './index.js';
import { randomFiles } from './random-case.testing.js';
import { allKinds, meant, randomIntent } from './random-intent.testing.js';
import { after, type Files, read } from './texts.testing.js';

/** What each of the texts is when the change is taken back, by splices. */
function undone(files: Files, authored: Authored, now: Files = after(files, authored)): Files {
  const back = Object.entries(now).flatMap(([file, text]) => {
    const before = files[file];
    if (before === undefined) return [];
    const splices = splicesBetween(file, before, text);
    expect(applySplices(before, splices)).toBe(text);
    return [[file, applySplices(text, invert(splices, before))]];
  });
  return Object.fromEntries(back) as Files;
}

/** Kinds of changes that bear on elements alone. */
const ofElements: readonly OneIntent['kind'][] = [
  'add',
  'connect',
  'disconnect',
  'move',
  'reorder',
  'setText',
  'setField',
  'setUndeveloped',
  'setDoubt',
  'setCombine',
  'challenge',
  'answer',
  'accept',
  'usePattern',
  'addBlock',
];

/**
 * Findings that a change is for: a threshold that was raised shows, the same of an element by another name, and a number
 * that is required of evidence without a measure, or of a rate, wherever the leaf goes.
 */
const wanted =
  /^(threshold-raised|rate-is-not-event|requirement-without-measure|inference-without-support|unknown-waived): /;

/** Findings that are errors. */
function faults(of: Case): readonly string[] {
  return check({ case: of, lookup: lookup(of), asOf: '2026-11-23' })
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);
}

describe('a change of a random case', () => {
  it('is refused, or reads and leaves the rest as it is, and is undone to the same bytes', () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(randomFiles, randomIntent, (files, drawn) => {
        const { case: of, documents } = read(files);
        const intent = meant(drawn, of);
        const authored = author(of, documents, intent);
        if (!authored.ok) {
          expect(authored.reason).not.toMatch(/\.$|undefined|\[object/);
          return;
        }
        kinds.set(intent.kind, (kinds.get(intent.kind) ?? 0) + 1);
        const { case: now } = read(after(files, authored));
        expect(undone(files, authored)).toEqual(files);
        const old = faults(of);
        expect(faults(now).filter((one) => !old.includes(one) && !wanted.test(one))).toEqual([]);
        const contents = contentsOf(now);
        expect(Object.fromEntries(contents)).toEqual(Object.fromEntries(expected(of, contents, intent, authored)));
        if (ofElements.includes(intent.kind)) {
          const { fields, entries } = diffCases(of, now);
          expect([...fields, ...entries]).toEqual([]);
        }
      }),
      { numRuns: 220, seed: 7 },
    );
    expect([...kinds.keys()].toSorted()).toEqual(allKinds.toSorted());
  });

  it('and fifty of them one after the other are undone one after the other', () => {
    fc.assert(
      fc.property(randomFiles, fc.array(randomIntent, { minLength: 50, maxLength: 50 }), (files, drawn) => {
        let now = files;
        const done: { readonly files: Files; readonly authored: Authored }[] = [];
        for (const one of drawn) {
          const { case: of, documents } = read(now);
          const authored = author(of, documents, meant(one, of));
          if (!authored.ok) continue;
          done.push({ files: now, authored });
          now = after(now, authored);
        }
        for (const { files: before, authored } of done.toReversed()) {
          expect(undone(before, authored, now)).toEqual(before);
          now = before;
        }
        expect(now).toEqual(files);
      }),
      { numRuns: 4, seed: 11 },
    );
  });
});
