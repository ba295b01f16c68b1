import type { BadText } from './bad-text.testing.js';
import { patterns } from './pattern-parts.testing.js';

/** Values and options that do not fit the pattern that is used. */
export const badInstances: readonly BadText[] = [
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
    fault: 'a value that is given twice',
    text: `argument:
  G1: { text: a, uses: { pattern: P1, with: { system: x, doubt: 0.1, parts: [a, b, <|a|>] }, omit: [Sn1, Sn2] } }
${patterns}`,
    found: [
      {
        code: 'repeated-value',
        severity: 'warning',
        message:
          "The value 'a' is given twice for the parameter `parts`, so what is made `per parts` is made twice for it, and counted as two.",
        hint: 'Take one of them out.',
      },
    ],
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
];
