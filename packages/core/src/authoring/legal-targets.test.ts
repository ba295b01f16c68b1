import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { author, type Gesture, legalTargets } from './index.js';
import { randomFiles } from './random-case.testing.js';
import { type Files, read } from './texts.testing.js';

const files: Files = {
  'case.yaml': `surety: 1
case: { id: tiny, title: A tiny case }
outcomes: { leak: { text: A record leaks, claim: G1 } }
argument:
  G1: { text: No record leaks, supportedBy: [S1], inContextOf: [C1] }
  S1: { text: By part, supportedBy: [G2, G3] }
  G2: { text: Sessions keep nothing, supportedBy: [Sn1] }
  G3: { text: Nobody looks, undeveloped: true }
  Sn1: { text: Tests, doubt: 0.01 }
  C1: { text: What a record is }
  D1: { text: Tests are old, challenges: G2 -> Sn1 }
`,
};

const targets = (gesture: Gesture) => Object.fromEntries(legalTargets(read(files).case, gesture));

describe('legal targets', () => {
  it('of a new link', () => {
    expect(targets({ kind: 'connect', from: 'G3' })).toEqual({
      G1: 'G1 rests on G3, and the argument would go in a circle',
      S1: 'S1 rests on G3, and the argument would go in a circle',
      G2: 'ok',
      G3: 'G3 cannot rest on itself',
      Sn1: 'ok',
      C1: 'ok',
      D1: 'D1 is a challenge, and support comes from goals, strategies and solutions',
    });
  });

  it('of an element that leaves its parent', () => {
    expect(targets({ kind: 'move', element: 'G3' })).toEqual({
      G1: 'ok',
      S1: 'S1 refers to G3 already',
      G2: 'ok',
      G3: 'G3 cannot rest on itself',
      Sn1: 'Sn1 is a solution, and only goals and strategies are supported',
      C1: 'C1 is a context, and only goals and strategies are supported',
      D1: 'ok',
    });
  });

  it('are none where the link is needed', () => {
    expect(new Set(Object.values(targets({ kind: 'move', element: 'Sn1' })))).toEqual(
      new Set(['D1 challenges the link from G2 to Sn1']),
    );
  });

  it('are what can be done, and the others are refused with the same reason', () => {
    fc.assert(
      fc.property(randomFiles, fc.nat(20), fc.boolean(), (texts, pick, connects) => {
        const { case: of, documents } = read(texts);
        const { id } = of.elements[pick % of.elements.length]!;
        const gesture: Gesture = connects ? { kind: 'connect', from: id } : { kind: 'move', element: id };
        for (const [to, legal] of legalTargets(of, gesture)) {
          const authored = author(of, documents, { ...gesture, to });
          // Where the element stands already, a move says so in its own words; and the text may stand in the way.
          if (legal === 'ok')
            expect(authored.ok || /written in place|cannot be changed|written inside/.test(authored.reason)).toBe(true);
          else if (!authored.ok) expect([legal, `${id} stands under ${to} already`]).toContain(authored.reason);
          else throw new Error(`${JSON.stringify(gesture)} to ${to} was done, though ${legal}`);
        }
      }),
      { numRuns: 25, seed: 5 },
    );
  });
});
