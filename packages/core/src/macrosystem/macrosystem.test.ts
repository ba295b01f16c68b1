import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareElement } from '../case/bare.testing.js';
import type { Case, Element, Subsystem } from '../case/index.js';
import { bruteForce } from '../doubt/brute-force.testing.js';
import { assess, upperEnd } from '../doubt/index.js';
import { caseOf, edge, randomCase, stated } from '../doubt/random-argument.testing.js';
import { macrosystem, type OutcomeMacrosystem } from './index.js';
import { partKey } from './parts-of-leaves.js';

const origin = { file: 'case.yaml', path: [] };
const options = { asOf: '2026-11-23' };

function subsystems(...ids: readonly string[]): readonly Subsystem[] {
  return ids.map((id) => ({ id, kind: 'model', access: { read: [], write: [] }, watches: [], origin }));
}

function analysed(of: Case): OutcomeMacrosystem {
  return macrosystem(of, {}, options, assess(of, {}, options)).outcomes[0] as OutcomeMacrosystem;
}

/** The sets as words: `coder + control watchdog`. */
function words({ sets }: OutcomeMacrosystem): readonly string[] {
  return sets.map(({ parts }) => parts.map(partKey).join(' + '));
}

/** Gives elements of a random argument the subsystems w to z, and some of them trust or distrust. */
function withSubsystems(of: Case, picks: readonly number[]): Case {
  const names = ['w', 'x', 'y', 'z', undefined];
  const elements = of.elements.map((element, i): Element => {
    const pick = picks[i % picks.length] as number;
    const subsystem = names[pick % names.length];
    const assumes = pick % 7 === 0 ? [{ subsystem: 'x', trust: 'untrustworthy' as const }] : [];
    return {
      ...element,
      assumes,
      ...(subsystem === undefined || element.type === 'challenge' ? {} : { subsystem }),
      ...(pick % 3 === 0 ? { category: 'control' as const } : {}),
    };
  });
  return { ...of, elements, system: subsystems('w', 'x', 'y', 'z') };
}

/** What a leaf is about, by walking every way up to the claim: straight from the contract, apart from the code under test. */
function partsByHand(of: Case, leaf: string): ReadonlySet<string> {
  const ids = new Set(of.elements.map(({ id }) => id));
  const start = ids.has(leaf) ? leaf : leaf.slice(0, leaf.lastIndexOf('.'));
  const element = (id: string) => of.elements.find((one) => one.id === id) as Element;
  const below = reachable(of, 'G0');
  const above = (id: string): readonly string[] => {
    const target = element(id).challenge?.target;
    const challenged = target === undefined ? [] : [target.kind === 'element' ? target.element : target.from];
    const refer = of.elements
      .filter((one) => [...one.supportedBy, ...one.inContextOf].some(({ to }) => to === id))
      .map((one) => one.id);
    const answers = of.elements.filter(({ challenge }) => challenge?.answeredBy === id).map((one) => one.id);
    return [...challenged, ...refer, ...answers].filter((one) => below.has(one));
  };
  const given = (id: string): boolean => element(id).assumes.length > 0 || above(id).some(given);
  /** Subsystem to whether on every way only its control is argued. */
  const about = (id: string): ReadonlyMap<string, boolean> => {
    const { subsystem, category, type } = element(id);
    const controlled = (name: string) => name === 'x' && given(id);
    if (subsystem !== undefined) return new Map([[subsystem, category === 'control' || controlled(subsystem)]]);
    const found = new Map<string, boolean>();
    if (type === 'assumption') return found;
    for (const up of above(id)) {
      for (const [name, only] of about(up)) found.set(name, (found.get(name) ?? true) && (only || controlled(name)));
    }
    return found;
  };
  const parts = [...about(start)].map(([name, only]) => `${only ? 'control' : 'subsystem'} ${name}`);
  return new Set(parts.length === 0 ? ['argument'] : parts);
}

function reachable(of: Case, root: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const element = of.elements.find((one) => one.id === id) as Element;
    for (const { to } of [...element.supportedBy, ...element.inContextOf]) visit(to);
    if (element.challenge?.answeredBy !== undefined) visit(element.challenge.answeredBy);
    for (const other of of.elements) {
      const target = other.challenge?.target;
      if (target !== undefined && (target.kind === 'element' ? target.element : target.from) === id) visit(other.id);
    }
  };
  visit(root);
  return seen;
}

/** The case with all leaves but those of the parts made to hold. */
function held(of: Case, free: (leaf: string) => boolean): Case {
  const zero = stated(0);
  return {
    ...of,
    elements: of.elements.map(
      (one): Element => ({
        ...one,
        ...(one.doubt === undefined || free(one.id) ? {} : { doubt: zero }),
        ...(one.inference === undefined || free(`${one.id}.inference`) ? {} : { inference: zero }),
        ...(one.challenge === undefined || free(one.id) ? {} : { challenge: { ...one.challenge, strength: zero } }),
      }),
    ),
  };
}

function subsetsOf(items: readonly string[]): string[][] {
  return Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((_, bit) => (mask >> bit) & 1));
}

/** The number that the text states for a leaf. */
function doubtOf(of: Case, leaf: string): number {
  const own = of.elements.find(({ id }) => id === leaf);
  const inference = of.elements.find(({ id }) => `${id}.inference` === leaf)?.inference;
  const strength = own?.challenge?.strength;
  if (strength === 1) return 1;
  const value = (strength ?? own?.doubt ?? inference)?.opinions[0]?.value;
  if (value?.kind !== 'number') throw new Error(`${leaf} states no number`);
  return value.value;
}

describe('macrosystem', () => {
  it('agrees with enumeration on random arguments: the sets, and their three numbers', () => {
    let sets = 0;
    let several = 0;
    fc.assert(
      fc.property(
        randomCase({ leaves: 6, goals: 3, groups: 1, challenges: true }),
        fc.array(fc.nat(104), { minLength: 3, maxLength: 12 }),
        (plain, picks) => {
          const of = withSubsystems(plain, picks);
          const found = analysed(of);
          const cuts = bruteForce(of, 'G0').cutSets.filter((cut) => cut.every((leaf) => doubtOf(of, leaf) > 0));
          const leaves = [...new Set(cuts.flat())];
          const partsOf = new Map(leaves.map((leaf) => [leaf, partsByHand(of, leaf)]));
          const parts = [...new Set(leaves.flatMap((leaf) => [...(partsOf.get(leaf) as ReadonlySet<string>)]))];
          const isCut = (chosen: readonly string[]) =>
            cuts.some((cut) => cut.every((leaf) => chosen.some((part) => partsOf.get(leaf)?.has(part))));
          const expected: string[] = [];
          for (const chosen of subsetsOf(parts)) {
            const minimal = isCut(chosen) && chosen.every((out) => !isCut(chosen.filter((part) => part !== out)));
            if (minimal) expected.push(chosen.sort().join(' + '));
          }
          const ways = cuts.flatMap((cut) => {
            const covers = subsetsOf(parts).filter((chosen) =>
              cut.every((leaf) => chosen.some((part) => partsOf.get(leaf)?.has(part))),
            );
            return covers
              .filter(
                (one) => !covers.some((other) => other.length < one.length && other.every((p) => one.includes(p))),
              )
              .map((one) => one.sort().join(' + '));
          });
          const beyond = new Set(ways.filter((way) => !expected.includes(way)));
          const larger = found.larger.map((one) => one.parts.map(partKey).sort().join(' + '));
          expect(larger.sort()).toEqual([...beyond].sort());
          const given = [...found.sets, ...found.larger].map((one) => ({
            ...one,
            names: one.parts.map(partKey).sort(),
          }));
          expect(found.sets.map((one) => one.parts.map(partKey).sort().join(' + ')).sort()).toEqual(expected.sort());
          expect([found.complete, found.count]).toEqual([true, String(expected.length)]);
          for (const { names, doubt } of given) {
            const free = (leaf: string) =>
              [...(partsOf.get(leaf) ?? partsByHand(of, leaf))].some((part) => names.includes(part));
            const brute = bruteForce(held(of, free), 'G0');
            if (doubt === undefined) throw new Error('no numbers');
            expect(upperEnd(doubt.independent)).toBeCloseTo(brute.independent, 10);
            expect(upperEnd(doubt.declared)).toBeCloseTo(brute.declared, 10);
            expect(upperEnd(doubt.bound)).toBeCloseTo(brute.bound, 10);
            sets++;
            if (names.length > 1) several++;
          }
        },
      ),
      { numRuns: 180, seed: 5 },
    );
    expect(sets).toBeGreaterThan(180);
    expect(several).toBeGreaterThan(30);
  });

  it('finds the three models that must all misbehave, worth what the contract says', () => {
    const model = (id: string) =>
      bareElement(`G-${id}`, 'goal', { subsystem: id, category: 'trustworthiness', doubt: stated(0.01) });
    const top = bareElement('G0', 'goal', {
      supportedBy: ['a', 'b', 'c'].map((id) => edge(`G-${id}`)),
      combine: { kind: 'any' },
      legs: { kind: 'beta', beta: 0.1 },
    });
    const of = caseOf([top, model('a'), model('b'), model('c')], { system: subsystems('a', 'b', 'c') });
    const found = analysed(of);
    expect(words(found)).toEqual(['subsystem a + subsystem b + subsystem c']);
    expect(found.sets[0]).toMatchObject({
      given: [],
      leaves: ['G-a', 'G-b', 'G-c'],
      doubt: {
        independent: { mean: expect.closeTo(1e-6, 15) },
        declared: { mean: expect.closeTo(1.0009e-3, 12) },
        bound: { mean: expect.closeTo(0.01, 12) },
      },
    });
  });

  const control = (assumes: Element['assumes']): Case =>
    caseOf(
      [
        bareElement('G0', 'goal', { supportedBy: [edge('G1')], inContextOf: [edge('A1')] }),
        bareElement('A1', 'assumption', { doubt: stated(1e-4) }),
        bareElement('G1', 'goal', {
          category: 'control',
          subsystem: 'agent',
          assumes,
          supportedBy: [edge('Sn1'), edge('G2')],
          inference: stated(0.002),
        }),
        bareElement('Sn1', 'solution', { subsystem: 'watchdog', doubt: stated(0.003) }),
        bareElement('G2', 'goal', { category: 'trustworthiness', subsystem: 'watchdog', doubt: stated(0.01) }),
      ],
      { system: subsystems('agent', 'users', 'watchdog') },
    );

  it('does not count on what a control argument distrusts, and says that it is given', () => {
    const found = analysed(
      control([
        { subsystem: 'users', trust: 'untrustworthy' },
        { subsystem: 'agent', trust: 'untrustworthy' },
        { subsystem: 'watchdog', trust: 'trusted' },
      ]),
    );
    expect(words(found)).toEqual(['subsystem watchdog', 'control agent', 'argument']);
    expect(found.sets.map(({ given }) => given)).toEqual([['agent', 'users'], ['agent', 'users'], []]);
    expect(found.sets[0]?.leaves).toEqual(['Sn1', 'G2']);
  });

  it('takes an argument about an agent that it trusts to be about its behaviour', () => {
    const found = analysed(control([{ subsystem: 'agent', trust: 'trusted' }]));
    expect(words(found)).toEqual(['subsystem watchdog', 'subsystem agent', 'argument']);
    expect(found.sets.map(({ given }) => given)).toEqual([[], [], []]);
  });

  it('says nothing in numbers of a case that has none', () => {
    const of = caseOf(
      [
        bareElement('G0', 'goal', { supportedBy: [edge('G1'), edge('G2')], combine: { kind: 'any' } }),
        bareElement('G1', 'goal', { subsystem: 'a', undeveloped: true }),
        bareElement('G2', 'goal', { subsystem: 'b', undeveloped: true }),
      ],
      { system: subsystems('a', 'b') },
    );
    const found = analysed(of);
    expect(words(found)).toEqual(['subsystem a + subsystem b']);
    expect(found.sets[0]).not.toHaveProperty('doubt');
  });

  it('lists interactions as they stand, and the kinds that nobody asked about', () => {
    const nothing = { strategies: [], reasons: [] };
    const of = caseOf([bareElement('G0', 'goal', { doubt: stated(0.01) })], {
      system: subsystems('a', 'b'),
      interactions: [
        { kind: 'collusion', between: ['a', 'b'], outcome: 'o', arguedBy: 'G0', ...nothing, origin },
        { kind: 'cascade', between: [], outcome: 'o', dismissed: 'One task at a time', ...nothing, origin },
        { kind: 'human manipulation', between: [], outcome: 'o', ...nothing, origin },
      ],
    });
    const { interactions } = macrosystem(of, {}, options, assess(of, {}, options));
    expect(interactions.map(({ kind, state }) => `${kind}: ${state}`)).toEqual([
      'collusion: argued',
      'cascade: dismissed',
      'human manipulation: hole',
      'correlated failure: hole',
      'monitor subversion: hole',
      'collective strategy: hole',
    ]);
    expect(interactions[0]?.doubt?.declared).toEqual({ mean: 0.01 });
  });
});
