import { describe, expect, it } from 'vitest';
import type { Measure } from '../case/index.js';
import { assessText, blockingCodes, caseFrom, outcomeOf, textOf } from '../doubt/text.testing.js';
import { whatIf } from './what-if.js';

/** `release` is a and b, of 0.1 and 0.2. */
const solved = (events?: Readonly<Record<string, number>>): Measure => ({
  state: { kind: 'fresh' },
  digests: ['sha256:aa'],
  reader: 'open-psa 1',
  models: [],
  results: [
    { policy: {}, counts: { kind: 'computed', probability: 0.02, ...(events === undefined ? {} : { events }) } },
  ],
  notes: [],
});

/** Two legs, of which one is the tree and the other its event b. */
const legs = (map: string, own = 'doubt: 0.2', more = '') =>
  textOf(
    `G1: { text: None, supportedBy: [S1] }
S1: { text: Two legs, combine: any, dependence: { independent: true, because: tried }, supportedBy: [G2, G3] }
G2: { text: The plant holds, doubt: release }
G3: { text: The valve holds, ${own} }
${more}`,
    `quantities: { release: { evidence: plant } }
evidence: { plant: { source: plant.xml, reader: open-psa, top: release${map} } }`,
  );

describe('basic events that are elements of the case', () => {
  it('are not independent of what rests on their tree', () => {
    const apart = outcomeOf(legs(''), { plant: solved() });
    expect(apart.doubt?.declared).toEqual({ mean: expect.closeTo(0.02 * 0.2, 12) });
    // a and b, and b: that is a and b.
    const together = outcomeOf(legs(', map: { b: G3 }'), { plant: solved({ b: 0.2 }) });
    expect(together.doubt?.declared).toEqual({ mean: expect.closeTo(0.1 * 0.2, 12) });
    expect(together.groups).toMatchObject([{ members: ['G2', 'G3'], beta: 1, automatic: true, inForce: true }]);
  });

  it('may be less likely than the tree says, and not more', () => {
    const less = outcomeOf(legs(', map: { b: G3 }', 'doubt: 0.15'), { plant: solved({ b: 0.2 }) });
    expect(less.reasons.filter(({ blocks }) => blocks)).toEqual([]);
    const more = legs(', map: { b: G3 }', 'doubt: 0.3');
    expect(blockingCodes(outcomeOf(more, { plant: solved({ b: 0.2 }) }))).toEqual(['event-not-element']);
    expect(assessText(more, { plant: solved({ b: 0.2 }) }).leaves.find(({ id }) => id === 'G2')).toMatchObject({
      source: 'blocked',
      doubt: { mean: 1 },
    });
  });

  it.each([
    ['a distribution', 'doubt: { between: [0.01, 0.02] }', ''],
    ['support of its own', 'supportedBy: [Sn1]', 'Sn1: { text: A, doubt: 0.1 }'],
    ['a challenge', 'doubt: 0.2', 'D1: { text: Wrong, challenges: G3, status: open, strength: 0.1, blocking: false }'],
    ['an assumption', 'doubt: 0.2, inContextOf: [A1]', 'A1: { text: Cold, doubt: 0.1 }'],
  ])('are refused where the element has %s', (_, own, more) => {
    const outcome = outcomeOf(legs(', map: { b: G3 }', own, more), { plant: solved({ b: 0.2 }) });
    expect(blockingCodes(outcome)).toContain('event-not-element');
  });

  it('are not asked to be likelier than the tree says', () => {
    const asked = whatIf(caseFrom(legs(', map: { b: G3 }')), { plant: solved({ b: 0.2 }) }, { asOf: '2026-11-23' });
    const answer = (doubt: number) => asked.answer([{ kind: 'doubt', leaf: 'G3', doubt }]);
    expect(answer(0.1)).toMatchObject({ ok: true });
    expect(answer(0.3)).toEqual({
      ok: false,
      problem: {
        at: 0,
        code: 'not-in-range',
        message:
          'the doubt of G3 cannot be 0.3: it is the basic event b of evidence plant, whose tree was solved with 0.2',
        expected: 'at most 0.2, or a tree that says more',
      },
    });
  });

  it('are refused where a lock file of before does not say how likely they are', () => {
    expect(blockingCodes(outcomeOf(legs(', map: { b: G3 }'), { plant: solved() }))).toEqual(['event-not-element']);
  });
});
