import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDocument } from '../document.js';
import { type RenameOptions, rename } from './rename.js';
import type { NameKind } from './shape.js';
import { applySplices } from './splice.js';

type Files = Readonly<Record<string, string>>;

function renamed(files: Files, from: string, to: string, options?: RenameOptions): Files | string {
  const documents = Object.entries(files).map(([file, text]) => openDocument(file, text));
  const result = rename(documents, from, to, options);
  if (!result.ok) return `refused: ${result.reason}`;
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [
      file,
      applySplices(
        text,
        result.splices.filter((splice) => splice.file === file),
      ),
    ]),
  );
}

const lines = (...all: string[]) => all.map((line) => `${line}\n`).join('');

/** The names of things stand everywhere that they may stand, marked, and in free text, where they must stay. */
const marked: Files = {
  'case.yaml': lines(
    'surety: 1',
    'outcomes:',
    '  «theft»: { text: theft of weights, claim: «G1» }',
    'system:',
    '  «coder»: { kind: model, text: coder, watches: «coder», access: { write: [«coder», "«box»"], network: coder } }',
    "  «box»: { kind: tool, watches: ['«coder»'] }",
    'assumptions:',
    '  «A1»: { text: A1 holds, indicator: «alerts», doubt: [«p», { elicited: «p», because: p }] }',
    'argument:',
    '  «G1»:',
    '    text: G1 as in Sn1, see G2.inference',
    '    supportedBy: [«G2», { to: «Sn1», multiplicity: per coder }, { id: «G3», text: G3, supportedBy: «Sn1», subsystem: «coder» }]',
    '    inContextOf: «A1»',
    '    defaults: { outcome: «theft», assumes: { «coder»: trusted } }',
    '    acp: { «ACP1»: [«G1», «G2»] }',
    '    inference: «p»',
    '  «G2»: { text: x, outcome: «theft», assumes: { "«coder»": trusted, «box»: trusted }, confidence: «ACP1», supportedBy: [«Sn1»] }',
    '  «Sn1»: { text: x, evidence: «range», requires: { rate: "<= 0.05" }, defeatedRelation: [«G2»] }',
    '  D1: { text: against G2, challenges: «G2» -> «Sn1», strength: { elicited: «p» }, answeredBy: «G3» }',
    '  D2: { text: x, challenges: "«G2»" }',
    'riskCases:',
    '  «theft»: { claim: R1, argument: { R1: { text: theft, supportedBy: [«G2»] } } }',
    'patterns:',
    '  «P1»:',
    '    parameters: { who: a subsystem, what: text }',
    '    argument: { G7: { text: "{who}", subsystem: "{who}", supportedBy: [G8, «Sn1»] }, G8: { text: x } }',
    'quantities:',
    '  «p»: { beta: [1, 2], because: p }',
    '  p_2: { evidence: «range» }',
    '  q: 1 - (1 - «p»)^system.«coder».copies + p_2 * «p»',
    '  r: { expression: "min(«p», 1)", unit: p }',
    '  s: >-',
    '    «p» +',
    '    «p» * 2',
    'evidence:',
    '  «range»: { source: range, about: { subsystem: «coder» }, transfer: «G2», map: { G2: «G2» } }',
    'interactions:',
    '  - { kind: cascade, between: [«coder», «box»], outcome: «theft», arguedBy: «G2» }',
    'dismissed: [{ subsystem: «coder», outcome: «theft», because: G2 }]',
    'fmea: [{ subsystem: «coder», mode: theft, outcome: «theft», arguedBy: «G2» }]',
    'dependence:',
    '  - { name: «shared base», members: [«G2».inference, «Sn1», «G2»], beta: 0.1, because: shared base }',
    'chain: { previous: ../G2, claim: G2, gap: «G2» }',
    'indicators:',
    '  «alerts»: { tests: «G2», source: alerts }',
    'waivers: [{ rule: x, at: «G2» }, { rule: x, at: «G2».inference }, { rule: x, at: «theft» }, { rule: x, at: «G2» -> «Sn1» }]',
  ),
  'more/uses.yaml': lines(
    'argument:',
    '  G9: { text: x, uses: { pattern: «P1», with: { who: «coder», what: coder } }, supportedBy: [«G2»] }',
  ),
};

/** The marked texts, with the marked places of one name holding another. */
function marksAs(from: string, to: string): Files {
  const replace = (text: string) => text.replaceAll(`«${from}»`, to).replace(/[«»]/g, '');
  return Object.fromEntries(Object.entries(marked).map(([file, text]) => [file, replace(text)]));
}

const everywhere = marksAs('', '');

const things: readonly (readonly [string, string, NameKind])[] = [
  ['G2', 'G20', 'element'],
  ['Sn1', 'Sn9', 'element'],
  ['G3', 'G30', 'element'],
  ['A1', 'A9', 'element'],
  ['theft', 'loss', 'outcome'],
  ['coder', 'agent-1', 'subsystem'],
  ['box', 'sandbox', 'subsystem'],
  ['p', 'p_1', 'quantity'],
  ['range', 'field', 'evidence'],
  ['shared base', 'one base', 'group'],
  ['alerts', 'alarms', 'indicator'],
  ['P1', 'P2', 'pattern'],
  ['ACP1', 'ACP2', 'claim point'],
];

test.each(things)('%s becomes %s wherever the %s is named, and nowhere else', (from, to, kind) => {
  expect(renamed(everywhere, from, to)).toEqual(marksAs(from, to));
  expect(renamed(everywhere, from, to, { kind })).toEqual(marksAs(from, to));
});

test('renaming there and back gives the same bytes', () => {
  const own = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,6}$/);
  const name = fc.oneof(own, fc.constantFrom('p', 'theft', 'coder', 'box', 'alerts', 'range', 'q', 'none'));
  fc.assert(
    fc.property(fc.constantFrom(...things), name, fc.boolean(), ([from, to, kind], tail, crlf) => {
      const files = Object.fromEntries(
        Object.entries(everywhere).map(([file, text]) => [file, crlf ? text.replaceAll('\n', '\r\n') : text]),
      );
      const next = kind === 'element' ? to + tail : tail;
      const there = renamed(files, from, next);
      if (typeof there === 'string') expect(there).toMatch(/exists already|read as something else/);
      else expect(renamed(there, next, from, { kind })).toEqual(files);
    }),
    { numRuns: 300 },
  );
});

test.each<[string, string, string, RenameOptions, string]>([
  ['what is not there', 'G22', 'G23', {}, 'nothing is called G22; nearest is G2'],
  ['to what exists', 'G2', 'G1', {}, 'G1 exists already, in case.yaml, line 10'],
  ['to what another kind has', 'G2', 'Goal_x', { kind: 'outcome' }, 'no outcome is called G2'],
  ['to another type', 'G2', 'Sn5', {}, 'by its prefix Sn5 would be a solution, not goal: state `type` first'],
  ['to no type', 'G2', 'x', {}, 'by its prefix x would be no type, not goal: state `type` first'],
  ['to what is no id', 'G2', 'G 2', {}, '"G 2" is no id: letters, digits, _ and -, no - first'],
  [
    'to what no expression reads',
    'p',
    'p-1',
    {},
    '"p-1" is no name of a quantity: letters, digits and _, no digit first',
  ],
  ['to what YAML reads otherwise', 'coder', 'yes', {}, 'yes would be read as something else than an id'],
])('renaming %s is refused', (_, from, to, options, reason) => {
  expect(renamed(everywhere, from, to, options)).toBe(`refused: ${reason}`);
});

test('a name of two kinds needs the kind', () => {
  const files = {
    'case.yaml': lines(
      'outcomes: { x: { text: x, claim: x } }',
      'argument: { x: { type: goal, text: x, outcome: x } }',
      'waivers: [{ rule: r, at: x }]',
    ),
  };
  expect(renamed(files, 'x', 'y')).toBe(
    'refused: x is the name of an outcome and of an element: say which with `kind`',
  );
  expect(renamed(files, 'x', 'y', { kind: 'outcome' })).toEqual({
    'case.yaml': lines(
      'outcomes: { y: { text: x, claim: x } }',
      'argument: { x: { type: goal, text: x, outcome: y } }',
      'waivers: [{ rule: r, at: x }]',
    ),
  });
  expect(renamed(files, 'x', 'y', { kind: 'element' })).toEqual({
    'case.yaml': lines(
      'outcomes: { x: { text: x, claim: y } }',
      'argument: { y: { type: goal, text: x, outcome: x } }',
      'waivers: [{ rule: r, at: y }]',
    ),
  });
});

test('elements belong to their module', () => {
  const files = {
    'a.yaml': lines(
      'module: { name: power }',
      'argument: { G1: { text: x, supportedBy: [G2, G2@brakes] }, G2: { text: x } }',
    ),
    'b.yaml': lines('module: { name: brakes }', 'argument: { G2: { text: x, inContextOf: [G2@power] } }'),
  };
  expect(renamed(files, 'G2', 'G3')).toBe(
    'refused: G2 stands in a.yaml, line 2 and in b.yaml, line 2: qualify it, as G2@brakes',
  );
  expect(renamed(files, 'G2@power', 'G3')).toEqual({
    'a.yaml': lines(
      'module: { name: power }',
      'argument: { G1: { text: x, supportedBy: [G3, G2@brakes] }, G3: { text: x } }',
    ),
    'b.yaml': lines('module: { name: brakes }', 'argument: { G2: { text: x, inContextOf: [G3@power] } }'),
  });
});

test("a pattern's own elements are its own", () => {
  const pattern = (id: string) => `{ argument: { ${id}: { text: x, supportedBy: [${id}, Sn1] } } }`;
  const files = {
    'case.yaml': lines('argument: { G1: { text: x }, Sn1: { text: x } }', 'patterns:', `  P1: ${pattern('G1')}`),
  };
  expect(renamed(files, 'G1', 'G2')).toEqual({
    'case.yaml': files['case.yaml'].replace('{ G1: { text: x }, Sn1', '{ G2: { text: x }, Sn1'),
  });
  expect(renamed(files, 'G1', 'G2', { pattern: 'P1' })).toEqual({
    'case.yaml': files['case.yaml'].replace(pattern('G1'), pattern('G2')),
  });
});

test('names are renamed where an anchor stands, but not where an alias is no name', () => {
  const text = lines(
    'argument:',
    '  G1: { text: x, supportedBy: &all [Sn1, &one Sn2] }',
    '  G2: { text: x, supportedBy: *all, inContextOf: [*one] }',
    '  Sn1: { text: x }',
    '  Sn2: { text: x }',
  );
  expect(renamed({ 'case.yaml': text }, 'Sn2', 'Sn3')).toEqual({
    'case.yaml': text.replace('&one Sn2', '&one Sn3').replace('  Sn2:', '  Sn3:'),
  });
  const free = text.replace('Sn2: { text: x }', 'Sn2: { text: *one }');
  expect(renamed({ 'case.yaml': free }, 'Sn2', 'Sn3')).toBe(
    'refused: *one shows it where it is no name, in case.yaml, line 5',
  );
  const taken = lines('argument:', '  G1: { text: &t G2, supportedBy: [*t] }', '  G2: { text: x }');
  expect(renamed({ 'case.yaml': taken }, 'G2', 'G3')).toBe(
    'refused: an alias takes the name from case.yaml, line 2, where it is no name',
  );
});

test('elements at the top of a gsn2x file are elements', () => {
  const text = lines('G1:', '  text: x', '  supportedBy: [G2]', 'G2:', '  text: x');
  expect(renamed({ 'a.yaml': text }, 'G2', 'G3')).toEqual({ 'a.yaml': text.replaceAll('G2', 'G3') });
});

test('what is said to a pattern is renamed with what it is said to', () => {
  const files = {
    'case.yaml': lines(
      'argument:',
      '  G5: { text: x, uses: { pattern: P1, with: { who: coder, parts: [coder, box] }, keep: [G2], omit: G3 } }',
      '  G6: { text: x, supportedBy: [G5.G2-coder, G5.G2-box.Sn1, G5.G4], inContextOf: [G5.Other] }',
      '  D1: { text: x, challenges: G5.G2 -> G5.G2.Sn1 }',
      '  G7: { text: x, confidence: G5.ACP1-coder }',
      'system: { coder: { kind: model }, box: { kind: tool } }',
      'dependence: [{ name: n, members: [G5.G2.inference, G5.G4] }]',
      'waivers: [{ rule: r, at: G5.G2 -> G5.G2.Sn1 }, { rule: r, at: G5.G4.inference }, { rule: r, at: G5 }]',
    ),
    'lib.yaml': lines(
      'module: { name: lib }',
      'patterns:',
      '  P1:',
      '    parameters: { who: subsystem, parts: subsystems }',
      '    argument:',
      '      G1: { text: "{who}", supportedBy: [{ to: G2, multiplicity: per parts, optional: true }, { to: G3, optional: true }, G4] }',
      '      G2: { text: "{parts} {who}", subsystem: "{parts}", uses: { pattern: P2, with: { one: "{who}" } }, acp: { ACP1: [G2.Sn1] } }',
      '      G3: { text: x }',
      '      G4: { text: x, assumes: { "{who}": trusted } }',
      '  P2: { parameters: { one: a subsystem }, argument: { G2: { text: x, supportedBy: [Sn1] }, Sn1: { text: "{one}", subsystem: "{one}" } } }',
    ),
  };
  const replaced = (...pairs: readonly (readonly [string, string])[]) => {
    const each = (text: string) => pairs.reduce((now, [from, to]) => now.replaceAll(from, to), text);
    return { 'case.yaml': each(files['case.yaml']), 'lib.yaml': each(files['lib.yaml']) };
  };
  expect(renamed(files, 'G2', 'G20', { pattern: 'P1' })).toEqual(
    replaced(
      ['G5.G2', 'G5.G20'],
      ['keep: [G2]', 'keep: [G20]'],
      ['to: G2,', 'to: G20,'],
      ['      G2: {', '      G20: {'],
      ['[G2.Sn1]', '[G20.Sn1]'],
    ),
  );
  expect(renamed(files, 'Sn1@lib', 'Sn9')).toEqual(replaced(['Sn1', 'Sn9']));
  expect(renamed(files, 'G3', 'G30', { pattern: 'P1' })).toEqual(replaced(['G3', 'G30']));
  expect(renamed(files, 'G5', 'G50')).toEqual(replaced(['G5', 'G50']));
  expect(renamed(files, 'P2', 'Test')).toEqual(replaced(['P2', 'Test']));
  expect(renamed(files, 'ACP1', 'ACP2')).toEqual(replaced(['ACP1', 'ACP2']));
  expect(renamed(files, 'who', 'system')).toEqual(replaced(['who:', 'system:'], ['{who}', '{system}']));
  expect(renamed(files, 'parts', 'pieces', { kind: 'parameter', pattern: 'P1' })).toEqual(
    replaced(['parts', 'pieces']),
  );
  expect(renamed(files, 'one', 'parts')).toEqual(replaced(['one:', 'parts:'], ['{one}', '{parts}']));
  expect(renamed(files, 'coder', 'agent')).toEqual(
    replaced(
      ['who: coder', 'who: agent'],
      ['parts: [coder', 'parts: [agent'],
      ['-coder', '-agent'],
      ['system: { coder', 'system: { agent'],
    ),
  );
});

test('an element that a pattern makes has no name of its own', () => {
  const files = {
    'case.yaml': lines(
      'module: { name: m }',
      'argument: { G5: { text: x, uses: { pattern: P1 } }, G6: { text: x, supportedBy: [G5.G2, G9.G2] } }',
      'patterns: { P1: { argument: { G1: { text: x, supportedBy: [G2] }, G2: { uses: { pattern: P2 } } } }, P2: { argument: { G1: { text: x }, Sn1: { text: x } } } }',
    ),
  };
  const why = 'refused: G5.G2@m is made of `G2` of the pattern P1, which G5 uses: rename G2 there, or G5';
  expect(renamed(files, 'G5.G2@m', 'G5.G3')).toBe(why);
  expect(renamed(files, 'G5.G2.Sn1@m', 'Sn2')).toBe(
    'refused: G5.G2.Sn1@m is made of `Sn1` of the pattern P2, which G5.G2 uses: rename Sn1 there, or G5.G2',
  );
  expect(renamed(files, 'G9.G2', 'G3')).toBe('refused: nothing is called G9.G2');
});

test('what a module develops of another is named there', () => {
  const files = {
    'a.yaml': lines('module: { name: plan }', 'argument: { G1: { text: x, undeveloped: true }, G2: { text: x } }'),
    'b.yaml': lines(
      'module: { name: power, extends: [{ module: plan, develops: { G1: [G1, G2], G2@plan: G1 } }] }',
      'argument: { G1: { text: x }, G2: { text: x } }',
    ),
  };
  expect(renamed(files, 'G1@plan', 'G7')).toEqual({
    'a.yaml': files['a.yaml'].replace('G1', 'G7'),
    'b.yaml': files['b.yaml'].replace('{ G1: [', '{ G7: ['),
  });
  expect(renamed(files, 'G2@plan', 'G7')).toEqual({
    'a.yaml': files['a.yaml'].replace('G2', 'G7'),
    'b.yaml': files['b.yaml'].replace('G2@plan', 'G7@plan'),
  });
  expect(renamed(files, 'G1@power', 'G7')).toEqual({
    'a.yaml': files['a.yaml'],
    'b.yaml': files['b.yaml']
      .replace('[G1,', '[G7,')
      .replace('plan: G1', 'plan: G7')
      .replace('argument: { G1', 'argument: { G7'),
  });
});

test('over gsn2x files an id is renamed in all modules, however it is referred to', () => {
  const texts = {
    'a.gsn.yaml': 'module: { name: one }\nG1: { text: a, supportedBy: [G2.1, G2.1@two], acp: { ACP1: G2.1 } }\n',
    'b.gsn.yaml':
      'module: { name: two, extends: [{ module: one, develops: { G1: [G2.1] } }] }\nG2.1: { text: b }\nCG1: { challenges: G1 -> G2.1 }\n',
  };
  const documents = Object.entries(texts).map(([file, text]) => openDocument(file, text));
  for (const from of ['G2.1', 'G2.1@two']) {
    const found = rename(documents, from, 'G9');
    expect(found.ok && found.splices).toHaveLength(6);
  }
});
