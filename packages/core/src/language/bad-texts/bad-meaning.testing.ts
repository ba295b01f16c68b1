import type { BadText } from './bad-text.testing.js';

/** Texts whose ids, references and elements make no sense. */
export const badMeaning: readonly BadText[] = [
  {
    fault: 'a space in an id',
    text: `argument:
  <|"G 1"|>: { text: a }
`,
    found: [{ code: 'bad-id', message: "The id 'G 1' may hold only letters, digits, `_` and `-`." }],
  },
  {
    fault: 'a minus in the name of a quantity',
    text: `quantities:
  <|p-miss|>: 0.1
`,
    found: [
      {
        code: 'bad-id',
        message: "The id 'p-miss' may hold only letters, digits and `_` (expressions read `-` as minus).",
      },
    ],
  },
  {
    fault: 'two references in one text',
    text: `argument:
  G1: { text: a, supportedBy: <|"G2, G3"|> }
`,
    found: [
      {
        code: 'bad-reference',
        message: "Expected one id like `G1` or `G1@module` for `supportedBy`, found text 'G2, G3'.",
        hint: 'Several ids are a list: write `[G2, G3]`.',
        fix: '[G2, G3]',
      },
    ],
  },
  {
    fault: 'half a link',
    text: `argument:
  D1: { text: a, challenges: <|"G1 ->"|> }
`,
    found: [
      {
        code: 'bad-reference',
        message: "Expected an id or a link like `G2 -> Sn1` for `challenges`, found text 'G1 ->'.",
      },
    ],
  },
  {
    fault: 'dependence under all',
    text: `argument:
  S1: { text: a, supportedBy: [G1], <|dependence|>: { beta: 0.1 } }
`,
    found: [
      {
        code: 'dependence-under-all',
        message: '`S1` states the dependence of legs, but combines `all`.',
        hint: 'Add `combine: any` if one leg is enough; else remove it, or use the section `dependence`.',
      },
    ],
  },
  {
    fault: 'a doubt and support',
    text: `argument:
  G1: { text: a, <|doubt|>: 0.1, supportedBy: [G2] }
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
    fault: 'a doubt and a requirement',
    text: `argument:
  Sn1: { text: a, <|doubt|>: 0.1, evidence: e, requires: { rate: "<= 0.1" } }
`,
    found: [
      {
        code: 'two-sources',
        message: '`Sn1` has both a stated doubt and a requirement on evidence; expected one of them.',
      },
    ],
  },
  {
    fault: 'a requirement without evidence',
    text: `argument:
  Sn1: { text: a, <|requires|>: { rate: "<= 0.1" } }
`,
    found: [
      {
        code: 'requires-without-evidence',
        message: '`Sn1` requires something of evidence, but names none.',
        hint: 'Add `evidence` with its name.',
      },
    ],
  },
  {
    fault: 'an id of no type',
    text: `argument:
  <|X1|>: { text: a }
`,
    found: [
      {
        code: 'unknown-type',
        message: 'The type of `X1` is not known: its id starts with no known prefix, and it has no `type`.',
        hint: 'Add `type: goal` (or another), or start the id with G, S, Sn, C, A, J, D, CG, CSn or R.',
      },
    ],
  },
  {
    fault: 'answered by nothing',
    text: `argument:
  D1: { text: a, challenges: G1, status: <|answered|> }
`,
    found: [
      {
        code: 'answered-without-answer',
        message: 'The challenge `D1` is answered, but by nothing.',
        hint: 'Add `answeredBy` with the goal that answers it.',
      },
    ],
  },
  {
    fault: 'a goal that challenges',
    text: `argument:
  G1: { text: a, <|challenges|>: G2 }
`,
    found: [
      {
        code: 'misplaced-key',
        message: '`challenges` belongs to challenges, and `G1` is a goal.',
        hint: 'Say `type: challenge` if it is one.',
      },
    ],
  },
  {
    fault: 'at least three of two',
    text: `argument:
  S1: { text: a, combine: <|{ atLeast: 3 }|>, supportedBy: [G1, G2] }
`,
    found: [
      { code: 'at-least-range', message: '`atLeast: 3` of `S1` is not from 1 to the number of its children, 2.' },
    ],
  },
  {
    fault: 'a window that ends before it starts',
    text: `decision:
  window: { from: 2027-01-01, to: <|2026-01-01|> }
`,
    found: [{ code: 'window-order', message: "Expected a day on or after `from` for `to`, found text '2026-01-01'." }],
  },
  {
    fault: 'two types',
    text: `argument:
  X1: { text: a, type: goal, nodeType: <|Strategy|> }
`,
    found: [
      { code: 'type-conflict', message: '`X1` is a goal by `type` and a strategy by `nodeType`.', hint: 'Keep one.' },
    ],
  },
  {
    fault: 'a goal among the assumptions',
    text: `assumptions:
  G1: { text: a, type: <|goal|> }
`,
    found: [
      {
        code: 'type-conflict',
        message: '`G1` stands in `assumptions`, so it is an assumption, not a goal.',
        hint: 'Move it to `argument`.',
      },
    ],
  },
  {
    fault: 'different defaults from two parents',
    text: `argument:
  G1: { text: a, supportedBy: [G3], defaults: { category: control } }
  G2: { text: b, supportedBy: [G3], defaults: { category: inability } }
  G3: <|{ text: c }|>
`,
    found: [
      {
        code: 'defaults-conflict',
        message: "`G3` inherits different values of `category`: 'control' and 'inability'.",
        hint: 'State `category` on `G3` itself.',
      },
    ],
  },
  {
    fault: 'an id in two sections',
    text: `argument:
  G1: { text: a }
evidence:
  <|G1|>: { source: x.csv }
`,
    found: [
      {
        code: 'duplicate-id',
        message: 'The id `G1` stands twice: first as an element in a.yaml, line 2.',
        hint: 'An id is unique in its module, whatever its section.',
      },
    ],
  },
  {
    fault: 'an id in place that is taken',
    text: `argument:
  G1: { text: a, supportedBy: { id: G2, text: b } }
  <|G2|>: { text: c }
`,
    found: [
      {
        code: 'duplicate-id',
        message: 'The id `G2` stands twice: first as an element in a.yaml, line 2.',
        hint: 'An id is unique in its module, whatever its section.',
      },
    ],
  },
];
