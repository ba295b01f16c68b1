import { expect, test } from 'vitest';
import { parse } from './parse.js';
import { caseOf, elementOf, head, parseBody } from './texts.testing.js';

const ids = (body: string) => caseOf(body).elements.map(({ id }) => id);

test('elements in place stand right behind their parent, in the order of the text', () => {
  const body = `argument:
  G1:
    text: a
    inContextOf: { id: C1, text: c }
    supportedBy:
      - id: S1
        text: s
        supportedBy: [{ id: G2, text: g, undeveloped: true }, G3]
      - G4
  G3: { text: d, undeveloped: true }
`;
  const found = caseOf(body);
  expect(found.elements.map(({ id }) => id)).toEqual(['G1', 'C1', 'S1', 'G2', 'G3']);
  expect(elementOf(found, 'G1').supportedBy.map(({ to }) => to)).toEqual(['S1', 'G4']);
  expect(elementOf(found, 'G2').origin.path).toEqual(['argument', 'G1', 'supportedBy', 0, 'supportedBy', 0]);
  expect(elementOf(found, 'C1').origin.path).toEqual(['argument', 'G1', 'inContextOf']);
});

test('a text means a list of one, and an edge may be a map', () => {
  const found = caseOf(
    'argument:\n  G1: { text: a, supportedBy: S1, inContextOf: [{ to: C1, optional: true, multiplicity: per model }] }\n',
  );
  expect(elementOf(found, 'G1').supportedBy).toEqual([
    { to: 'S1', optional: false, origin: { file: 'case.yaml', path: ['argument', 'G1', 'supportedBy'] } },
  ]);
  expect(elementOf(found, 'G1').inContextOf).toEqual([
    {
      to: 'C1',
      optional: true,
      multiplicity: 'per model',
      origin: { file: 'case.yaml', path: ['argument', 'G1', 'inContextOf', 0] },
    },
  ]);
});

test('keys that look like numbers keep the order of the text', () => {
  expect(ids('argument:\n  G9: { text: a }\n  "10": { text: b, type: goal }\n  2: { text: c, type: goal }\n')).toEqual([
    'G9',
    '10',
    '2',
  ]);
  const { outcomes } = caseOf('outcomes:\n  b: { text: a }\n  2: { text: b }\n  1: { text: c }\n');
  expect(outcomes.map(({ id }) => id)).toEqual(['b', '2', '1']);
});

test('keys that every object has are keys like any other', () => {
  expect(
    ids(
      'argument:\n  constructor: { text: a, type: goal }\n  toString: { text: b, type: goal }\n  hasOwnProperty: { text: c, type: goal }\n',
    ),
  ).toEqual(['constructor', 'toString', 'hasOwnProperty']);
  const { diagnostics } = parseBody(
    'argument:\n  G1: { text: a, constructor: 1 }\n  G2: { text: b, uses: { pattern: P1, with: { __proto__: x } } }\n',
  );
  expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-key', 'bad-key']);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test('the type is stated, or follows from the longest prefix', () => {
  const body = ['G1', 'S1', 'Sn1', 'C1', 'A1', 'J1', 'R1', 'Goal', 'Snow']
    .map((id) => `  ${id}: { text: a }\n`)
    .join('');
  const challenges = ['CG1', 'CSn1', 'D1'].map((id) => `  ${id}: { text: a, challenges: G1 }\n`).join('');
  const more =
    '  X1: { text: a, type: context }\n  X2: { text: a, nodeType: CounterGoal, challenges: G1 }\n  X3: { text: a, nodeType: Strategy }\n';
  const types = caseOf(`argument:\n${body}${challenges}${more}`).elements.map(({ type }) => type);
  expect(types).toEqual([
    ...['goal', 'strategy', 'solution', 'context', 'assumption', 'justification', 'goal', 'goal', 'solution'],
    ...['challenge', 'challenge', 'challenge', 'context', 'challenge', 'strategy'],
  ]);
});

test('challenges have defaults', () => {
  const found = caseOf(`argument:
  D1: { text: a, challenges: G1 -> Sn1 }
  D2: { text: a, challenges: G1, answeredBy: G9 }
  D3: { text: a, challenges: G1, status: accepted, blocking: false, strength: { between: [0.1, 0.2] } }
`);
  const [first, second, third] = found.elements.map(({ challenge }) => challenge);
  expect(first).toEqual({
    target: {
      kind: 'link',
      from: 'G1',
      to: 'Sn1',
      origin: { file: 'case.yaml', path: ['argument', 'D1', 'challenges'] },
    },
    status: 'open',
    strength: 1,
    blocking: true,
  });
  expect(second).toMatchObject({ status: 'answered', answeredBy: 'G9' });
  expect(third).toMatchObject({
    status: 'accepted',
    blocking: false,
    strength: { opinions: [{ value: { kind: 'distribution' } }] },
  });
});

test('defaults go down the support until something overrides them', () => {
  const found = caseOf(`argument:
  G1: { text: a, supportedBy: [S1], inContextOf: [C1], defaults: { category: control, subsystem: coder, assumes: { coder: untrustworthy } } }
  C1: { text: c }
  S1: { text: s, supportedBy: [G2, G3] }
  G2: { text: b, category: inability, supportedBy: [Sn1] }
  Sn1: { text: d }
  G3: { text: e, defaults: { category: deference }, supportedBy: [Sn2, { id: G4, text: f, undeveloped: true }] }
  Sn2: { text: g }
`);
  const categories = Object.fromEntries(found.elements.map(({ id, category }) => [id, category]));
  expect(categories).toEqual({
    G1: undefined,
    C1: undefined,
    S1: 'control',
    G2: 'inability',
    Sn1: 'inability',
    G3: 'control',
    Sn2: 'deference',
    G4: 'deference',
  });
  expect(elementOf(found, 'G4')).toMatchObject({
    subsystem: 'coder',
    assumes: [{ subsystem: 'coder', trust: 'untrustworthy' }],
  });
});

test('defaults end in arguments that go in circles', () => {
  expect(
    ids(
      'argument:\n  G1: { text: a, supportedBy: G2, defaults: { category: control } }\n  G2: { text: b, supportedBy: G1 }\n',
    ),
  ).toEqual(['G1', 'G2']);
});

test('doubt has many forms', () => {
  const found = caseOf(`argument:
  A1: { text: a, doubt: 1e-3 }
  A2: { text: a, doubt: leak }
  A3: { text: a, doubt: { pert: [0, 0.1, 0.3] } }
  A4: { text: a, doubt: { elicited: leak, by: me } }
  A5: { text: a, doubt: [0.1, { elicited: 0.2, by: you }, { elicited: { beta: [1, 9] }, by: her }] }
`);
  const values = found.elements.map(({ doubt }) => doubt?.opinions.map(({ value }) => value));
  expect(values).toEqual([
    [{ kind: 'number', value: 1e-3 }],
    [{ kind: 'quantity', name: 'leak' }],
    [{ kind: 'distribution', distribution: { kind: 'pert', min: 0, mode: 0.1, max: 0.3 } }],
    [{ kind: 'quantity', name: 'leak' }],
    [
      { kind: 'number', value: 0.1 },
      { kind: 'number', value: 0.2 },
      { kind: 'distribution', distribution: { kind: 'beta', a: 1, b: 9 } },
    ],
  ]);
  expect(elementOf(found, 'A5').doubt?.opinions[1]?.origin.path).toEqual(['argument', 'A5', 'doubt', 1]);
});

test('quantities are numbers, expressions, distributions or evidence', () => {
  const found = caseOf(
    'quantities:\n  a: 5\n  b: a + 1\n  c: { expression: a * 2, unit: tasks }\n  d: { expression: 7, because: so }\n  e: { evidence: x }\n',
  );
  expect(found.quantities.map(({ definition }) => definition)).toEqual([
    { kind: 'number', value: 5 },
    { kind: 'expression', text: 'a + 1', origin: { file: 'case.yaml', path: ['quantities', 'b'] } },
    { kind: 'expression', text: 'a * 2', origin: { file: 'case.yaml', path: ['quantities', 'c', 'expression'] } },
    { kind: 'number', value: 7 },
    { kind: 'evidence', evidence: 'x' },
  ]);
});

test('the policy follows the status', () => {
  const inference = (status: string) =>
    caseOf([{ path: 'a.yaml', text: `surety: 1\ncase: { id: x, title: X, status: ${status} }\n` }]).policy.inference;
  expect(['sketch', 'draft', 'in review', 'accepted', 'revoked'].map(inference)).toEqual([
    'listed',
    'listed',
    'required',
    'required',
    'required',
  ]);
  expect(caseOf('policy: { inference: required, absentEvidence: block }\n').policy).toEqual({
    inference: 'required',
    absentEvidence: 'block',
  });
});

test('patterns, chain, fmea and what else a case may hold', () => {
  const found = caseOf(`patterns:
  P1:
    parameters: { system: the system under test }
    argument:
      G1: { text: "{system} is safe", subsystem: "{system}", supportedBy: [{ to: G2, multiplicity: per subsystem }, { to: G3, optional: true }] }
      S1: { text: s, choose: 1 of 2, uninstantiated: true, supportedBy: [G2, G3] }
argument:
  G1: { text: a, uses: { pattern: P1, with: { system: Coder-2 } }, acp: { ACP1: [Sn1], ACP2: G1 } }
  G5: { text: b, confidence: ACP1, url: "https://example.org", classes: one, public: true, defeated: true, defeatedRelation: [G1] }
  S2: { text: c, choose: 1 of 2, combine: { atLeast: 1 }, dependence: { independent: true, because: so }, supportedBy: G1, rankIncrement: 2, horizontalIndex: { relative: 1 }, charWrap: 20 }
chain: { previous: ../generation-2, claim: G1, gap: G5, amplify: { copies: 10 } }
fmea: [{ subsystem: coder, mode: stops, arguedBy: G1 }]
evidence:
  tree: { source: [a.xml, b.xml], pool: true, reader: open-psa, top: TOP, map: { E1: G1 }, attestation: a.json, keys: key.pub, trials: [x], transfer: G5 }
`);
  expect(found.patterns[0]).toMatchObject({
    id: 'P1',
    parameters: { system: 'the system under test' },
    elements: [
      { id: 'G1', text: '{system} is safe', supportedBy: [{ multiplicity: 'per subsystem' }, { optional: true }] },
      { id: 'S1', choose: { keep: 1, of: 2, atLeast: false } },
    ],
  });
  expect(elementOf(found, 'G1')).toMatchObject({
    uses: { pattern: 'P1', with: { system: ['Coder-2'] }, keep: [], omit: [] },
    claimPoints: [
      { name: 'ACP1', at: ['Sn1'] },
      { name: 'ACP2', at: ['G1'] },
    ],
  });
  expect(elementOf(found, 'G5')).toMatchObject({
    confidence: 'ACP1',
    classes: ['one'],
    public: true,
    defeated: true,
    defeatedRelation: ['G1'],
  });
  expect(elementOf(found, 'S2')).toMatchObject({
    choose: { keep: 1, of: 2, atLeast: false },
    combine: { kind: 'atLeast', k: 1 },
    legs: { kind: 'independent', because: 'so' },
  });
  expect(found.chain).toMatchObject({ previous: '../generation-2', claim: 'G1', gap: 'G5', amplify: { copies: 10 } });
  expect(found.fmea).toEqual([
    { subsystem: 'coder', mode: 'stops', arguedBy: 'G1', origin: { file: 'case.yaml', path: ['fmea', 0] } },
  ]);
  expect(found.evidence[0]).toMatchObject({
    sources: [{ path: 'a.xml' }, { path: 'b.xml' }],
    pool: true,
    top: 'TOP',
    map: { E1: 'G1' },
    keys: ['key.pub'],
    trials: ['x'],
    transfer: 'G5',
  });
});

test('a bare gsn2x file is the argument of an untitled case', () => {
  const text = `module:
  name: main
  brief: top
G1:
  text: a
  supportedBy: [S1]
  rankIncrement: 1
S1: { text: b, supportedBy: Sn1, acp: { ACP1: S1 } }
Sn1: { text: c, nodeType: Solution, horizontalIndex: { absolute: last } }
CG1: { text: d, challenges: G1 -> S1, defeated: true }
CSn1: { text: e, challenges: CG1 }
`;
  const found = caseOf([{ path: 'gsn.yaml', text }]);
  expect(found).toMatchObject({
    id: 'untitled',
    title: 'Untitled case',
    status: 'draft',
    origin: { file: 'gsn.yaml', path: [] },
  });
  expect(found.elements.map(({ id, type }) => `${id} ${type}`)).toEqual([
    'G1 goal',
    'S1 strategy',
    'Sn1 solution',
    'CG1 challenge',
    'CSn1 challenge',
  ]);
  expect(elementOf(found, 'S1').origin).toEqual({ file: 'gsn.yaml', path: ['S1'] });
  expect(elementOf(found, 'G1').module).toBe('main');
  expect(parse([{ path: 'gsn.yaml', text: `${text}foo: bar\n` }]).diagnostics.map(({ code }) => code)).toContain(
    'wrong-type',
  );
});

test('a single file that is a module keeps plain ids, and its own name is an alias', () => {
  const found = caseOf(
    'module: { name: main }\nargument:\n  G1: { text: a, supportedBy: [G2@main, G7@other] }\n  G2: { text: b, undeveloped: true }\n',
  );
  expect(elementOf(found, 'G1').supportedBy.map(({ to }) => to)).toEqual(['G2', 'G7@other']);
});

test('in a case of several files the elements of a module carry its name', () => {
  const found = caseOf([
    {
      path: 'case.yaml',
      text: `${head}argument:\n  G1: { text: a, supportedBy: [G7@power] }\noutcomes:\n  o: { text: b, claim: G1 }\ndependence: [{ name: n, members: [A1@power, G1.inference], beta: 0.1 }]\n`,
    },
    {
      path: 'power.yaml',
      text: `module: { name: power, brief: b, uses: case.yaml, contract: true }
argument:
  G1: { text: same id, other module, undeveloped: true }
  G7: { text: c, public: true, supportedBy: [G1, G1@power], inContextOf: [A1], acp: { ACP1: [G7] } }
  G8: { text: d, confidence: ACP1, defeatedRelation: [G7] }
  D1: { text: e, challenges: G7 -> G1, answeredBy: G8 }
assumptions:
  A1: { text: d, doubt: 0.1 }
waivers: [{ rule: r, at: G7 }, { rule: r, at: elsewhere }]
dependence: [{ name: m, members: [A1, G7.inference], beta: 0.1 }]
`.replace('same id, other module', 'same id'),
    },
  ]);
  expect(found.elements.map(({ id, module }) => [id, module])).toEqual([
    ['G1', undefined],
    ['G1@power', 'power'],
    ['G7@power', 'power'],
    ['G8@power', 'power'],
    ['D1@power', 'power'],
    ['A1@power', 'power'],
  ]);
  expect(elementOf(found, 'G7@power').supportedBy.map(({ to }) => to)).toEqual(['G1@power', 'G1@power']);
  expect(elementOf(found, 'G7@power').claimPoints).toMatchObject([{ name: 'ACP1@power', at: ['G7@power'] }]);
  expect(elementOf(found, 'G8@power')).toMatchObject({ confidence: 'ACP1@power', defeatedRelation: ['G7@power'] });
  expect(elementOf(found, 'D1@power').challenge).toMatchObject({
    target: { from: 'G7@power', to: 'G1@power' },
    answeredBy: 'G8@power',
  });
  expect(found.waivers.map(({ at }) => at)).toEqual(['G7@power', 'elsewhere']);
  expect(found.dependence.map(({ members }) => members.map(({ leaf }) => leaf))).toEqual([
    ['A1@power', 'G1.inference'],
    ['A1@power', 'G7@power.inference'],
  ]);
  expect(found.modules).toEqual([
    {
      name: 'power',
      brief: 'b',
      uses: [{ path: 'case.yaml', origin: { file: 'power.yaml', path: ['module', 'uses'] } }],
      extends: [],
      contract: true,
      information: {},
      origin: { file: 'power.yaml', path: ['module'] },
    },
  ]);
});
