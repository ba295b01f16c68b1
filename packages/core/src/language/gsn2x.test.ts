import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Case } from '../case/index.js';
import { type Parsed, parse, type TextFile } from './parse.js';
import { elementOf, head } from './texts.testing.js';

/** The files of a folder of fixtures. */
function filesOf(folder: string): TextFile[] {
  const at = new URL(`./fixtures/gsn2x/${folder}/`, import.meta.url);
  return readdirSync(at).map((path) => ({ path, text: readFileSync(new URL(path, at), 'utf8') }));
}

function caseIn(files: readonly TextFile[]): Case {
  const parsed = parse(files);
  expect(parsed.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return parsed.case!;
}

const one = (text: string): Parsed => parse([{ path: 'a.gsn.yaml', text }]);
const said = ({ diagnostics }: Parsed) => diagnostics.map(({ code, message, hint }) => [code, message, hint]);

/** Elements in a line each: id, type or form, and where they lead. */
function lines({ elements }: Case): string[] {
  return elements.map(({ id, type, form, module, supportedBy, inContextOf, challenge }) => {
    const target = challenge?.target;
    const against = target?.kind === 'link' ? `${target.from} -> ${target.to}` : target?.element;
    return [
      `${id}${module === undefined ? '' : ` (${module})`} ${form ?? type}`,
      ...(supportedBy.length === 0 ? [] : [`by ${supportedBy.map(({ to }) => to).join(' ')}`]),
      ...(inContextOf.length === 0 ? [] : [`in ${inContextOf.map(({ to }) => to).join(' ')}`]),
      ...(against === undefined ? [] : [`against ${against}`]),
    ].join(', ');
  });
}

describe('a gsn2x file is read as it is', () => {
  test('confidence: claim points anywhere, layers, layout of every version', () => {
    const of = caseIn(filesOf('confidence'));
    expect(of.bare).toBe(true);
    expect(lines(of)).toEqual([
      'G1 goal, by S1, in C1',
      'C1 context',
      'S1 strategy, by G2 G3, in J1',
      'J1 justification',
      'G2 goal, by Sn1',
      'Sn1 solution',
      'G3 goal',
    ]);
    expect(of.elements.flatMap(({ id, claimPoints }) => claimPoints.map(({ name, at }) => [id, name, ...at]))).toEqual([
      ['G1', 'ACP1', 'S1'],
      ['C1', 'ACP2', 'C1'],
      ['S1', 'ACP3', 'G2', 'G3'],
      ['S1', 'ACP4', 'S1'],
      ['Sn1', 'ACP5', 'Sn1'],
    ]);
    // Layout is neither a layer nor an error, and a number keeps its digits.
    expect(
      of.elements.filter(({ layers }) => Object.keys(layers).length > 0).map(({ id, layers }) => [id, layers]),
    ).toEqual([
      ['G2', { reviewer: 'Kim Larsen' }],
      ['Sn1', { release: '1.10' }],
    ]);
    expect(elementOf(of, 'Sn1')).toMatchObject({
      url: 'https://example.org/approaches',
      classes: ['logs', 'measured'],
    });
    expect(elementOf(of, 'G3').undeveloped).toBe(true);
    expect(of.modules).toEqual([]);
  });

  test('dialectic: elements without a word, defeated elements and relations, types by name', () => {
    const of = caseIn(filesOf('dialectic'));
    expect(lines(of)).toEqual([
      'G1 goal, by G2 G3',
      'G2 goal, by Sn1 Sn2',
      'G3 goal, by Sn3',
      'Sn1 solution',
      'Sn2 solution',
      'Sn3 solution',
      'CG1 counter-goal, by CSn1 CG2, against G2 -> Sn2',
      'CSn1 counter-solution',
      'CG2 counter-goal, by CSn2',
      'CSn2 counter-solution',
      'CG3 counter-goal, against G3',
      'Rebuttal counter-solution, against CG3',
      'CSn3 counter-solution, against G1',
    ]);
    expect(of.elements.filter(({ text }) => text === '').map(({ id }) => id)).toEqual([
      'G3',
      'Sn1',
      'Sn2',
      'CSn2',
      'CG3',
    ]);
    expect(of.elements.filter(({ defeated }) => defeated).map(({ id }) => id)).toEqual(['G3', 'CSn3']);
    expect(elementOf(of, 'G1').defeatedRelation).toEqual(['G3']);
    expect(elementOf(of, 'G2').defeatedRelation).toEqual(['Sn2']);
  });

  test('modules: one name space, names of files where none are given', () => {
    const of = caseIn(filesOf('modules'));
    expect(lines(of)).toEqual([
      'G20 (Braking) goal, by G21',
      'G21 (Braking) goal',
      'G1 (Crossing) goal, by S1, in C1',
      'S1 (Crossing) strategy, by G10 G20',
      'C1 (Crossing) context',
      'G10 (sensing) goal, by Sn10, in C1 A10',
      'Sn10 (sensing) solution',
      'A10 (sensing) assumption',
    ]);
    expect(
      of.modules.map(({ name, brief, uses, information, origin }) => [
        name,
        brief,
        uses.map(({ path }) => path),
        information,
        origin.path,
      ]),
    ).toEqual([
      ['Braking', 'Stopping in time', [], {}, ['module']],
      [
        'Crossing',
        'The whole crossing',
        ['sensing.gsn.yaml', 'braking.yml'],
        { changes: 'v1: first draft; v2: braking apart' },
        ['module'],
      ],
      ['sensing', undefined, [], {}, []],
    ]);
  });

  test('template: a module develops what another leaves open', () => {
    const of = caseIn(filesOf('template'));
    expect(
      of.modules.flatMap(({ name, extends: all }) => all.map(({ module, develops }) => [name, module, develops])),
    ).toMatchObject([['tower', 'lift', [{ element: 'G2', by: ['G50'] }]]]);
    expect(elementOf(of, 'G2').supportedBy).toMatchObject([{ to: 'G50', developedBy: 'tower' }]);
  });

  test('draft: every slip at once, and what could be read besides', () => {
    const parsed = parse(filesOf('draft'));
    expect(parsed.case).toBeNull();
    expect(said(parsed)).toEqual([
      ['layer-near-key', '`suportedBy` of `G1` is no key, so it is kept as a layer.', 'Did you mean `supportedBy`?'],
      [
        'bad-reference',
        "Expected one id like `G1` or `G1@module` for `inContextOf`, found text 'C1, C2'.",
        'Several ids are a list: write `[C1, C2]`.',
      ],
      [
        'kept-as-layer',
        '`status` is kept as a layer, here and below: as a key of Surety it belongs to challenges.',
        undefined,
      ],
      ['layer-near-key', '`owners` of `G1` is no key, so it is kept as a layer.', 'Did you mean `owner`?'],
      [
        'unknown-type',
        'The type of `X1` is not known: its id starts with no known prefix, and it has no `type`.',
        expect.any(String),
      ],
      ['layer-near-key', '`txt` of `G1.1` is no key, so it is kept as a layer.', 'Did you mean `text`?'],
      ['not-one-of', expect.stringContaining("found text 'Gaol'"), "Did you mean 'Goal'?"],
    ]);
    const { case: of, gaps } = parsed.readable!;
    expect(lines(of)).toEqual(['G1 goal, in C1 C2', 'S1 strategy', 'C1 context', 'C2 context', 'X1 goal', 'G1.1 goal']);
    expect(elementOf(of, 'G1').layers).toEqual({ suportedBy: 'S1', status: 'agreed', owners: 'Kim, Lee' });
    expect([...gaps.names].sort()).toEqual(['G1', 'G1.1', 'X1']);
    expect(gaps).toMatchObject({ links: false, files: false });
  });
});

describe('names over several gsn2x files', () => {
  const files = (...texts: string[]) => texts.map((text, index) => ({ path: `m${index + 1}/index.gsn.yaml`, text }));

  test('a module may be named in a reference, and must be the right one', () => {
    const of = caseIn(
      files('G1: { text: a, supportedBy: [G2@one, G2@two] }\n', 'module: { name: two }\nG2: { text: b }\n'),
    );
    expect(elementOf(of, 'G1').supportedBy.map(({ to }) => to)).toEqual(['G2@one', 'G2']);
  });

  test('files of the same name are told apart by their folders', () => {
    const of = caseIn(files('G1: {}\n', 'G2: {}\n', 'module: { name: index }\nG3: {}\n'));
    expect(of.modules.map(({ name }) => name)).toEqual(['m1/index', 'm2/index', 'index']);
  });

  test('an id stands once in all of them', () => {
    const parsed = parse(files('module: { name: a }\nG1: {}\n', 'module: { name: b }\nG1: {}\n'));
    expect(said(parsed)).toEqual([
      [
        'duplicate-id',
        'The id `G1` stands twice: first as an element in m1/index.gsn.yaml, line 2.',
        'In gsn2x files an id is unique over all modules.',
      ],
    ]);
  });

  test('a module alone belongs to them, and by itself is no case', () => {
    expect(caseIn(files('module: { name: The lift, brief: b, extends: lift }\n', 'G1: {}\n')).bare).toBe(true);
    expect(said(one('module: { name: a }\n')).map(([code]) => code)).toEqual(['missing-version', 'missing-case']);
  });
});

describe('keys of gsn2x files', () => {
  const layersOf = (keys: string) =>
    elementOf(caseIn([{ path: 'a.yaml', text: `G1: { text: a, ${keys} }\n` }]), 'G1').layers;

  test('what only Surety knows is a layer where it cannot be meant as Surety has it', () => {
    expect(
      layersOf('status: agreed, evidence: TR-12, confidence: high, date: May 2026, doubt: low, category: hw'),
    ).toEqual({
      status: 'agreed',
      evidence: 'TR-12',
      confidence: 'high',
      date: 'May 2026',
      doubt: 'low',
      category: 'hw',
    });
    expect(layersOf('doubt: 0.1, owner: Kim, category: control')).toEqual({});
    const parsed = one('G1: { status: a }\nG2: { status: b }\n');
    expect(said(parsed).map(([code]) => code)).toEqual(['kept-as-layer']);
  });

  test('the same keys mean what Surety means beside files with sections', () => {
    const parsed = parse([
      { path: 'case.yaml', text: head },
      { path: 'gsn.yaml', text: 'G1: { text: a, note: b, category: hw }\nG2: {}\n' },
    ]);
    expect(said(parsed).map(([code]) => code)).toEqual(['not-one-of']);
    expect(parsed.readable?.case.bare).toBe(false);
    expect(elementOf(parsed.readable!.case, 'G1').layers).toEqual({ note: 'b' });
  });

  test('lists and maps are layers in words, and nothing is an empty one', () => {
    expect(layersOf('a1: [x, 2, true], b1: { c: d, e: [f, g] }, c1: null, layers: z')).toEqual({
      a1: 'x, 2, true',
      b1: 'c: d; e: f, g',
      c1: '',
      layers: 'z',
    });
  });

  test.each([
    ['suportedBy: [G2]', 'supportedBy'],
    ['supported_by: [G2]', 'supportedBy'],
    ['NodeType: Goal', 'nodeType'],
    ['rankincrement: 1', 'rankIncrement'],
    ['clases: [a]', 'classes'],
  ])('`%s` is one slip from a key', (entry, meant) => {
    const parsed = one(`G1: { text: a, ${entry} }\n`);
    expect(parsed.case).not.toBeNull();
    expect(parsed.diagnostics).toMatchObject([
      { code: 'layer-near-key', severity: 'warning', hint: `Did you mean \`${meant}\`?` },
    ]);
  });

  test.each(['note', 'test', 'app', 'layer1', 'risk', 'label'])('`%s` is a layer like any', (key) => {
    expect(one(`G1: { text: a, ${key}: b }\n`).diagnostics).toEqual([]);
  });

  test('attributes of a module that are near a key are told', () => {
    expect(said(one('module: { name: a, breif: b, author: c }\nG1: {}\n'))).toEqual([
      ['layer-near-key', '`breif` is no key of a module, so it is only shown.', 'Did you mean `brief`?'],
    ]);
  });

  test('a key without a value says nothing', () => {
    expect(elementOf(caseIn([{ path: 'a.yaml', text: 'G1:\n  text:\n  url:\n  undeveloped:\n' }]), 'G1')).toMatchObject(
      {
        text: '',
        undeveloped: false,
      },
    );
  });

  test('a type under either name, and two that differ', () => {
    expect(elementOf(one('Top: { node_type: Goal }\n').case!, 'Top').type).toBe('goal');
    expect(said(one('Top: { node_type: Goal, type: context }\n')).map(([code]) => code)).toEqual(['type-conflict']);
  });

  test.each([
    ['G1.1', undefined],
    ['G-Top_2', undefined],
    ['G 1', "The id 'G 1' may hold only letters, digits, `_`, `-` and dots inside."],
    ['G1.', "The id 'G1.' may hold only letters, digits, `_`, `-` and dots inside."],
    ['G1.inference', "The id 'G1.inference' ends like the name of a leaf that is made of an element."],
  ])('the id %j', (id, message) => {
    expect(one(`${id}: { text: a }\n`).diagnostics.map((found) => found.message)).toEqual(
      message === undefined ? [] : [message],
    );
  });

  test('a value that is no map is told as one', () => {
    expect(said(one('G1: { text: a }\nG2: some text\n'))).toEqual([
      ['wrong-type', "Expected a map for `G2`, found text 'some text'.", undefined],
    ]);
  });
});

describe('what is no gsn2x file', () => {
  test.each([
    ['argument:\n  G1: { text: a }\n', ['missing-version', 'missing-case']],
    ['Argument:\n  G1: { text: a }\n', ['unknown-key', 'missing-version', 'missing-case']],
    ['foo: bar\n', ['unknown-key', 'missing-version', 'missing-case']],
    ['surety: 1\nG1: { text: a }\n', ['missing-case', 'unknown-key']],
  ])('%j', (text, codes) => {
    expect(
      said(one(text))
        .map(([code]) => code)
        .sort(),
    ).toEqual([...codes].sort());
  });
});
