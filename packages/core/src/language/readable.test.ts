import { expect, test } from 'vitest';
import { parse, type TextFile } from './parse.js';
import { elementOf, head, parseBody } from './texts.testing.js';

const files = (...texts: string[]): TextFile[] => texts.map((text, index) => ({ path: `${index}.yaml`, text }));

/** What is said to be missing from a text behind the head of a case. */
function gapsIn(body: string) {
  const { readable } = parseBody(body);
  const { names, places, sections, links, files } = readable!.gaps;
  return { names: [...names], places: places.map(({ path }) => path.join('/')), sections: [...sections], links, files };
}

test('without errors all of it is readable, and nothing is missing', () => {
  const { case: of, readable } = parseBody('argument:\n  G1: { text: a, undeveloped: true }\n');
  expect(readable?.case).toBe(of);
  expect(readable?.gaps).toEqual({ names: new Set(), places: [], sections: new Set(), links: false, files: false });
});

test('an element of which a key is faulty keeps its links', () => {
  const { case: of, readable } = parseBody(
    'argument:\n  G1: { text: a, category: x, supportedBy: [G2] }\n  G2: { text: b, undeveloped: true }\n',
  );
  expect(of).toBeNull();
  expect(elementOf(readable!.case, 'G1').supportedBy.map(({ to }) => to)).toEqual(['G2']);
  expect(readable!.gaps).toMatchObject({ links: false, files: false });
});

test.each([
  ['a faulty key', 'argument:\n  G1: { text: a, category: x }\n', { names: ['G1'], links: false }],
  ['a faulty link', 'argument:\n  G1: { text: a, supportedBy: 5 }\n', { names: ['G1'], links: true }],
  ['an element that is none', 'argument:\n  G1: 5\n', { names: ['G1'], links: true }],
  ['an element without a type', 'argument:\n  X1: { text: a }\n', { names: ['X1'], links: false }],
  [
    'an element in place',
    'argument:\n  G1: { text: a, supportedBy: { id: G2, text: b, zzz: 1 } }\n',
    { names: ['G2'], places: ['argument/G1/supportedBy', 'argument/G1/supportedBy'], links: false },
  ],
  ['what may have been a link', 'argument:\n  G1: { text: a, zzz: [G2] }\n', { names: ['G1'], links: true }],
  ['an outcome', 'outcomes:\n  o: { text: a, threshold: 5 }\n', { names: ['o'], sections: ['outcomes'], links: false }],
  [
    'a row',
    'dismissed: [{ subsystem: a }, { subsystem: b, outcome: c }]\n',
    { names: [], places: ['dismissed/0', 'dismissed/0'] },
  ],
  ['a section', 'decision: { kind: 5 }\n', { sections: ['decision'], places: ['decision', 'decision'] }],
  ['a section that nobody knows', 'zzzzzz: { a: b }\n', { files: true }],
  ['an element at the top', 'G1: { text: a }\n', { names: ['G1'], links: true, files: false }],
  ['a file that is not there', 'module: { name: m, uses: x.yaml }\n', { files: true }],
  ['a second text', 'argument: {}\n---\na: b\n', { files: true }],
  ['an entry twice', 'argument:\n  G1: { text: a }\n  G1: { text: b }\n', { names: ['G1'], links: true, files: false }],
  ['a section twice', 'argument:\n  G1: { text: a }\nargument:\n  G2: { text: a }\n', { files: true }],
])('%s is missing', (_, body, expected) => {
  expect(gapsIn(body)).toMatchObject(expected);
});

test('rows keep their places though one of them was not read', () => {
  const { readable } = parseBody(
    'dismissed: [{ subsystem: a }, { subsystem: b, outcome: c }]\nwaivers: [5, { rule: cycle, until: 2026-01-01 }]\n',
  );
  expect(readable!.case.dismissed).toMatchObject([{ subsystem: 'b', origin: { path: ['dismissed', 1] } }]);
  expect(readable!.case.waivers).toMatchObject([{ rule: 'cycle', origin: { path: ['waivers', 1] } }]);
});

test('a section under a mistyped key is read as what was meant', () => {
  const { readable, diagnostics } = parseBody('agument:\n  G1: { text: a, doubt: 5% }\n');
  expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-key', 'percent-in-number']);
  expect(readable!.case.elements.map(({ id, origin }) => [id, origin.path])).toEqual([['G1', ['agument', 'G1']]]);
});

test('a file that cannot be read does not hide the others', () => {
  const parsed = parse(files(`${head}argument:\n  G1: { text: a, supportedBy: [G2] }\n`, 'argument:\n  G2: {\n'));
  expect(parsed.readable!.case.elements.map(({ id }) => id)).toEqual(['G1']);
  expect(parsed.readable!.gaps.files).toBe(true);
  expect(parse(files('a: {\n')).readable).toBeNull();
  expect(parse([]).readable).toBeNull();
});

test('errors of every stage are told in one run', () => {
  const parsed = parse(
    files(
      `${head}argument:\n  G1: { text: a, doubt: 5% }\n  X1: { text: b }\nmodule: { name: m }\n`,
      'module: { name: m }\nargument:\n  G1: { text: c }\n  G3: { text: d, status: open }\n',
    ),
  );
  expect(parsed.diagnostics.map(({ code }) => code)).toEqual([
    'percent-in-number',
    'unknown-type',
    'defined-twice',
    'duplicate-id',
    'misplaced-key',
  ]);
});

test('what is left of a thing is not judged as if it were whole', () => {
  const codes = (body: string) => parseBody(body).diagnostics.map(({ code }) => code);
  expect(codes('argument:\n  D1: { text: a, challenges: 5, status: answered }\n')).toEqual(['wrong-type']);
  expect(codes('argument:\n  Top: { text: a, type: gaol }\n')).toEqual(['not-one-of']);
  expect(codes('argument:\n  G1: { text: a, combine: { atLeast: 2 }, supportedBy: [G2, 5] }\n')).toEqual([
    'wrong-type',
  ]);
});

test('a mistyped version is not a missing one', () => {
  const { diagnostics } = parse(files('surty: 1\ncase: { id: x, title: X }\n'));
  expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-key']);
});

test('policies that name each other in a circle are told, and read', () => {
  const parsed = parse(
    files(`${head}policy: { extends: 1.yaml }\n`, 'policy: { extends: 0.yaml, inference: required }\n'),
  );
  expect(parsed.diagnostics.map(({ code }) => code)).toEqual(['uses-cycle']);
  expect(parsed.readable).not.toBeNull();
});
