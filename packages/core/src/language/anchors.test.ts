import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { format } from './edit/format.js';
import { styledText } from './edit/texts.testing.js';
import { fromYaml } from './from-yaml.js';
import { numbers } from './mutate.testing.js';
import { parse } from './parse.js';
import { openSource } from './source.js';
import { caseOf, elementOf, head, parseBody } from './texts.testing.js';
import { toPlain } from './tree.js';

/** What is said about a text behind the head of a case: `line:column code, related line:column message`. */
function saidAbout(body: string): string[] {
  const parsed = parseBody(body);
  expect(parsed.case === null).toBe(parsed.diagnostics.some(({ severity }) => severity === 'error'));
  return parsed.diagnostics.map(({ code, range, related = [] }) =>
    [
      `${range.start.line}:${range.start.column} ${code}`,
      ...related.map(({ message, range: { start } }) => `${start.line}:${start.column} ${message}`),
    ].join(', '),
  );
}

test('an alias is a copy of what its anchor holds', () => {
  const found = caseOf(`argument:
  G1: &goal
    text: &text Never mind
    supportedBy: &legs [Sn1, &last Sn2]
    inference: &doubt { elicited: &value 0.1, by: me }
  G2: *goal
  G3: { text: *text, supportedBy: *legs, inference: [*doubt, { elicited: *value }] }
  G4: { text: "*text", supportedBy: *last }
  Sn1: { text: a }
  &named Sn2: { text: *named }
`);
  const [g1, g2, g3] = ['G1', 'G2', 'G3'].map((id) => elementOf(found, id));
  const said = { text: 'Never mind', supportedBy: [{ to: 'Sn1' }, { to: 'Sn2' }] };
  const opinion = { value: { kind: 'number', value: 0.1 }, by: 'me' };
  expect(g1).toMatchObject({ ...said, inference: { opinions: [opinion] } });
  expect(g2).toMatchObject({ ...said, inference: { opinions: [opinion] } });
  expect(g3).toMatchObject({ ...said, inference: { opinions: [opinion, { value: opinion.value }] } });
  expect(elementOf(found, 'G4')).toMatchObject({ text: '*text', supportedBy: [{ to: 'Sn2' }] });
  expect(elementOf(found, 'Sn2').text).toBe('Sn2');
  // Nothing is shared: each element has data and places of its own.
  expect(g2?.supportedBy).not.toBe(g1?.supportedBy);
  expect(g2?.supportedBy[0]?.origin.path).toEqual(['argument', 'G2', 'supportedBy', 0]);
});

test('what an alias shows stands where the alias stands', () => {
  const text = `${head}argument:\n  G1: &goal { text: a, supportedBy: [Sn1] }\n  G2: *goal\n  Sn1: { text: b }\n`;
  const { ranges, diagnostics } = parse([{ path: 'a.yaml', text }]);
  expect(diagnostics).toEqual([]);
  const shown = (path: (string | number)[], of: 'key' | 'value') => {
    const { start, end } = ranges[of]({ file: 'a.yaml', path });
    return text.slice(start.offset, end.offset);
  };
  expect(shown(['argument', 'G2'], 'key')).toBe('G2');
  expect(shown(['argument', 'G2'], 'value')).toBe('*goal');
  expect(shown(['argument', 'G2', 'supportedBy'], 'key')).toBe('*goal');
  expect(shown(['argument', 'G2', 'supportedBy', 0], 'value')).toBe('*goal');
  expect(shown(['argument', 'G1', 'supportedBy', 0], 'value')).toBe('Sn1');
});

test('an alias means the last anchor of its name above it', () => {
  const parsed = parseBody(
    'argument:\n  G1: { text: &a x }\n  G2: { text: *a }\n  G3: { text: &a y }\n  G4: { text: *a }\n',
  );
  expect(parsed.case?.elements.map(({ text }) => text)).toEqual(['x', 'x', 'y', 'y']);
  expect(parsed.diagnostics).toMatchObject([
    { code: 'duplicate-anchor', severity: 'info', related: [{ range: { start: { line: 4 } } }] },
  ]);
});

test('findings about what an alias shows point at it, and name the anchor', () => {
  expect(saidAbout('argument:\n  G1: &goal { text: a, undevelopd: true }\n  G2: *goal\n')).toEqual([
    '4:24 unknown-key',
    '5:7 unknown-key, 4:7 The anchor of this alias',
  ]);
  expect(saidAbout('argument:\n  G1: { text: &t 5% }\n  Sn1: { text: a, doubt: *t }\n')).toEqual([
    '5:26 bad-reference, 4:15 The anchor of this alias',
  ]);
  expect(saidAbout('argument:\n  G1: &goal { text: a }\n  x1: *goal\n')).toEqual(['5:3 unknown-type']);
  expect(saidAbout('riskCases:\n  o: { argument: &all { G1: { text: a }, x1: { text: a } }, claim: G1 }\n')).toEqual([
    '4:42 unknown-type',
  ]);
});

test('no mend is offered for what stands elsewhere', () => {
  const { diagnostics } = parseBody(
    'argument:\n  G1: &goal { text: a, undevelopd: true }\n  G2: *goal\n  G3: { text: &on yes, undeveloped: *on }\n',
  );
  expect(diagnostics.map(({ range, fix }) => [range.start.line, fix !== undefined])).toEqual([
    [4, true],
    [5, false],
    [6, false],
  ]);
});

test('an element that is written in place may not be shown twice', () => {
  expect(saidAbout('argument:\n  G1: &goal { text: a, supportedBy: [{ id: G9, text: b }] }\n  G2: *goal\n')).toEqual([
    '5:7 duplicate-id, 4:44 First here, 4:7 The anchor of this alias',
  ]);
  expect(saidAbout('argument:\n  G1: { text: a, supportedBy: [&in { id: G9, text: b }, *in] }\n')).toEqual([
    '4:57 duplicate-id, 4:42 First here, 4:32 The anchor of this alias',
  ]);
  // Under another id it is another element.
  expect(saidAbout('argument:\n  G1: &goal { text: a, supportedBy: [G9] }\n  G2: *goal\n  G9: *goal\n')).toEqual([]);
});

test('an anchor that nothing shows is fine, except before unquoted prose', () => {
  expect(saidAbout('argument:\n  G1: &goal { text: "a", undeveloped: &yes true, url: &c x }\n')).toEqual([]);
  expect(saidAbout('argument:\n  G1: { text: &c "is it" }\n')).toEqual([]);
  expect(saidAbout('argument:\n  G1: { text: &c is it }\n')).toEqual(['4:15 leading-indicator']);
  expect(saidAbout('argument:\n  G1: { text: &c is it }\n  G2: { text: *c }\n')).toEqual([]);
});

test('what aliases expand to is bounded', () => {
  const list = (length: number, of: string) => `[${Array.from({ length }, () => of).join(', ')}]`;
  const element = (level: string, ...more: string[]) =>
    `argument:\n  G1: { text: a, level: &a ${level} }\n${more.map((one, i) => `  G${i + 2}: { text: a, level: ${one} }\n`).join('')}`;
  // 100 nodes each.
  expect(saidAbout(element(list(99, 'x'), list(100, '*a')))).toEqual([]);
  expect(saidAbout(element(list(99, 'x'), list(101, '*a')))).toEqual([
    '5:426 anchor-bomb, 4:25 The anchor of this alias',
  ]);
  expect(saidAbout(element(list(99, 'x'), `&b ${list(50, '*a')}`, '*b'))).toEqual([
    '6:25 anchor-bomb, 5:25 The anchor of this alias',
  ]);
});

test('what aliases expand to nests as deep as text may', () => {
  const nest = (depth: number, inner: string) => '['.repeat(depth) + inner + ']'.repeat(depth);
  // The root, `patterns`, `P`, `argument` and `G1` are around the first bracket.
  const text = (above: number, below: number) =>
    `patterns: { P: { argument: { G1: { text: a, level: [&deep ${nest(below, '')}, ${nest(above, '*deep')}] } } } }\n`;
  expect(saidAbout(text(28, 30))).toEqual([]);
  expect(saidAbout(text(28, 31))).toEqual(['3:151 too-deep, 3:53 The anchor of this alias']);
});

test('hostile aliases are told in time', () => {
  const bodies = [
    Array.from({ length: 10_000 }, (_, i) => `  G${i}: { text: &a${i} x, url: *b${i} }\n`),
    Array.from({ length: 10_000 }, (_, i) => `  G${i}: { text: &a x, url: *a }\n`),
    Array.from(
      { length: 60 },
      (_, i) => `  G${i}: &g${i} { text: x, level: [${i > 0 ? `*g${i - 1}, *g${i - 1}` : ''}] }\n`,
    ),
    Array.from({ length: 10_000 }, (_, i) => `  &k${i} G${i}: { <<: *k${i}, *k${i} : *k${i} }\n`),
  ];
  for (const body of bodies) {
    const started = performance.now();
    const { case: made, diagnostics } = parseBody(`argument:\n${body.join('')}`);
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(made === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  }
});

/** A text with anchors and aliases, and the same text with each alias written out. */
interface Pair {
  readonly shared: string;
  readonly plain: string;
}

function join(...parts: readonly (string | Pair)[]): Pair {
  const side = (of: keyof Pair) => parts.map((part) => (typeof part === 'string' ? part : part[of])).join('');
  return { shared: side('shared'), plain: side('plain') };
}

/** A random case: values are anchored here and there, and values of the same kind then show what is anchored. */
function casePair(draw: (below: number) => number): Pair & { readonly aliases: number } {
  const anchored: { readonly name: string; readonly kind: string; readonly plain: string }[] = [];
  const latest = new Map<string, (typeof anchored)[number]>();
  let aliases = 0;

  function value(kind: string, make: () => Pair): Pair {
    const known = anchored.filter((one) => one.kind === kind && latest.get(one.name) === one);
    if (known.length > 0 && draw(2) === 0) {
      aliases += 1;
      const { name, plain } = known[draw(known.length)]!;
      return { shared: `*${name}`, plain };
    }
    if (draw(3) > 0) return make();
    const name = `a${draw(12)}`;
    // From here on the name means this one, which nothing inside it can show.
    latest.delete(name);
    const { shared, plain } = make();
    const made = { name, kind, plain };
    anchored.push(made);
    // Something inside may have taken the name in turn.
    if (!latest.has(name)) latest.set(name, made);
    return { shared: `&${name} ${shared}`, plain };
  }

  const word = (...words: string[]): Pair => join(words[draw(words.length)]!);
  const maybe = (key: string, of: () => Pair) => (draw(2) === 0 ? join(`\n    ${key}: `, of()) : '');
  const text = () => value('text', () => word('plain words', '"a: # b"', "'it''s'", 'x'));
  const number = () => word('0.1', '2e-3', '0', '0.50');
  const id = () => value('id', () => word('Sn1', '"Sn2"', 'Sn3'));
  const ids = () => value('ids', () => (draw(2) === 0 ? join('[', id(), ', ', id(), ']') : word('[]', '[Sn1]')));
  const opinion = () => join('{ elicited: ', value('number', number), ', by: me, because: ', text(), ' }');
  const opinions = () => join('[', value('opinion', opinion), ', ', value('opinion', opinion), ']');
  const doubt = () => value('doubt', [opinion, opinions, number][draw(3)]!);
  const assumes = () => value('assumes', () => word('{ b: trusted, a: untrustworthy }', '{ 2: trusted, 1: trusted }'));
  const defaults = () => value('defaults', () => join('{ outcome: o, assumes: ', assumes(), ' }'));
  const goal = () =>
    join(
      ...['\n    text: ', text(), maybe('supportedBy', ids), maybe('inference', doubt), maybe('assumes', assumes)],
      ...[maybe('owner', text), maybe('defaults', defaults)],
    );
  const goals = Array.from({ length: 2 + draw(6) }, (_, index) => join(`\n  G${index}: `, value('goal', goal)));
  const leaves = [1, 2, 3].map((index) => join(`\n  Sn${index}: { text: `, text(), ', doubt: ', doubt(), ' }'));
  return { ...join(`${head}argument:`, ...goals, ...leaves, '\n'), aliases };
}

test('a text with its aliases written out, or formatted, is the same case', () => {
  const draw = numbers(3);
  let aliases = 0;
  let same = 0;
  for (let round = 0; round < 600; round += 1) {
    const pair = casePair(draw);
    const [shared, plain] = [pair.shared, pair.plain].map((text) => {
      const { case: made, diagnostics } = parse([{ path: 'a.yaml', text }]);
      const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
      return { made, errors };
    });
    expect(shared, pair.shared).toEqual(plain);
    if (shared!.made === null) continue;
    expect(shared!.made.contentHash).toBe(plain!.made!.contentHash);
    const formatted = format(pair.shared);
    if (!formatted.ok) throw new Error(formatted.reason);
    const again = parse([{ path: 'a.yaml', text: formatted.text }]);
    expect(again.case?.contentHash, formatted.text).toBe(shared!.made.contentHash);
    same += 1;
    aliases += pair.aliases;
  }
  expect(same).toBeGreaterThan(300);
  expect(aliases).toBeGreaterThan(2000);
});

test('aliases mean what the library makes of them', () => {
  let compared = 0;
  fc.assert(
    fc.property(styledText, (text) => {
      const source = openSource('a.yaml', text);
      const tree = text.includes('*a') ? fromYaml(source) : undefined;
      if (
        tree === undefined ||
        source.aliases.size === 0 ||
        source.diagnostics.some(({ severity }) => severity === 'error')
      )
        return;
      const value: unknown = parseDocument(text, { version: '1.2', schema: 'core', logLevel: 'silent' }).toJS({
        maxAliasCount: -1,
      });
      expect(toPlain(tree), text).toEqual(value);
      compared += 1;
    }),
    { numRuns: 1500 },
  );
  expect(compared).toBeGreaterThan(20);
});
