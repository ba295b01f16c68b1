import type { BadText } from './bad-text.testing.js';

/** Values of another type than the format takes, and words that it does not know. */
export const badTypes: readonly BadText[] = [
  {
    fault: 'yes for true',
    text: `argument:
  G1: { text: a, undeveloped: <|yes|> }
`,
    found: [
      {
        code: 'word-for-boolean',
        message: "Expected true or false for `undeveloped`, found 'yes': YAML 1.2 reads it as text.",
        fix: 'true',
      },
    ],
  },
  {
    fault: 'quoted yes for true',
    text: `argument:
  G1: { text: a, undeveloped: <|"yes"|> }
`,
    found: [{ code: 'wrong-type', message: "Expected true or false for `undeveloped`, found text 'yes'." }],
  },
  {
    fault: 'a list for a text',
    text: `argument:
  G1: { text: <|[a]|> }
`,
    found: [
      {
        code: 'wrong-type',
        message: 'Expected text for `text`, found a list of 1.',
        hint: 'It takes one, not a list.',
      },
    ],
  },
  {
    fault: 'nothing for a text',
    text: `argument:
  G1:
    <|text|>:
`,
    found: [{ code: 'wrong-type', message: 'Expected text for `text`, found nothing (null).' }],
  },
  {
    fault: 'a number for references',
    text: `argument:
  G1: { text: a, supportedBy: <|5|> }
`,
    found: [{ code: 'wrong-type', message: 'Expected a list, text or a map for `supportedBy`, found the number 5.' }],
  },
  {
    fault: 'a number for a text',
    text: `argument:
  G1: { text: <|2026|> }
`,
    found: [
      {
        code: 'wrong-type',
        message: 'Expected text for `text`, found the number 2026.',
        hint: 'Put it in quotes.',
        fix: '"2026"',
      },
    ],
  },
  {
    fault: 'a list for a map',
    text: `argument: <|[a, b]|>
`,
    found: [{ code: 'wrong-type', message: 'Expected a map for `argument`, found a list of 2.' }],
  },
  {
    fault: 'a text for an element',
    text: `argument:
  G1: <|hello|>
`,
    found: [{ code: 'wrong-type', message: "Expected a map for `G1`, found text 'hello'." }],
  },
  {
    fault: 'a boolean for a doubt',
    text: `argument:
  G1: { text: a, doubt: <|true|> }
`,
    found: [{ code: 'wrong-type', message: 'Expected a number, text, a map or a list for `doubt`, found true.' }],
  },
  {
    fault: 'a mistyped category',
    text: `argument:
  G1: { text: a, category: <|controll|> }
`,
    found: [
      {
        code: 'not-one-of',
        message: "Expected inability, control, trustworthiness or deference for `category`, found text 'controll'.",
        hint: "Did you mean 'control'?",
        fix: 'control',
      },
    ],
  },
  {
    fault: 'a gate that does not exist',
    text: `argument:
  G1: { text: a, combine: <|or|> }
`,
    found: [{ code: 'not-one-of', message: "Expected all or any for `combine`, found text 'or'." }],
  },
  {
    fault: 'an interval of one number',
    text: `argument:
  A1: { text: a, doubt: { between: <|[0.2]|> } }
`,
    found: [{ code: 'wrong-type', message: 'Expected a list of 2 numbers for `between`, found [0.2].' }],
  },
  {
    fault: 'a mistyped kind of measure',
    text: `evidence:
  e: { measure: { kind: <|rte|> } }
`,
    found: [
      {
        code: 'not-one-of',
        message:
          "Expected rate, detection, difference, mean, credibility, repeats, hazard, survival, tail, agreement or fault tree for `kind`, found text 'rte'.",
        hint: "Did you mean 'rate'?",
        fix: 'rate',
      },
    ],
  },
  {
    fault: 'a text for a risk case',
    text: `riskCases:
  o: <|it will happen|>
`,
    found: [{ code: 'wrong-type', message: "Expected a map for `o`, found text 'it will happen'." }],
  },
  {
    fault: 'a text for a pattern',
    text: `patterns: { P1: <|x|> }
`,
    found: [{ code: 'wrong-type', message: "Expected a map for `P1`, found text 'x'." }],
  },
  {
    fault: 'a text for the top sections',
    text: `case: <|x|>
`,
    found: [{ code: 'wrong-type', message: "Expected a map for `case`, found text 'x'." }],
  },
  {
    fault: 'an empty text',
    text: `argument:
  G1: { text: <|""|> }
`,
    found: [{ code: 'empty', message: "Expected some text for `text`, found text ''." }],
  },
  {
    fault: 'no opinion at all',
    text: `argument:
  A1: { text: a, doubt: <|[]|> }
`,
    found: [{ code: 'empty', message: 'Expected at least one opinion for `doubt`, found an empty list.' }],
  },
  {
    fault: 'a choice that is none',
    text: `argument:
  S1: { text: a, choose: <|one of 2|> }
`,
    found: [
      {
        code: 'bad-choice',
        message: "Expected a choice like `1 of 2` or `at least 1 of 2` for `choose`, found text 'one of 2'.",
      },
    ],
  },
  {
    fault: 'a mistyped kind of interaction',
    text: `interactions:
  - { kind: <|colusion|>, outcome: o }
`,
    found: [
      {
        code: 'not-one-of',
        message:
          "Expected collusion, correlated failure, cascade, monitor subversion, human manipulation or collective strategy for `kind`, found text 'colusion'.",
        hint: "Did you mean 'collusion'?",
        fix: 'collusion',
      },
    ],
  },
];
