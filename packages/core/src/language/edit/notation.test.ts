import { expect, test } from 'vitest';
import { openDocument } from '../document.js';
import { parse } from '../parse.js';
import { format } from './format.js';
import { modelOf, openValid, sorted } from './model.testing.js';
import { rename } from './rename.js';
import { applySplices } from './splice.js';

type Files = Readonly<Record<string, string>>;

/** Two modules; patterns that use patterns; copies, options, choices; groups, waivers and sign-offs over what is made. */
const files: Files = {
  'case.yaml': `surety: 1 # the version
case: { id: c, title: Title, status: draft }
outcomes: { o: { text: It happens, threshold: { probability: 0.1, per: window }, claim: G1 } }
system: { coder: { kind: model }, guard: { kind: model } }
argument:
  # the top
  G1: { text: Top, supportedBy: [G2, G3, G4@lib] }
  G2: { confidential: names people, uses: { pattern: Watched, with: { who: [coder, guard], p: 0.1, k: 1 }, keep: [G5], omit: Sn3 } } # copies
  G3:
    uses:
      with:
        p: 0.2
        # in a list, one a line
        who:
          - coder # the first
          - guard
        k: 2
      pattern: Watched
      omit: [G5]
      keep:
        - Sn3
  D1: { text: "no: never", challenges: G2.G2-coder -> G2.Sn1-coder, status: answered, answeredBy: G6 }
  G6: { text: Answer, confidential: true, doubt: base, public: false }
patterns:
  Watched:
    parameters: { who: subsystems, p: doubt, k: how many }
    argument:
      G1: { text: All are watched, supportedBy: [S1, { to: G5, optional: true }] }
      S1: { text: "{k} of them", combine: { atLeast: "{k}" }, dependence: { beta: 0.5, because: one lab }, supportedBy: [{ multiplicity: per who, to: G2 }] }
      G2: { text: "{who}: watched", subsystem: "{who}", choose: at least 1 of 2, supportedBy: [{ to: Sn1 , optional: true}, { optional: true, to: Sn3 }], acp: { ACP1: [G2] } }
      Sn1: { text: "Test of {who}", doubt: "{p}" }
      Sn3: { text: "Log of {who}", evidence: log, requires: { rate: "<= 0.05" } }
      G5: { uses: { pattern: Test, with: { of: "{who}", p: "{p}" } } }
  Test: { parameters: { of: a list, p: doubt }, argument: { S1: { type: goal, text: each, supportedBy: [{ to: Sn9, multiplicity: per of }] }, Sn9: { text: "of {of}", doubt: "{p}" } } }
quantities: { base: { beta: [1, 9], confidential: true } }
evidence:
  log: { source: [a.csv, b.csv], pool: true, reader: csv, confidential: why, measure: { kind: rate, success: score >= 1 } }
dependence:
  - { name: lab, members: [G2.Sn1-coder, G2.S1.inference, G3.Sn3-guard], beta: 0.1, because: one lab }
waivers: [{ rule: undeveloped, at: G3.G2-coder -> G3.Sn3-coder }, { rule: x, at: G2.G5 }]
review:
  required: [author]
  signoffs:
    - { who: Ann, role: author, element: G2.G2-coder, of: "sha256:00", date: 2026-11-01 }
    # of the other
    - { of: "sha256:11", element: G4@lib, who: Bob, role: author, date: 2026-11-02 }
`,
  'lib.yaml': `module: { name: lib }
argument:
  G4: { text: Elsewhere, public: true, supportedBy: [G5] }
  G5: { uses: { pattern: Test, with: { of: [x, y], p: 0.1 } } }
`,
};

const parsed = (texts: Files) => parse(Object.entries(texts).map(([path, text]) => ({ path, text })));

function renamed(texts: Files, from: string, to: string, options: RenameOptions = {}): Files | string {
  const documents = Object.entries(texts).map(([file, text]) => openDocument(file, text));
  const result = rename(documents, from, to, options);
  if (!result.ok) return result.reason;
  const ofFile = (file: string) => result.splices.filter((splice) => splice.file === file);
  return Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, applySplices(text, ofFile(file))]));
}

/** The argument with numbers in the place of names: a name that is lost, or taken for another, changes it. */
function shapeOf(texts: Files): unknown {
  const { case: of, diagnostics } = parsed(texts);
  if (of === null || diagnostics.length > 0) return diagnostics.map(({ code, message }) => `${code}: ${message}`);
  const numbers = new Map(of.elements.map(({ id }, at) => [id as string, at]));
  /** `G2.inference` and `G2 -> Sn1` are told by their elements. */
  const numbered = (name: string): string =>
    name.includes(' -> ')
      ? name.split(' -> ').map(numbered).join('>')
      : String(numbers.get(name) ?? `step of ${numbers.get(name.replace(/\.inference$/, '')) ?? fail(name)}`);
  return {
    elements: of.elements.map((element) => ({
      type: element.type,
      support: element.supportedBy.map(({ to }) => numbered(to)),
      doubt: element.doubt?.opinions.map(({ value }) =>
        value.kind === 'quantity' ? of.quantities.findIndex(({ name }) => name === value.name) : value,
      ),
      evidence: element.evidence === undefined ? undefined : of.evidence.findIndex(({ id }) => id === element.evidence),
      subsystem: of.system.findIndex(({ id }) => id === element.subsystem),
      points: element.claimPoints.length,
    })),
    groups: of.dependence.map(({ members }) => members.map((member) => numbered(member.leaf))),
    waivers: of.waivers.map(({ at }) => numbered(at ?? '')),
    signed: of.review?.signoffs.map(({ element }) => numbered(element ?? '')),
  };
}

function fail(name: string): never {
  throw new Error(`${name} is the name of nothing`);
}

type RenameOptions = NonNullable<Parameters<typeof rename>[3]>;
type Thing = readonly [from: string, to: string, options: RenameOptions];
const things: readonly Thing[] = [
  ['G1', 'G10', { kind: 'element' }],
  ['G2', 'G20', {}],
  ['G3', 'G30', {}],
  ['D1', 'D10', {}],
  ['G6', 'G60', {}],
  ['G4@lib', 'G40@lib', {}],
  ['G5@lib', 'G50@lib', {}],
  ['Watched', 'Seen', {}],
  ['Test', 'Tried', {}],
  ['who', 'whom', {}],
  ['p', 'chance', { pattern: 'Watched' }],
  ['p', 'chance', { pattern: 'Test' }],
  ['k', 'enough', {}],
  ['of', 'over', {}],
  ['G1', 'G10', { pattern: 'Watched' }],
  ['S1', 'S10', { pattern: 'Watched' }],
  ['G2', 'G20', { pattern: 'Watched' }],
  ['Sn1', 'Sn10', {}],
  ['Sn3', 'Sn30', {}],
  ['G5', 'G50', { pattern: 'Watched' }],
  ['S1', 'S10', { pattern: 'Test' }],
  ['Sn9', 'Sn90', {}],
  ['coder', 'agent', {}],
  ['guard', 'keeper', {}],
  ['lab', 'laboratory', {}],
  ['log', 'journal', {}],
  ['base', 'ground', {}],
  ['o', 'harm', {}],
  ['ACP1', 'ACP2', {}],
];

test.each(things)(
  '%s becomes %s and nothing else changes; there and back gives the same bytes',
  (from, to, options) => {
    const there = renamed(files, from, to, options);
    if (typeof there === 'string') throw new Error(there);
    expect(there).not.toEqual(files);
    expect(shapeOf(there)).toEqual(shapeOf(files));
    const module = from.split('@')[1];
    const back = renamed(there, module === undefined ? to : `${to.split('@')[0]}@${module}`, from, options);
    expect(back).toEqual(files);
  },
);

test('what a pattern rests on outside keeps its meaning, or the new name is refused', () => {
  const outside: Files = {
    'case.yaml': `argument:
  G1: { text: a, uses: { pattern: P1 } }
  A1: { type: assumption, text: b, doubt: 0.1 }
patterns:
  P1: { argument: { G1: { text: c, supportedBy: [G2], inContextOf: [A1] }, G2: { text: d, doubt: 0.1 }, A2: { text: e } } }
`,
  };
  expect(renamed(outside, 'A1', 'A2')).toBe(
    'case.yaml, line 5 (pattern P1) refers to it, and would mean the A2 that the pattern has in case.yaml, line 5 (pattern P1)',
  );
  expect(renamed(outside, 'A2', 'A1', { pattern: 'P1' })).toMatch(/^A1 is referred to in case.yaml, line 5/);
  const there = renamed(outside, 'G2', 'G1', { pattern: 'P1' });
  expect(there).toBe('G1 exists already, in case.yaml, line 5 (pattern P1)');
  // The case has a G1 as well as the pattern: each is its own.
  expect(renamed(outside, 'G1', 'G3')).toEqual({
    'case.yaml': outside['case.yaml']!.replace('  G1: { text: a', '  G3: { text: a'),
  });
});

test('a value is followed through the patterns that hand it on', () => {
  const handed: Files = {
    'case.yaml': `system: { coder: { kind: model }, coder-2: { kind: model } }
argument:
  G1: { text: a, uses: { pattern: Outer, with: { who: [coder, coder-2] } } }
waivers: [{ rule: r, at: G1.G2-coder.Sn1-coder-coder-2 }, { rule: r, at: G1.G2-coder-2 }, { rule: r, at: G1.G2-coder-3 }]
patterns:
  Outer: { parameters: { who: some }, argument: { G1: { text: b, supportedBy: [{ to: G2, multiplicity: per who }] }, G2: { uses: { pattern: Inner, with: { whom: "{who}" } } } } }
  Inner: { parameters: { whom: some }, argument: { G1: { text: c, supportedBy: [{ to: Sn1, multiplicity: per whom }] }, Sn1: { text: d, subsystem: "{whom}" } } }
`,
  };
  const text = handed['case.yaml']!;
  expect(renamed(handed, 'coder', 'agent')).toEqual({
    'case.yaml': text
      .replace('{ coder: {', '{ agent: {')
      .replace('[coder,', '[agent,')
      .replace('G1.G2-coder.Sn1-coder-coder-2', 'G1.G2-agent.Sn1-agent-coder-2'),
  });
  expect(renamed(handed, 'coder-2', 'other')).toEqual({
    'case.yaml': text.replaceAll('coder-2', 'other'),
  });
});

test.each(Object.entries(files))('formatting %s keeps what it says, and its comments, in block style', (_, text) => {
  const result = format(text);
  if (!result.ok) throw new Error(result.reason);
  expect(sorted(modelOf(openValid(result.text)!))).toEqual(sorted(modelOf(openValid(text)!)));
  expect(result.text.match(/# .*/g)).toEqual(text.match(/# .*/g));
  expect(format(result.text)).toEqual(result);
  expect(result.text).not.toMatch(/[{].*:.*[}]/);
});

test('formatting keeps the case that a text makes, and the layers of a gsn2x file', () => {
  const formatted = Object.fromEntries(
    Object.entries(files).map(([file, text]) => {
      const result = format(text);
      return [file, result.ok ? result.text : result.reason];
    }),
  );
  expect(shapeOf(formatted)).toEqual(shapeOf(files));
  const layers =
    'G1: { text: a, team: red, "two words": [x, "1"], supportedBy: Sn1 } # top\nSn1: { text: b, url: x }\n';
  const result = format(layers);
  if (!result.ok) throw new Error(result.reason);
  const ofLayers = (text: string) => parsed({ 'a.gsn.yaml': text }).case!.elements.map(({ layers: all }) => all);
  expect(ofLayers(result.text)).toEqual(ofLayers(layers));
  expect(ofLayers(layers)[0]).toEqual({ team: 'red', 'two words': 'x, 1' });
  expect(format(result.text)).toEqual(result);
});

test('a name is found beside values that are none, however the text could be read', () => {
  const parts = 'a-'.repeat(60);
  const mixed: Files = {
    'case.yaml': `system: { a: { kind: model }, a-a: { kind: model } }
argument:
  G1: { text: a, uses: { pattern: P1, with: { who: [a-a, a], place: [here, there] } } }
waivers: [{ rule: r, at: G1.Sn1-a-there }, { rule: r, at: G1.Sn1-a-a-here }, { rule: r, at: G1.Sn1-a-where }, { rule: r, at: G1.Sn1-${parts}x }]
patterns:
  P1: { parameters: { who: some, place: any }, argument: { G1: { text: b, supportedBy: [{ to: G2, multiplicity: per who }] }, G2: { text: c, supportedBy: [{ to: Sn1, multiplicity: per place }] }, Sn1: { text: "{place}", subsystem: "{who}" } } }
`,
  };
  expect(renamed(mixed, 'a', 'b')).toEqual({
    'case.yaml': mixed['case.yaml']!.replace('{ a: {', '{ b: {')
      .replace(', a],', ', b],')
      .replace('Sn1-a-there', 'Sn1-b-there'),
  });
});
