import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookup } from '../case/index.js';
import { type Draw, drawCase, goalIds } from './random-case.testing.js';
import { drawChange } from './random-change.testing.js';
import { insideOf } from './rests-on.testing.js';
import { subtreeHash } from './subtree-hash.js';

const changesPerCase = 10;

test('a change inside the subtree changes the hash, and a change outside does not', () => {
  const inside = new Map<string, number>();
  const outside = new Map<string, number>();
  const count = (into: Map<string, number>, key: string) => into.set(key, (into.get(key) ?? 0) + 1);
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const draw: Draw = (arbitrary) => g(() => arbitrary);
      const before = drawCase(draw);
      const root = draw(fc.constantFrom(...goalIds));
      const hash = subtreeHash(lookup(before), root);
      const said = insideOf(before, root);
      for (let i = 0; i < changesPerCase; i++) {
        const { case: after, what, section } = drawChange(before, draw);
        const differs = insideOf(after, root) !== said;
        expect(
          subtreeHash(lookup(after), root) !== hash,
          `${what} of ${root} is ${differs ? 'inside' : 'outside'}`,
        ).toBe(differs);
        count(differs ? inside : outside, section);
        if (section === 'elements') count(differs ? inside : outside, what);
      }
    }),
    { numRuns: 1200, seed: 20261123, endOnFailure: true },
  );
  // Changes of every section were tried, and of every section that can be inside both kinds.
  const all = Object.keys(drawnSections).sort();
  expect(all.filter((section) => !outside.has(section))).toEqual([]);
  expect(all.filter((section) => inside.has(section))).toEqual(all.filter((section) => drawnSections[section]));
  const fields = new Set([...inside.keys()].flatMap((what) => /^elements (\w+)/.exec(what)?.[1] ?? []));
  expect(elementFields.filter((field) => !fields.has(field))).toEqual([]);
});

/** Sections of a case, and whether anything in them can be part of a subtree. */
const drawnSections: Readonly<Record<string, boolean>> = {
  bare: false,
  budget: false,
  chain: true,
  contentHash: false,
  decision: true,
  dependence: true,
  dismissed: false,
  elements: true,
  evidence: true,
  fmea: false,
  id: false,
  indicators: true,
  interactions: false,
  modules: false,
  origin: false,
  outcomes: true,
  owner: false,
  patterns: false,
  policy: false,
  quantities: true,
  review: false,
  riskCases: true,
  status: false,
  system: true,
  title: false,
  waivers: false,
};

const elementFields = [
  ...['id', 'type', 'text', 'public', 'supportedBy', 'inContextOf', 'combine', 'legs', 'doubt', 'evidence', 'requires'],
  ...[
    'inference',
    'undeveloped',
    'uninstantiated',
    'category',
    'subsystem',
    'outcome',
    'block',
    'assumes',
    'holdsUntil',
  ],
  ...['challenge', 'form', 'confidence', 'claimPoints', 'owner', 'indicator', 'url', 'classes', 'layers', 'defeated'],
  ...['defeatedRelation', 'uses', 'instance', 'choose', 'riskCase', 'module'],
];
