import type { BadText } from './bad-text.testing.js';

const patterns = `patterns:
  P1:
    parameters: { system: what it is about, doubt: of the test, parts: of the system }
    argument:
      G1: { text: "{system} is safe", supportedBy: [S1, { to: Sn1, optional: true }, { to: Sn2, optional: true }] }
      S1: { text: by part, supportedBy: [{ to: G2, multiplicity: per parts }] }
      G2: { text: "{parts} is safe", undeveloped: true }
      Sn1: { text: t, doubt: "{doubt}" }
      Sn2: { text: t, subsystem: "{system}" }
`;

const levels = Array.from(
  { length: 17 },
  (_, index) =>
    `  P${index}: { argument: { G1: { text: a, supportedBy: G2 }, G2: { uses: { pattern: P${index + 1} } } } }\n`,
);

/** Patterns that make no sense, and values that do not fit them. */
export const badPatterns: readonly BadText[] = [
  {
    fault: 'a value for no parameter',
    text: `${patterns}argument:
  G1: { text: a, uses: { pattern: P1, with: { <|sytem|>: a } } }
`,
    found: [
      {
        code: 'unknown-parameter',
        message: 'The pattern `P1` has no parameter `sytem`.',
        hint: 'Did you mean `system`?',
      },
    ],
  },
  {
    fault: 'values for a pattern without parameters',
    text: `patterns:
  P1: { argument: { G1: { text: a, undeveloped: true } } }
argument:
  G1: { text: a, uses: { pattern: P1, with: { <|a|>: a } } }
`,
    found: [{ code: 'unknown-parameter', message: 'The pattern `P1` has no parameter `a`.', hint: 'It has none.' }],
  },
  {
    fault: 'keys of its own on an element that uses a pattern',
    text: `patterns:
  P1:
    argument:
      G1: { text: a, supportedBy: [Sn1], holdsUntil: { capability: 3 }, owner: me }
      Sn1: { text: b }
argument:
  G1: { text: a, owner: you, uses: { pattern: P1 }, <|supportedBy|>: [Sn9], <|holdsUntil|>: { capability: 9 } }
  Sn9: { text: c }
`,
    found: [
      {
        code: 'overrides-pattern',
        severity: 'warning',
        message: '`G1` states its own `supportedBy`, so that of `G1` in the pattern `P1` does not count.',
      },
      {
        code: 'overrides-pattern',
        severity: 'warning',
        message: '`G1` states its own `holdsUntil`, so that of `G1` in the pattern `P1` does not count.',
      },
    ],
  },
  {
    fault: 'a place for no parameter',
    text: `patterns:
  P1:
    parameters: { <|system|>: a }
    argument:
      G1: { text: <|"{sytem} holds"|>, undeveloped: true }
`,
    found: [
      {
        code: 'unused-parameter',
        severity: 'info',
        message: 'The pattern `P1` has no place `{system}` that its parameter `system` would fill.',
      },
      {
        code: 'unknown-parameter',
        severity: 'warning',
        message: 'The pattern `P1` has no parameter `sytem`, so `{sytem}` is never filled in.',
        hint: 'Did you mean `{system}`?',
      },
    ],
  },
  {
    fault: 'parameters without quotes',
    text: `patterns:
  P1:
    parameters: { system: a, p: b }
    argument:
      G1:
        text: a
        subsystem: <|{system}|>
        doubt: <|{p}|>
        supportedBy: [<|{ p }|>]
`,
    found: [
      ['`subsystem`', '{system}'],
      ['`doubt`', '{p}'],
      ['item 1 of `supportedBy`', '{ p }'],
    ].map(([where, written]) => ({
      code: 'leading-indicator',
      message: `Expected a value for ${where}, but YAML reads \`${written}\` as a map; put the parameter in quotes.`,
      fix: `"${written}"`,
    })),
  },
  {
    fault: 'a parameter that no text can name',
    text: `patterns:
  P1:
    parameters: { <|the system|>: a }
    argument: { G1: { text: a, undeveloped: true } }
`,
    found: [{ code: 'bad-id', message: "The parameter 'the system' may hold only letters, digits, `_` and `-`." }],
  },
  {
    fault: 'a parameter without any value',
    text: `${patterns}argument:
  G1: { text: a, uses: { pattern: P1, with: { system: a, parts: <|[]|> } } }
`,
    found: [{ code: 'empty', message: 'Expected at least one value for the parameter `parts`, found an empty list.' }],
  },
  {
    fault: 'several values where one is needed',
    text: `${patterns}argument:
  G1: { text: I say it myself, uses: { pattern: P1, with: { system: [a, b], parts: a }, omit: [Sn1, Sn2] } }
  G2: { uses: { pattern: P1, with: { system: <|<|[a, b]|>|>, parts: a } } }
`,
    found: ['G1', 'Sn2'].map((id) => ({
      code: 'list-without-per',
      message: `The parameter \`system\` has 2 values, but \`${id}\` of the pattern \`P1\` is not made \`per system\`.`,
      hint: 'Give it one value.',
    })),
  },
  {
    fault: 'an option that is none',
    text: `${patterns}argument:
  G1: { text: a, uses: { pattern: P1, keep: <|Sn3|>, omit: [<|G2|>, Sn1] } }
`,
    found: [
      {
        code: 'unknown-option',
        message: '`Sn3` is no optional element and no alternative of the pattern `P1`.',
        hint: 'Did you mean `Sn1`?',
      },
      {
        code: 'unknown-option',
        message: '`G2` is no optional element and no alternative of the pattern `P1`.',
        hint: 'It has `Sn1`, `Sn2`.',
      },
    ],
  },
  {
    fault: 'an option both kept and left out',
    text: `${patterns}argument:
  G1: { text: a, uses: { pattern: P1, keep: Sn1, omit: [Sn2, <|Sn1|>] } }
`,
    found: [{ code: 'unknown-option', message: '`Sn1` is both kept and left out.' }],
  },
  {
    fault: 'two kept where one may be',
    text: `patterns:
  P1:
    argument:
      S1: { text: a, choose: 1 of 3, supportedBy: [G1, G2, G3] }
      G1: { text: a, undeveloped: true }
      G2: { text: b, undeveloped: true }
      G3: { text: c, undeveloped: true }
argument:
  S1: { uses: { pattern: P1, keep: [<|G1|>, G3] } }
  S2: { uses: { pattern: P1, omit: [<|G1|>, G2, G3] } }
`,
    found: [
      {
        code: 'choice-not-met',
        message: '`S1` of the pattern `P1` chooses 1 of 3, but `G1`, `G3` are kept.',
      },
      {
        code: 'choice-not-met',
        message: '`S1` of the pattern `P1` chooses 1 of 3, but none is kept.',
      },
    ],
  },
  {
    fault: 'a choice among others than there are',
    text: `patterns:
  P1:
    argument:
      S1: { text: a, choose: <|1 of 3|>, supportedBy: [G1, { to: G2, optional: true }, { to: G3, optional: true }] }
      G1: { text: a, undeveloped: true }
      G2: { text: b, undeveloped: true }
      G3: { text: c, undeveloped: true }
`,
    found: [{ code: 'bad-choice', severity: 'warning', message: '`S1` chooses among 3, and has 2 alternatives.' }],
  },
  {
    fault: 'a value that does not fit its place',
    text: `${patterns}argument:
  G1: { text: a, uses: { pattern: P1, with: { system: <|a system|>, parts: a, doubt: <|1.5|> }, keep: [Sn1, Sn2] } }
`,
    found: [
      {
        code: 'bad-instance',
        message:
          "`Sn2` of the pattern `P1`, filled in, does not keep to the format: Expected one id like `G1` or `G1@module` for `subsystem`, found text 'a system'.",
      },
      {
        code: 'bad-instance',
        message:
          '`Sn1` of the pattern `P1`, filled in, does not keep to the format: Expected a number from 0 to 1 for `doubt`, found the number 1.5.',
      },
    ],
  },
  {
    fault: 'a value that becomes a key twice',
    text: `patterns:
  P1:
    parameters: { a: one, b: another }
    argument:
      G1: { text: a, assumes: { "{a}": trusted, "{b}": untrustworthy }, undeveloped: true }
argument:
  G1: { uses: { pattern: P1, with: { a: coder, b: <|coder|> } } }
`,
    found: [
      {
        code: 'bad-instance',
        message: 'In `G1` of the pattern `P1`, filled in, the key `coder` stands twice, or is none.',
      },
    ],
  },
  {
    fault: 'a goal for a strategy',
    text: `patterns:
  P1: { argument: { S1: { text: a, supportedBy: G1 }, G1: { text: b, undeveloped: true } } }
argument:
  G1: { text: a, uses: { pattern: <|P1|> } }
`,
    found: [
      {
        code: 'type-conflict',
        message: '`G1` is a goal, and the top of the pattern `P1`, `S1`, is a strategy.',
        hint: 'Only a strategy can stand for it.',
      },
    ],
  },
  {
    fault: 'a pattern of nothing',
    text: `patterns:
  P1: { argument: {} }
argument:
  G1: { text: a, uses: { pattern: <|P1|> } }
`,
    found: [{ code: 'empty', message: 'The pattern `P1` has no element that `G1` could stand for.' }],
  },
  {
    fault: 'nothing said, and no pattern that says it',
    text: `argument:
  G1: <|{ undeveloped: true }|>
`,
    found: [
      {
        code: 'missing-key',
        message: '`G1` needs the key `text`, which is missing.',
        hint: '`text`: What the element says: one claim, in words that can be true or false. Needed unless the element uses a pattern.',
      },
    ],
  },
  {
    fault: 'an element made both ways',
    text: `patterns:
  P1:
    parameters: { parts: of it }
    argument:
      G1: { text: a, supportedBy: [{ to: <|G2|>, multiplicity: per parts }, G3] }
      G2: { text: b, undeveloped: true }
      G3: { text: c, supportedBy: G2 }
argument:
  G1: { uses: { pattern: P1, with: { parts: [a, b] } } }
  G2: { uses: { pattern: P1, with: { parts: [a, b] } } }
`,
    found: [
      {
        code: 'per-conflict',
        message: '`G2` of the pattern `P1` is made `per parts` by one edge, and reached without it by another.',
        hint: 'Say `per` on every edge that leads to it.',
      },
    ],
  },
  {
    fault: 'patterns in a circle',
    text: `patterns:
  P1: { argument: { G1: { text: a, supportedBy: G2 }, G2: { uses: { pattern: P2 } } } }
  P2: { argument: { G1: { text: a, supportedBy: G2 }, G2: { uses: { pattern: <|P1|> } } } }
argument:
  G1: { uses: { pattern: P1 } }
`,
    found: [{ code: 'pattern-cycle', message: 'Patterns use each other in a circle: P1 → P2 → P1.' }],
  },
  {
    fault: 'patterns in a circle by a value',
    text: `patterns:
  P1:
    parameters: { of: which pattern }
    argument: { G1: { text: a, supportedBy: G2 }, G2: { uses: { pattern: "{of}" } } }
argument:
  G1: { uses: { pattern: P1, with: { of: <|P1|> } } }
`,
    found: [{ code: 'pattern-cycle', message: 'Patterns use each other in a circle: P1 → P1.' }],
  },
  {
    fault: 'an id in a pattern that names a leaf',
    text: `patterns:
  P1: { argument: { G1: { text: a, supportedBy: inference }, <|inference|>: { type: goal, text: b, undeveloped: true } } }
`,
    found: [
      {
        code: 'bad-id',
        message: 'An element of a pattern cannot be called `inference`: `G1.inference` is something else in a case.',
      },
    ],
  },
  {
    fault: 'an id that stands twice in a pattern',
    text: `patterns:
  P1: { argument: { G1: { text: a, supportedBy: { id: G2, text: b } }, <|G2|>: { text: c } } }
`,
    found: [{ code: 'duplicate-id', message: 'The id `G2` stands twice in the pattern `P1`: first in line 2.' }],
  },
  {
    fault: 'more legs needed than are made',
    text: `patterns:
  P1:
    parameters: { parts: of it }
    argument:
      S1: { text: a, combine: { atLeast: 3 }, supportedBy: [{ to: G2, multiplicity: per parts }] }
      G2: { text: b, undeveloped: true }
argument:
  S1: { uses: { pattern: P1, <|with|>: { parts: [a, b] } } }
`,
    found: [
      { code: 'at-least-range', message: '`atLeast: 3` of `S1` is not from 1 to the number of its children, 2.' },
    ],
  },
  {
    fault: 'a doubt besides the support of a pattern',
    text: `patterns:
  P1: { argument: { G1: { text: a, supportedBy: G2 }, G2: { text: b, undeveloped: true } } }
argument:
  G1: { <|doubt|>: 0.1, uses: { pattern: P1 } }
`,
    found: [
      {
        code: 'doubt-and-support',
        message: '`G1` has both a stated doubt and support; expected one of them.',
        hint: 'A doubt about the step from the support to the claim is `inference`.',
      },
    ],
  },
  {
    fault: 'a value of another pattern that is none of its own',
    text: `patterns:
  P1:
    parameters: { of: what it is about }
    argument: { G1: { text: a, supportedBy: G2 }, G2: { uses: { pattern: P2, with: { <|off|>: "{of}" } } } }
  P2: { parameters: { of: what it is about }, argument: { G1: { text: "{of}", undeveloped: true } } }
argument:
  G1: { uses: { pattern: P1, with: { of: a } } }
`,
    found: [
      { code: 'unknown-parameter', message: 'The pattern `P2` has no parameter `off`.', hint: 'Did you mean `of`?' },
    ],
  },
  {
    fault: 'a value for a parameter that could not be read',
    text: `patterns:
  P1:
    parameters: { system: <|1|> }
    argument: { G1: { text: "{system} holds", undeveloped: true } }
argument:
  G1: { uses: { pattern: P1, with: { system: a } } }
`,
    found: [
      {
        code: 'wrong-type',
        message: 'Expected text for `system`, found the number 1.',
        hint: 'Put it in quotes.',
        fix: '"1"',
      },
    ],
  },
  {
    fault: 'patterns in patterns, too deep',
    text: `patterns:
${levels.join('')}  P17: { argument: { G1: { text: a, undeveloped: true } } }
argument:
  G1: { <|uses|>: { pattern: P0 } }
`,
    found: [{ code: 'too-many-instances', message: 'Patterns use each other more than 16 levels deep.' }],
  },
];
