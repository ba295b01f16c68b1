import { expect, test } from 'vitest';
import { caseOf, elementOf, head, parseBody } from '../texts.testing.js';
import { outline } from './outline.testing.js';

test('the using element stands for the top, and the others are made right behind it', () => {
  const found = caseOf(
    `patterns:
  P1:
    parameters: { system: what is contained, test: evidence, most: bound, p: doubt }
    argument:
      G1:
        text: "{system} is contained"
        category: control
        inference: "{p}"
        inContextOf: { id: C1, text: "Configuration of {system}" }
        supportedBy: [{ id: S1, text: By each barrier, supportedBy: [Sn1, G2] }]
      Sn1: { text: "Tests of {system}", evidence: "{test}", requires: { rate: "<= {most}", margin: 2 } }
      G2: { text: "No other way out of {system}", undeveloped: true, subsystem: "{system}", owner: "{p}" }
argument:
  G0: { text: Top, supportedBy: [G5, G5.G2] }
  G5:
    category: inability
    uses: { pattern: P1, with: { system: coder, test: range, most: 0.05, p: 0.1 } }
  G6: { text: Last, undeveloped: true }
`,
  );
  expect(outline(found)).toEqual([
    'G0 Top | on G5, G5.G2',
    'G5 coder is contained | on G5.S1 | in G5.C1',
    'G5.C1 Configuration of coder',
    'G5.S1 By each barrier | on G5.Sn1, G5.G2',
    'G5.Sn1 Tests of coder',
    'G5.G2 No other way out of coder | undeveloped',
    'G6 Last | undeveloped',
  ]);
  const top = elementOf(found, 'G5');
  expect(top).toMatchObject({ type: 'goal', category: 'inability' });
  expect(top.instance).toBeUndefined();
  expect(top.inference?.opinions[0]?.value).toEqual({ kind: 'number', value: 0.1 });
  expect(top.uses).toEqual({
    pattern: 'P1',
    with: { system: ['coder'], test: ['range'], most: ['0.05'], p: ['0.1'] },
    keep: [],
    omit: [],
    origin: { file: 'case.yaml', path: ['argument', 'G5', 'uses'] },
  });
  expect(elementOf(found, 'G5.Sn1')).toMatchObject({
    type: 'solution',
    evidence: 'range',
    requires: { result: 'rate', direction: '<=', value: 0.05, margin: 2 },
    instance: { pattern: 'P1', of: 'Sn1', at: 'G5' },
    origin: { file: 'case.yaml', path: ['patterns', 'P1', 'argument', 'Sn1'] },
  });
  // A number where only text may stand is text.
  expect(elementOf(found, 'G5.G2')).toMatchObject({ subsystem: 'coder', owner: '0.1' });
  expect(elementOf(found, 'G5.C1').origin.path).toEqual(['patterns', 'P1', 'argument', 'G1', 'inContextOf']);
  expect(top.supportedBy[0]?.origin.path).toEqual(['patterns', 'P1', 'argument', 'G1', 'supportedBy', 0]);
  expect(found.patterns[0]?.elements.map(({ id, text }) => [id, text])).toEqual([
    ['G1', '{system} is contained'],
    ['C1', 'Configuration of {system}'],
    ['S1', 'By each barrier'],
    ['Sn1', 'Tests of {system}'],
    ['G2', 'No other way out of {system}'],
  ]);
});

const perSystem = `patterns:
  P1:
    parameters: { systems: what there is, tools: what they use, all: the whole }
    argument:
      G1: { text: "{all} is safe", supportedBy: [S1, G9] }
      S1: { text: Over systems, supportedBy: [{ to: G2, multiplicity: per systems }], inContextOf: [A1] }
      G2: { text: "{systems} is safe", supportedBy: [S2, Sn1], inContextOf: [A1], acp: { ACP1: [Sn1] } }
      S2: { text: "Over tools of {systems}", supportedBy: [{ to: G3, multiplicity: per tools }] }
      G3: { text: "{systems} cannot misuse {tools}", supportedBy: [Sn2] }
      Sn1: { text: "Test of {systems}" }
      Sn2: { text: "Test of {systems} with {tools}" }
      G9: { text: Nothing else, supportedBy: [{ to: Sn3, multiplicity: per tools }] }
      Sn3: { text: "Survey of {tools}" }
      A1: { text: The list is complete }
      D1: { text: "{systems} changed", challenges: G2 -> Sn1, answeredBy: G4 }
      D2: { text: Lists age, challenges: A1 }
      G4: { text: "{systems} did not change much", undeveloped: true }
      G5: { text: "The test of {systems} is good", confidence: ACP1, undeveloped: true }
`;

test('what is reached only through an edge per parameter is made once per value', () => {
  const found = caseOf(`${perSystem}argument:
  G7: { uses: { pattern: P1, with: { all: It, systems: [coder, guard], tools: [shell, web search] } } }
`);
  expect(outline(found)).toEqual([
    'G7 It is safe | on G7.S1, G7.G9',
    'G7.S1 Over systems | on G7.G2-coder, G7.G2-guard | in G7.A1',
    'G7.G2-coder coder is safe | on G7.S2-coder, G7.Sn1-coder | in G7.A1',
    'G7.G2-guard guard is safe | on G7.S2-guard, G7.Sn1-guard | in G7.A1',
    'G7.S2-coder Over tools of coder | on G7.G3-coder-1, G7.G3-coder-2',
    'G7.S2-guard Over tools of guard | on G7.G3-guard-1, G7.G3-guard-2',
    'G7.G3-coder-1 coder cannot misuse shell | on G7.Sn2-coder-1',
    'G7.G3-coder-2 coder cannot misuse web search | on G7.Sn2-coder-2',
    'G7.G3-guard-1 guard cannot misuse shell | on G7.Sn2-guard-1',
    'G7.G3-guard-2 guard cannot misuse web search | on G7.Sn2-guard-2',
    'G7.Sn1-coder Test of coder',
    'G7.Sn1-guard Test of guard',
    'G7.Sn2-coder-1 Test of coder with shell',
    'G7.Sn2-coder-2 Test of coder with web search',
    'G7.Sn2-guard-1 Test of guard with shell',
    'G7.Sn2-guard-2 Test of guard with web search',
    'G7.G9 Nothing else | on G7.Sn3-1, G7.Sn3-2',
    'G7.Sn3-1 Survey of shell',
    'G7.Sn3-2 Survey of web search',
    'G7.A1 The list is complete',
    'G7.D1-coder coder changed',
    'G7.D1-guard guard changed',
    'G7.D2 Lists age',
    'G7.G4-coder coder did not change much | undeveloped',
    'G7.G4-guard guard did not change much | undeveloped',
    'G7.G5-coder The test of coder is good | undeveloped',
    'G7.G5-guard The test of guard is good | undeveloped',
  ]);
  expect(elementOf(found, 'G7.D1-guard').challenge).toMatchObject({
    target: { kind: 'link', from: 'G7.G2-guard', to: 'G7.Sn1-guard' },
    answeredBy: 'G7.G4-guard',
  });
  expect(elementOf(found, 'G7.D2').challenge?.target).toMatchObject({ element: 'G7.A1' });
  expect(elementOf(found, 'G7.G2-guard').claimPoints).toMatchObject([{ name: 'G7.ACP1-guard', at: ['G7.Sn1-guard'] }]);
  expect(elementOf(found, 'G7.G5-guard').confidence).toBe('G7.ACP1-guard');
});

test('what has no value stays open, and is not made more than once', () => {
  expect(outline(caseOf(`${perSystem}argument:\n  G7: { uses: { pattern: P1, with: { systems: coder } } }\n`))).toEqual(
    [
      'G7 {all} is safe | on G7.S1, G7.G9 | open',
      'G7.S1 Over systems | on G7.G2-coder | in G7.A1',
      'G7.G2-coder coder is safe | on G7.S2-coder, G7.Sn1-coder | in G7.A1',
      'G7.S2-coder Over tools of coder | on G7.G3-coder (per tools) | open',
      'G7.G3-coder coder cannot misuse {tools} | on G7.Sn2-coder | open',
      'G7.Sn1-coder Test of coder',
      'G7.Sn2-coder Test of coder with {tools} | open',
      'G7.G9 Nothing else | on G7.Sn3 (per tools) | open',
      'G7.Sn3 Survey of {tools} | open',
      'G7.A1 The list is complete',
      'G7.D1-coder coder changed',
      'G7.D2 Lists age',
      'G7.G4-coder coder did not change much | undeveloped',
      'G7.G5-coder The test of coder is good | undeveloped',
    ],
  );
});

test('open values are left out of everything but the text, and a multiplicity in words stays', () => {
  const found = caseOf(`patterns:
  P1:
    parameters: { e: evidence, s: subsystem, leg: another claim }
    argument:
      G1: { text: a, supportedBy: ["{leg}", { to: G2, multiplicity: 1..n }], subsystem: "{s}", inference: "{e}" }
      G2: { text: b, undeveloped: true }
argument:
  G1: { uses: { pattern: P1 } }
`);
  expect(outline(found)).toEqual(['G1 a | on G1.G2 (1..n) | open', 'G1.G2 b | undeveloped']);
  expect(Object.keys(elementOf(found, 'G1'))).not.toContain('subsystem');
  expect(Object.keys(elementOf(found, 'G1'))).not.toContain('inference');
});

const options = `patterns:
  P1:
    argument:
      G1: { text: a, supportedBy: [S1, { to: G2, optional: true }], inContextOf: [{ to: C1, optional: true }], uninstantiated: true }
      S1: { text: s, choose: at least 1 of 2, supportedBy: [G3, { to: G4, optional: true }, { to: G5, optional: true }] }
      G2: { text: two, supportedBy: [Sn1] }
      G3: { text: three, uninstantiated: true }
      G4: { text: four, supportedBy: [Sn1] }
      G5: { text: five, supportedBy: [Sn2] }
      Sn1: { text: one test }
      Sn2: { text: another }
      C1: { text: c }
      D1: { text: d, challenges: G5, answeredBy: G6 }
      G6: { text: answer }
      D2: { text: e, challenges: S1 -> G4 }
      D3: { text: f, challenges: G0 }
argument:
  G0: { text: x, uses: { pattern: P1USES } }
`;

test('options and choices that nobody decided stay open', () => {
  expect(outline(caseOf(options.replace('P1USES', 'P1')))).toEqual([
    'G0 x | on G0.S1, G0.G2 (optional) | in G0.C1 (optional) | open',
    'G0.S1 s | on G0.G3, G0.G4 (optional), G0.G5 (optional) | open',
    'G0.G2 two | on G0.Sn1',
    // Marked in the pattern, and with nothing that could be filled in.
    'G0.G3 three | open',
    'G0.G4 four | on G0.Sn1',
    'G0.G5 five | on G0.Sn2',
    'G0.Sn1 one test',
    'G0.Sn2 another',
    'G0.C1 c',
    'G0.D1 d',
    'G0.G6 answer',
    'G0.D2 e',
    'G0.D3 f',
  ]);
});

test('what is left out takes along what only it leads to', () => {
  const found = caseOf(options.replace('P1USES', 'P1, keep: [G4, C1], omit: G2'));
  expect(outline(found)).toEqual([
    'G0 x | on G0.S1 | in G0.C1',
    'G0.S1 s | on G0.G3, G0.G4',
    'G0.G3 three | open',
    'G0.G4 four | on G0.Sn1',
    'G0.Sn1 one test',
    'G0.C1 c',
    'G0.D2 e',
    'G0.D3 f',
  ]);
  expect(elementOf(found, 'G0.S1').choose).toBeUndefined();
  expect(outline(caseOf(options.replace('P1USES', 'P1, keep: [G4, G5], omit: [G2, C1]')))[1]).toBe(
    'G0.S1 s | on G0.G3, G0.G4, G0.G5',
  );
  const other = caseOf(options.replace('P1USES', 'P1, omit: [G2, C1, G4]'));
  expect(outline(other).slice(1, 3)).toEqual(['G0.S1 s | on G0.G3, G0.G5', 'G0.G3 three | open']);
  // The challenge to the link that is gone is gone; the one to what is kept is there.
  expect(other.elements.map(({ id }) => id).filter((id) => id.startsWith('G0.D'))).toEqual(['G0.D1', 'G0.D3']);
});

test('keys that the using element states win, and with them what they are about', () => {
  const { case: found, diagnostics } = parseBody(
    `${options.replace('{ pattern: P1USES }', '{ pattern: P1, omit: [G2] }, supportedBy: [G9], inContextOf: []')}  G9: { text: nine, undeveloped: true }\n`,
  );
  if (found === null) throw new Error('the case is read');
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['overrides-pattern']));
  expect(outline(found)[0]).toBe('G0 x | on G9');
  expect(elementOf(found, 'G0').supportedBy[0]?.origin.path).toEqual(['argument', 'G0', 'supportedBy', 0]);
});

test('a pattern may use another one, with its own values and lists', () => {
  const found = caseOf(`patterns:
  P1:
    parameters: { systems: all of them, one: a claim }
    argument:
      G1: { text: All is well, supportedBy: [{ to: G2, multiplicity: per systems }, G3, G4, G3.Sn1] }
      G2: { uses: { pattern: P2, with: { what: "{systems}", leg: "{one}", other: G4 } } }
      G3: { text: The rest, uses: { pattern: P2, with: { what: all else, leg: "{one}", other: G4 } } }
      G4: { text: inner, uses: { pattern: P3, with: { list: "{systems}" } } }
  P2:
    parameters: { what: it, leg: a claim, other: another }
    argument:
      G1: { text: "{what} is well", supportedBy: [Sn1, "{leg}", "{other}", G7] }
      Sn1: { text: "Test of {what}" }
      G4: { text: never meant }
  P3:
    parameters: { list: several }
    argument: { G1: { text: c, supportedBy: [{ to: Sn1, multiplicity: per list }] }, Sn1: { text: "{list}" } }
argument:
  G1: { uses: { pattern: P1, with: { systems: [a, b], one: G4 } } }
  G4: { text: outer, undeveloped: true }
  G7: { text: of the case, undeveloped: true }
  D1: { text: x, challenges: G1.G2-a.Sn1 }
dependence: [{ name: n, members: [G1.G2-a.Sn1, G1.G2-b.inference], beta: 0.1 }]
`);
  // `{leg}` is the G4 of the case, `{other}` that of P1; G7 is none of a pattern.
  expect(outline(found)).toEqual([
    'G1 All is well | on G1.G2-a, G1.G2-b, G1.G3, G1.G4, G1.G3.Sn1',
    'G1.G2-a a is well | on G1.G2-a.Sn1, G4, G1.G4, G7',
    'G1.G2-a.Sn1 Test of a',
    'G1.G2-a.G4 never meant',
    'G1.G2-b b is well | on G1.G2-b.Sn1, G4, G1.G4, G7',
    'G1.G2-b.Sn1 Test of b',
    'G1.G2-b.G4 never meant',
    'G1.G3 The rest | on G1.G3.Sn1, G4, G1.G4, G7',
    'G1.G3.Sn1 Test of all else',
    'G1.G3.G4 never meant',
    'G1.G4 inner | on G1.G4.Sn1-a, G1.G4.Sn1-b',
    'G1.G4.Sn1-a a',
    'G1.G4.Sn1-b b',
    'G4 outer | undeveloped',
    'G7 of the case | undeveloped',
    'D1 x',
  ]);
  expect(elementOf(found, 'G1.G2-b.Sn1').instance).toEqual({ pattern: 'P2', of: 'Sn1', at: 'G1.G2-b' });
  expect(elementOf(found, 'G1.G2-b')).toMatchObject({
    instance: { pattern: 'P1', of: 'G2', at: 'G1' },
    uses: { pattern: 'P2', with: { what: ['b'], leg: ['G4'], other: ['G4'] } },
  });
  expect(elementOf(found, 'D1').challenge?.target).toMatchObject({ element: 'G1.G2-a.Sn1' });
  expect(found.dependence[0]?.members.map(({ leaf }) => leaf)).toEqual(['G1.G2-a.Sn1', 'G1.G2-b.inference']);
});

test('the top of a pattern may use another: the element stands for both', () => {
  const found = caseOf(`patterns:
  P1:
    parameters: { x: it }
    argument:
      G1: { category: control, uses: { pattern: P2, with: { y: "{x}" } }, inContextOf: [C1] }
      C1: { text: "Outer {x}, on top of G1", acp: { ACP1: [G1.Sn1] } }
  P2:
    parameters: { y: it }
    argument:
      G1: { text: "{y} is well", category: inability, owner: them, supportedBy: [Sn1], inContextOf: [C1] }
      Sn1: { text: "Test of {y}" }
      C1: { text: Inner }
argument:
  G5: { uses: { pattern: P1, with: { x: It } } }
`);
  expect(outline(found)).toEqual([
    'G5 It is well | on G5.G1.Sn1 | in G5.C1',
    'G5.G1.Sn1 Test of It',
    'G5.G1.C1 Inner',
    'G5.C1 Outer It, on top of G1',
  ]);
  expect(elementOf(found, 'G5')).toMatchObject({ category: 'control', owner: 'them' });
  expect(elementOf(found, 'G5.C1').claimPoints).toMatchObject([{ name: 'G5.ACP1', at: ['G5.G1.Sn1'] }]);
});

test('over modules, what is made belongs to the module that uses the pattern', () => {
  const found = caseOf([
    {
      path: 'case.yaml',
      text: `${head}argument:\n  G0: { text: top, supportedBy: [G5@power, G5.G2@power] }\n  A1: { text: of the case }\n`,
    },
    {
      path: 'lib.yaml',
      text: `module: { name: lib }
patterns:
  P1:
    parameters: { leg: a claim, n: a number }
    argument:
      G1: { text: a, public: true, supportedBy: [G2, "{leg}", G8, "G{n}"], inContextOf: [A1, A1@other] }
      G2: { text: b, public: true, undeveloped: true }
argument:
  G8: { text: of the library, public: true, undeveloped: true }
  A1: { text: of the library, public: true }
`,
    },
    {
      path: 'power.yaml',
      text: `module: { name: power, uses: lib.yaml }
argument:
  G5: { uses: { pattern: P1, with: { leg: G8, n: 9 } } }
  G8: { text: of power, undeveloped: true }
  G9: { text: of power, supportedBy: [G5.G2] }
dependence: [{ name: n, members: [G5.inference, G5.G2.inference], beta: 0.1 }]
`,
    },
  ]);
  expect(outline(found)).toEqual([
    'G0 top | on G5@power, G5.G2@power',
    'A1 of the case',
    'G8@lib of the library | undeveloped',
    'A1@lib of the library',
    // What the pattern names is named where it stands, what is given for it where it is given.
    'G5@power a | on G5.G2@power, G8@power, G8@lib, G9@power | in A1@lib, A1@other',
    'G5.G2@power b | undeveloped',
    'G8@power of power | undeveloped',
    'G9@power of power | on G5.G2@power',
  ]);
  expect(elementOf(found, 'G5.G2@power')).toMatchObject({
    module: 'power',
    public: true,
    instance: { at: 'G5@power' },
  });
  expect(found.dependence[0]?.members.map(({ leaf }) => leaf)).toEqual(['G5@power.inference', 'G5.G2@power.inference']);
  const single = caseOf(
    'module: { name: m }\npatterns: { P1: { argument: { G1: { text: a, supportedBy: G2 }, G2: { text: b, undeveloped: true } } } }\nargument:\n  G1: { uses: { pattern: P1 } }\n  G2: { text: x, supportedBy: G1.G2@m }\n',
  );
  expect(outline(single)).toEqual(['G1 a | on G1.G2', 'G1.G2 b | undeveloped', 'G2 x | on G1.G2']);
});

test('defaults go down through instances, and so do those of a pattern', () => {
  const found = caseOf(`patterns:
  P1:
    parameters: { who: subsystem }
    argument:
      G1: { text: a, supportedBy: [G2, G3] }
      G2: { text: b, undeveloped: true }
      G3: { text: c, supportedBy: [G4], defaults: { subsystem: "{who}", assumes: { "{who}": trusted } } }
      G4: { text: d, undeveloped: true }
argument:
  G0: { text: top, supportedBy: [G5], defaults: { category: control, subsystem: all } }
  G5: { uses: { pattern: P1, with: { who: coder } } }
`);
  const given = found.elements.map(({ id, category, subsystem, assumes }) => [
    id,
    category,
    subsystem,
    assumes[0]?.subsystem,
  ]);
  expect(given).toEqual([
    ['G0', undefined, undefined, undefined],
    ['G5', 'control', 'all', undefined],
    ['G5.G2', 'control', 'all', undefined],
    ['G5.G3', 'control', 'all', undefined],
    ['G5.G4', 'control', 'coder', 'coder'],
  ]);
});

test('elements of a risk case and assumptions may use patterns', () => {
  const found = caseOf(`patterns:
  P1: { argument: { R1: { text: a, supportedBy: [CG1] }, CG1: { type: goal, text: b, undeveloped: true } } }
  P2: { parameters: { x: what }, argument: { A1: { text: "{x} holds", doubt: 0.1, owner: me } } }
outcomes: { o: { text: It happens } }
assumptions: { A1: { uses: { pattern: P2, with: { x: It } } } }
riskCases: { o: { claim: R1, argument: { R1: { uses: { pattern: P1 } } } } }
`);
  expect(outline(found)).toEqual(['A1 It holds', 'R1 a | on R1.CG1', 'R1.CG1 b | undeveloped']);
  expect(found.elements.map(({ type, riskCase }) => [type, riskCase])).toEqual([
    ['assumption', undefined],
    ['goal', 'o'],
    ['goal', 'o'],
  ]);
});

test('what is given is filled in once: a value may look like a parameter', () => {
  const found = caseOf(`patterns:
  P1: { parameters: { x: it, y: it }, argument: { G1: { text: "{x} and {y}", undeveloped: true } } }
argument:
  G1: { uses: { pattern: P1, with: { x: "{y}", y: "$&" } } }
`);
  expect(outline(found)).toEqual(['G1 {y} and $& | undeveloped']);
});

test('without a pattern, or with values that do not fit, an element is open', () => {
  const parsed = parseBody(
    'argument:\n  G1: { uses: { pattern: P1 } }\n  G2: { text: b, uses: { pattern: P1 }, undeveloped: true }\n',
  );
  expect(outline(parsed.case!)).toEqual(['G1 Instance of the pattern P1 | open', 'G2 b | undeveloped | open']);
  expect(parsed.diagnostics).toEqual([]);
});

test('the content hash tells which element is the top of a pattern, and every key of an instance', () => {
  const of = (argument: string, uses: string) =>
    caseOf(
      `patterns: { P1: { parameters: { x: it }, argument: { ${argument} } } }\nargument: { G1: { text: a, uses: { ${uses} } } }\n`,
    ).contentHash;
  const [g1, g2] = [
    'G1: { text: a, supportedBy: [{ to: G2, optional: true, multiplicity: per x }] }',
    'G2: { text: b, undeveloped: true }',
  ];
  const hashes = [
    of(`${g1}, ${g2}`, 'pattern: P1'),
    of(`${g2}, ${g1}`, 'pattern: P1'),
    of(`${g1}, ${g2}`, 'pattern: P1, keep: G2'),
    of(`${g1}, ${g2}`, 'pattern: P1, omit: G2'),
    of(`${g1}, ${g2}`, 'pattern: P1, with: { x: a }'),
    of(`${g1}, ${g2}`, 'pattern: P1, with: { x: [a, b] }'),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(of(`${g1}, ${g2}`, 'keep: G2, pattern: P1')).toBe(hashes[2]);
});
