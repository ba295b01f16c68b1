import { describe, expect, it } from 'vitest';
import { canonicalDigest, isDigest } from '../canonical/index.js';
import { bareCase, bareElement } from '../case/bare.testing.js';
import { type Case, lookup } from '../case/index.js';
import { subtreesOf } from './subtree.js';
import { subtreeHash } from './subtree-hash.js';

const origin = { file: 'case.yaml', path: [] };
const edge = (to: string) => ({ to, optional: false, origin });

const argument = (more: Partial<Case> = {}) =>
  bareCase({
    elements: [
      bareElement('G1', 'goal', { supportedBy: [edge('G2')] }),
      bareElement('G2', 'goal', { supportedBy: [edge('Sn1')] }),
      bareElement('Sn1', 'solution', { evidence: 'tests' }),
      bareElement('G3', 'goal', { undeveloped: true }),
    ],
    evidence: [
      { id: 'tests', sources: [], pool: false, keys: [], trials: [], map: {}, transfer: 'G3', origin },
      { id: 'other', sources: [], pool: false, keys: [], trials: [], map: {}, origin },
    ],
    ...more,
  });

describe('the digest of plain data', () => {
  it('is that of RFC 8785: keys in order, numbers as ECMAScript writes them', () => {
    // printf '{"a":[1e+30,4.5],"b":"€"}' | sha256sum
    expect(canonicalDigest({ b: '€', a: [1e30, 4.5] })).toBe(
      'b3bcaf9507d4986b526da1041ae54e27529b4d4a57fea3394a41bb4cb964733a',
    );
  });

  it('is there for numbers that JSON does not have, too, and tells them apart', () => {
    const digests = [NaN, Infinity, -Infinity, 0, null, 'NaN'].map((value) => canonicalDigest({ a: [value] }));
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('is told from other texts', () => {
    expect(isDigest(subtreeHash(lookup(argument()), 'G1'))).toBe(true);
    for (const text of ['sha256:00', '', `sha256:${'0'.repeat(63)}g`, `sha512:${'0'.repeat(64)}`, 'sha256:'])
      expect(isDigest(text)).toBe(false);
  });
});

describe('the subtree', () => {
  it('holds what an element rests on, and nothing else', () => {
    expect(subtreesOf(lookup(argument()))('G2')).toEqual({
      root: 'G2',
      elements: new Set(['G2', 'Sn1', 'G3']),
      evidence: new Set(['tests']),
      quantities: new Set(),
      subsystems: new Set(),
      outcomes: [],
      groups: [],
    });
  });

  it('of elements that rest on each other, or on what is not there, is found all the same', () => {
    const circle = bareCase({
      elements: [
        bareElement('G1', 'goal', { supportedBy: [edge('G2'), edge('G9')] }),
        bareElement('G2', 'goal', { supportedBy: [edge('G1')], evidence: 'none' }),
      ],
    });
    expect([...subtreesOf(lookup(circle))('G1').elements]).toEqual(['G1', 'G2']);
    expect(subtreesOf(lookup(circle))('G9').elements.size).toBe(0);
  });

  it('of 20,000 elements is hashed in a moment', { timeout: 10_000 }, () => {
    const elements = Array.from({ length: 20_000 }, (_, i) =>
      bareElement(`G${i}`, 'goal', { supportedBy: i < 10_000 ? [edge(`G${2 * i + 1}`), edge(`G${2 * i + 2}`)] : [] }),
    );
    expect(isDigest(subtreeHash(lookup(bareCase({ elements })), 'G0'))).toBe(true);
  });
});

describe('the hash', () => {
  const hash = (of: Case, element = 'G1') => subtreeHash(lookup(of), element);

  it('is another for another element with the same things below it', () => {
    expect(hash(argument(), 'G1')).not.toBe(hash(argument(), 'G2'));
  });

  it('does not change with the review, the waivers, the status or the order of the text', () => {
    const before = hash(argument());
    const review = { required: ['author'], signoffs: [{ role: 'author', who: 'anna', of: before, origin }] };
    const waivers = [{ rule: 'undeveloped', at: 'G3', origin }];
    const elements = [...argument().elements].reverse();
    expect(hash(argument({ review, waivers, status: 'accepted', elements }))).toBe(before);
  });

  it('changes with the deployment window, as every doubt is for all of it', () => {
    const decision = { options: [], exposure: { tasks: 10 }, origin };
    expect(hash(argument({ decision }))).not.toBe(hash(argument()));
    expect(hash(argument({ decision: { ...decision, question: 'Deploy?' } }))).toBe(hash(argument({ decision })));
  });

  it('changes with a thing that its author named origin', () => {
    const doubted = (value: number) =>
      argument({
        elements: [
          bareElement('G1', 'goal', {
            inference: { opinions: [{ value: { kind: 'quantity', name: 'origin' }, origin }], origin },
          }),
        ],
        quantities: [{ name: 'origin', definition: { kind: 'number', value }, origin }],
      });
    expect(hash(doubted(0.01))).not.toBe(hash(doubted(0.5)));
  });

  it('changes with a group that bears on it through evidence that others rest on too', () => {
    const solution = (id: string, evidence: string) => bareElement(id, 'solution', { evidence });
    const path = (at: string) => ({ path: at, origin });
    const common = { pool: false, keys: [], trials: [], map: {}, origin };
    const of = (beta: number, members: readonly string[]) =>
      bareCase({
        elements: [
          bareElement('G1', 'goal', { supportedBy: [edge('Sn1'), edge('Sn2')] }),
          ...[solution('Sn1', 'tests'), solution('Sn2', 'tests'), solution('Sn3', 'again')],
          ...[solution('Sn4', 'other'), solution('Sn5', 'other')],
        ],
        evidence: [
          { id: 'tests', sources: [path('a.csv')], ...common },
          { id: 'again', sources: [path('a.csv')], ...common },
          { id: 'other', sources: [path('b.csv')], ...common },
        ],
        dependence: [{ name: 'g', members: members.map((leaf) => ({ leaf, origin })), beta, origin }],
      });
    // Sn3 is in one automatic group with Sn1 and Sn2, so what names it stands in the place of that group.
    expect(hash(of(0.1, ['Sn3', 'Sn4']))).not.toBe(hash(of(1, ['Sn3', 'Sn4'])));
    expect(hash(of(0.1, ['Sn4', 'Sn5']))).toBe(hash(of(1, ['Sn4', 'Sn5'])));
  });

  it('changes with the threshold of an outcome that is claimed in it', () => {
    const outcome = (probability: number, claim: string) => ({
      outcomes: [
        {
          id: 'leak',
          text: 'A leak',
          claim,
          threshold: { probability, per: 'window', criterion: 'mean', origin } as const,
          origin,
        },
      ],
    });
    expect(hash(argument(outcome(0.1, 'G2')))).not.toBe(hash(argument(outcome(0.2, 'G2'))));
    expect(hash(argument(outcome(0.1, 'G1')), 'G2')).toBe(hash(argument(outcome(0.2, 'G1')), 'G2'));
  });
});
