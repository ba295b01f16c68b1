import { describe, expect, test } from 'vitest';
import { bareCase, bareElement } from '../case/bare.testing.js';
import type { Case, Edge, Element } from '../case/index.js';
import { applyDiff } from './apply-diff.js';
import { withoutOrigins } from './content.js';
import { diffCases, isSame } from './diff-cases.js';
import type { CaseDiff } from './types.js';

const origin = { file: 'case.yaml', path: [] };
const to = (...ids: string[]): Edge[] => ids.map((id) => ({ to: id, optional: false, origin }));
const goal = (id: string, supportedBy: string[] = [], more: Partial<Element> = {}) =>
  bareElement(id, 'goal', { text: `Claim ${id} holds in the window`, supportedBy: to(...supportedBy), ...more });
const leaf = (id: string, more: Partial<Element> = {}) =>
  bareElement(id, 'solution', { text: `Test ${id} of the agent`, ...more });
const caseOf = (...elements: Element[]): Case => bareCase({ elements });

/** The difference, once it is sure that it can be made again. */
function diffOf(a: Case, b: Case): CaseDiff {
  const diff = diffCases(a, b);
  expect(withoutOrigins(applyDiff(a, diff))).toEqual(withoutOrigins(b));
  return diff;
}

const brief = ({ elements }: CaseDiff) =>
  elements.map((change) =>
    [change.change, change.id, ...('moved' in change ? Object.keys(change.moved ?? {}) : [])].join(' '),
  );
const linksOf = ({ links }: CaseDiff) =>
  links.map(({ change, from, kind, to: end }) => `${change} ${from} ${kind} ${end}`);

describe('elements', () => {
  const a = caseOf(goal('G1', ['G2', 'G3']), goal('G2', ['Sn1']), goal('G3', ['Sn2']), leaf('Sn1'), leaf('Sn2'));

  test('that come and go, with their links', () => {
    const b = caseOf(
      goal('G1', ['G2', 'G4']),
      goal('G2', ['Sn1']),
      goal('G4', ['Sn2'], { text: 'Quite another matter' }),
      leaf('Sn1'),
      leaf('Sn2'),
    );
    const diff = diffOf(a, b);
    expect(brief(diff)).toEqual(['removed G3', 'added G4', 'moved Sn2 parents']);
    expect(linksOf(diff)).toEqual([
      'removed G1 supportedBy G3',
      'added G1 supportedBy G4',
      'added G4 supportedBy Sn2',
      'removed G3 supportedBy Sn2',
    ]);
  });

  test('under another parent: a move is a move, not a removal and an addition', () => {
    const b = caseOf(goal('G1', ['G2', 'G3']), goal('G2'), goal('G3', ['Sn2', 'Sn1']), leaf('Sn1'), leaf('Sn2'));
    const diff = diffOf(a, b);
    expect(diff.elements).toEqual([
      {
        change: 'moved',
        id: 'Sn1',
        moved: {
          parents: { before: [{ parent: 'G2', kind: 'supportedBy' }], after: [{ parent: 'G3', kind: 'supportedBy' }] },
        },
        fields: [],
      },
    ]);
    expect(linksOf(diff)).toEqual(['removed G2 supportedBy Sn1', 'added G3 supportedBy Sn1']);
  });

  test('under one more parent: only a link came', () => {
    const b = caseOf(
      goal('G1', ['G2', 'G3']),
      goal('G2', ['Sn1']),
      goal('G3', ['Sn2', 'Sn1']),
      leaf('Sn1'),
      leaf('Sn2'),
    );
    const diff = diffOf(a, b);
    expect(diff.elements).toEqual([]);
    expect(linksOf(diff)).toEqual(['added G3 supportedBy Sn1']);
  });

  test('in another order among siblings', () => {
    const b = caseOf(goal('G1', ['G3', 'G2']), ...a.elements.slice(1));
    const diff = diffOf(a, b);
    expect(diff.elements).toMatchObject([
      { change: 'moved', moved: { order: [{ parent: 'G1', kind: 'supportedBy' }] }, fields: [] },
    ]);
    expect(diff.links).toMatchObject([{ change: 'moved', from: 'G1', kind: 'supportedBy' }]);
  });

  test('elsewhere in the text: as few as possible moved', () => {
    const [first, ...rest] = a.elements;
    const diff = diffOf(a, caseOf(...rest, first!));
    expect(diff.elements).toEqual([{ change: 'moved', id: 'G1', moved: { text: { was: 0, at: 4 } }, fields: [] }]);
    expect(diff.links).toEqual([]);
  });

  test('of another module', () => {
    const moved = { ...a.elements[1]!, module: 'm' };
    const diff = diffOf(a, { ...a, elements: a.elements.with(1, moved) });
    expect(diff.elements).toEqual([{ change: 'moved', id: 'G2', moved: { module: { after: 'm' } }, fields: [] }]);
  });

  test('that moved and say something else are one entry', () => {
    const b = caseOf(
      goal('G1', ['G2', 'G3']),
      goal('G2'),
      goal('G3', ['Sn2', 'Sn1']),
      leaf('Sn1', { undeveloped: true }),
      leaf('Sn2'),
    );
    expect(diffOf(a, b).elements).toMatchObject([
      {
        change: 'changed',
        id: 'Sn1',
        moved: { parents: {} },
        fields: [{ path: ['undeveloped'], before: false, after: true }],
      },
    ]);
  });

  test('whose text changed, word by word', () => {
    const b = {
      ...a,
      elements: a.elements.with(1, goal('G2', ['Sn1'], { text: 'Claim G2 never holds in this window' })),
    };
    expect(diffOf(a, b).elements).toMatchObject([
      {
        change: 'changed',
        id: 'G2',
        fields: [
          {
            path: ['text'],
            words: [
              { kind: 'same', text: 'Claim G2 ' },
              { kind: 'added', text: 'never ' },
              { kind: 'same', text: 'holds in ' },
              { kind: 'removed', text: 'the' },
              { kind: 'added', text: 'this' },
              { kind: 'same', text: ' window' },
            ],
          },
        ],
      },
    ]);
  });

  test('a doubt that changed is told by its path; one that came is told whole', () => {
    const doubt = (value: number) => ({
      opinions: [{ value: { kind: 'number' as const, value }, by: 'Ada', origin }],
      origin,
    });
    const [one, other] = [leaf('Sn1', { doubt: doubt(0.1) }), leaf('Sn1', { doubt: doubt(0.2) })];
    expect(diffOf(caseOf(one), caseOf(other)).elements).toMatchObject([
      { fields: [{ path: ['doubt', 'opinions', 0, 'value', 'value'], before: 0.1, after: 0.2 }] },
    ]);
    expect(diffOf(caseOf(leaf('Sn1')), caseOf(one)).elements).toMatchObject([
      { fields: [{ path: ['doubt'], after: doubt(0.1) }] },
    ]);
  });
});

describe('renames', () => {
  const a = caseOf(goal('G1', ['G2', 'Sn2']), goal('G2', ['Sn1']), leaf('Sn1'), leaf('Sn2'));

  test('with equal content; what refers to it did not change', () => {
    const b = caseOf(
      goal('G1', ['G9', 'Sn2']),
      goal('G9', ['Sn1'], { text: 'Claim G2 holds in the window' }),
      leaf('Sn1'),
      leaf('Sn2'),
    );
    const of = (one: Case, id: string): Case => ({
      ...one,
      outcomes: [{ id: 'o', text: 'Harm', claim: id, origin }],
      dependence: [{ name: 'g', members: [{ leaf: `${id}.inference`, origin }], beta: 0.1, origin }],
      waivers: [{ rule: 'undeveloped', at: id, origin }],
    });
    const diff = diffOf(of(a, 'G2'), of(b, 'G9'));
    expect(diff.renamed).toEqual([{ from: 'G2', to: 'G9', by: 'content', similarity: 1 }]);
    expect({ ...diff, renamed: [] }).toMatchObject({ elements: [], links: [], fields: [], entries: [] });
  });

  test('a whole branch, level by level', () => {
    const rename = (id: string) => (id === 'G1' ? id : `X${id}`);
    const b = caseOf(
      ...a.elements.map((element) => ({
        ...element,
        id: rename(element.id),
        supportedBy: element.supportedBy.map((edge) => ({ ...edge, to: rename(edge.to) })),
      })),
    );
    const diff = diffOf(a, b);
    expect(diff.renamed.map(({ from, to: now }) => `${from} ${now}`)).toEqual(['G2 XG2', 'Sn1 XSn1', 'Sn2 XSn2']);
    expect(diff.elements).toEqual([]);
  });

  test('with other words, where the neighbours are the same', () => {
    const b = caseOf(
      goal('G1', ['G9', 'Sn2']),
      goal('G9', ['Sn1'], { text: 'Claim G2 holds in the long window' }),
      leaf('Sn1'),
      leaf('Sn2'),
    );
    const diff = diffOf(a, b);
    expect(diff.renamed).toMatchObject([{ from: 'G2', to: 'G9', by: 'similarity' }]);
    expect(diff.renamed[0]!.similarity).toBeCloseTo(0.6 * (12 / 13) + 0.4, 12);
    expect(diff.elements).toMatchObject([{ change: 'changed', id: 'G9', fields: [{ path: ['text'] }] }]);
  });

  test('not of another type, nor where neither words nor neighbours are enough', () => {
    const strategy = bareElement('S9', 'strategy', { text: 'Claim G2 holds in the window!', supportedBy: to('Sn1') });
    expect(diffOf(a, caseOf(goal('G1', ['S9', 'Sn2']), strategy, leaf('Sn1'), leaf('Sn2'))).renamed).toEqual([]);
    const elsewhere = goal('G9', ['Sn2'], { text: 'Claim G2 holds in the window', undeveloped: true });
    expect(diffOf(a, caseOf(goal('G1', ['Sn2']), elsewhere, leaf('Sn1'), leaf('Sn2'))).renamed).toEqual([]);
  });

  test('of equal elements each gets the one with its neighbours', () => {
    const same = { text: 'Results of the tests' };
    const before = caseOf(goal('G1', ['Sn1']), goal('G2', ['Sn2']), leaf('Sn1', same), leaf('Sn2', same));
    const after = caseOf(goal('G1', ['Sn8']), goal('G2', ['Sn9']), leaf('Sn9', same), leaf('Sn8', same));
    const { renamed } = diffOf(before, after);
    expect(renamed.map(({ from, to: now }) => `${from} ${now}`)).toEqual(['Sn1 Sn8', 'Sn2 Sn9']);
  });

  test('thousands that nothing tells apart are not guessed at, and cost little', () => {
    const many = (prefix: string) =>
      caseOf(
        goal(
          'G1',
          Array.from({ length: 3000 }, (_, i) => `${prefix}${i}`),
        ),
        ...Array.from({ length: 3000 }, (_, i) => leaf(`${prefix}${i}`, { text: 'Result' })),
      );
    const diff = diffCases(many('Sn'), many('Snx'));
    expect(diff.renamed).toEqual([]);
    expect(diff.elements).toHaveLength(6000);
  });
});

describe('other links', () => {
  const challenge = (target: string, answeredBy?: string) =>
    bareElement('D1', 'challenge', {
      challenge: {
        target: { kind: 'element', element: target, origin },
        status: 'open',
        strength: 1,
        blocking: true,
        ...(answeredBy === undefined ? {} : { answeredBy }),
      },
    });
  const point = [{ name: 'ACP1', at: ['G1'], origin }];

  test('challenges, answers and confidence come and go', () => {
    const a = caseOf(goal('G1', [], { claimPoints: point }), goal('G2'), challenge('G1'));
    const b = caseOf(
      goal('G1', [], { claimPoints: point }),
      goal('G2', [], { confidence: 'ACP1' }),
      challenge('G2', 'G1'),
    );
    expect(linksOf(diffOf(a, b))).toEqual([
      'added G1 confidence G2',
      'added D1 challenges G2',
      'added D1 answeredBy G1',
      'removed D1 challenges G1',
    ]);
  });

  test('a link that says something else is changed', () => {
    const more = (multiplicity: string) =>
      goal('G1', [], { supportedBy: [{ to: 'G2', optional: false, multiplicity, origin }] });
    const { links } = diffOf(caseOf(more('1'), goal('G2')), caseOf(more('2'), goal('G2')));
    expect(links).toMatchObject([
      { change: 'changed', from: 'G1', to: 'G2', fields: [{ path: ['multiplicity'], before: '1', after: '2' }] },
    ]);
  });
});

describe('the rest of a case', () => {
  test('what it says once, and in lists by their keys', () => {
    const a = bareCase({
      decision: { options: ['go'], exposure: { tasks: 10 }, question: 'Go on with it?', origin },
      quantities: [{ name: 'p', definition: { kind: 'number', value: 0.1 }, origin }],
      waivers: [{ rule: 'undeveloped', at: 'G1', origin }],
      review: { required: ['author'], signoffs: [{ role: 'author', who: 'Ada', of: 'x', origin }] },
    });
    const b: Case = {
      ...a,
      status: 'in review',
      decision: { options: ['go', 'stop'], exposure: {}, question: 'Go on with it now?', origin },
      quantities: [{ name: 'p', definition: { kind: 'expression', text: '1 - q', origin }, origin }],
      waivers: [],
      review: { required: ['author', 'assessor'], signoffs: [{ role: 'author', who: 'Ada', of: 'y', origin }] },
    };
    const { fields, entries } = diffOf(a, b);
    expect(fields.map(({ path, before, after }) => [path.join('.'), before, after])).toEqual([
      ['status', 'draft', 'in review'],
      ['decision.options', ['go'], ['go', 'stop']],
      ['decision.exposure.tasks', 10, undefined],
      ['decision.question', 'Go on with it?', 'Go on with it now?'],
      ['review.required', ['author'], ['author', 'assessor']],
    ]);
    expect(entries).toMatchObject([
      { section: 'quantities', change: 'changed', key: 'p', fields: [{ path: ['definition'] }] },
      { section: 'waivers', change: 'removed', key: 'undeveloped: G1' },
      {
        section: 'signoffs',
        change: 'changed',
        key: 'author: Ada',
        fields: [{ path: ['of'], before: 'x', after: 'y' }],
      },
    ]);
  });

  test('the content hash is taken over, and is no difference', () => {
    const a = bareCase({ contentHash: 'a' });
    const b = bareCase({ contentHash: 'b' });
    const diff = diffCases(a, b);
    expect(isSame(diff)).toBe(true);
    expect(applyDiff(a, diff).contentHash).toBe('b');
  });

  test('a difference that was made for another case is refused', () => {
    const diff = diffCases(caseOf(goal('G1')), caseOf(goal('G1', [], { undeveloped: true })));
    expect(() => applyDiff(caseOf(), diff)).toThrow('made for another case');
  });
});
