import type { BadText } from './bad-text.testing.js';

/** Texts that are not YAML, or not the map that a case is. */
export const badYaml: readonly BadText[] = [
  {
    fault: 'a tab indents a line',
    text: `argument:
<|\t|>G1: { text: a }
`,
    found: [
      {
        code: 'tab',
        message: 'A tab stands where YAML allows only spaces.',
        hint: 'Indent by spaces, two for each level.',
      },
    ],
  },
  {
    fault: 'a key stands twice',
    text: `argument:
  G1: { text: a }
  <|G1|>: { text: b }
`,
    found: [
      {
        code: 'duplicate-key',
        message: 'The key `G1` stands twice in this map: first in line 2.',
        hint: 'Remove one of them, or rename it.',
      },
    ],
  },
  {
    fault: 'a text goes on behind its quotes',
    text: `argument:
  G1:
    text: <|"Diverse" legs|>
`,
    found: [
      {
        code: 'yaml-syntax',
        message: 'The text goes on behind its closing quote; quote all of it.',
        fix: '"\\"Diverse\\" legs"',
      },
    ],
  },
  {
    fault: 'a quote is not closed',
    text: `argument:
  G1:
    text: <|"|>Diverse legs
  G2:
    text: b
`,
    found: [
      {
        code: 'yaml-syntax',
        message: 'The closing quote of this text is missing.',
        hint: 'Close the quote where the text ends.',
      },
    ],
  },
  {
    fault: 'a quote is not closed, and others follow',
    text: `argument:
  G1: { text: "a", doubt: { elicited: 0.1, because: <|"|>b } }
  G2: { text: "c" }
`,
    found: [
      {
        code: 'yaml-syntax',
        message: 'The closing quote of this text is missing.',
        hint: 'Close the quote where the text ends.',
      },
    ],
  },
  {
    fault: 'a brace is not closed',
    text: `argument:
  G1:
    text: a
    doubt: <|{|> elicited: 0.1, because: "b {c}"
  G2: { text: b }
`,
    found: [{ code: 'yaml-syntax', message: 'The `}` of this map is missing.', hint: 'Close the map where it ends.' }],
  },
  {
    fault: 'a key is indented too far',
    text: `argument:
  G1:
    text: What is claimed
      <|doubt|>: { elicited: 0.1, because: b }
`,
    found: [
      {
        code: 'yaml-syntax',
        message: '`doubt` is indented further than the line before it, so it reads as part of that text.',
        hint: 'Let it begin in the column of the key before it.',
      },
    ],
  },
  {
    fault: 'a comma is missing in braces',
    text: `argument:
  G1: { text: a, doubt: { elicited: <|5e-4 by: Lena|>, because: b } }
`,
    found: [
      {
        code: 'colon-in-text',
        message: 'An unquoted text holds `: `, which YAML reads as a key; put the text in quotes.',
        hint: 'A comma before `by`: `5e-4, by: …`; or the whole text in quotes.',
      },
    ],
  },
  {
    fault: 'two documents',
    text: `argument:
  G1: { text: a }
<||>---
argument: {}
`,
    found: [
      {
        code: 'multiple-documents',
        message: 'A second YAML document starts here (`---`), and a file of a case is one document.',
        hint: 'Make it a file of its own.',
      },
    ],
  },
  {
    fault: 'a list at the top',
    text: `<|- a
- b|>
`,
    found: [{ code: 'not-a-map', message: 'Expected a map of sections such as `case`, `outcomes` and `argument`.' }],
  },
  {
    fault: 'a text at the top',
    text: `<|hello|>`,
    found: [{ code: 'not-a-map', message: 'Expected a map of sections such as `case`, `outcomes` and `argument`.' }],
  },
  {
    fault: 'nothing at all',
    text: `<||>`,
    found: [
      { code: 'not-a-map', message: 'The file is empty; expected sections such as `case`, `outcomes` and `argument`.' },
    ],
  },
  {
    fault: 'only a comment',
    text: `<||># nothing
`,
    found: [
      { code: 'not-a-map', message: 'The file is empty; expected sections such as `case`, `outcomes` and `argument`.' },
    ],
  },
  {
    fault: 'the key __proto__',
    text: `argument:
  <|__proto__|>: { text: a }
`,
    found: [{ code: 'bad-key', message: '`__proto__` may not be used as a key.' }],
  },
  {
    fault: 'a tag',
    text: `argument:
  G1: !<|!map |>{ text: a }
`,
    found: [{ code: 'tag', message: 'YAML tags (`!name`) are not read.', hint: 'Remove the tag.' }],
  },
  {
    fault: 'another version of YAML',
    text: `<||>%YAML 1.1
---
argument:
  G1: { text: a }
`,
    found: [{ code: 'yaml-version', message: 'The text asks for YAML 1.1, expected 1.2.' }],
  },
  {
    fault: 'a key that is missing',
    text: `argument:
  <|:|> a
`,
    found: [{ code: 'bad-key', message: 'A key is missing before `:`.' }],
  },
  {
    fault: 'a list for a key',
    text: `? <|[a, b]|>
: c
`,
    found: [{ code: 'bad-key', message: 'A key must be plain text, but here it is a list, a map or an alias.' }],
  },
  {
    fault: 'a line that is not indented like its neighbours',
    text: `argument:
  G1:
    text: a
   <|u|>ndeveloped: true
`,
    found: [
      {
        code: 'yaml-syntax',
        message: 'The line is not indented like its neighbours; expected the same column for all keys of a map.',
      },
    ],
  },
  {
    fault: 'a key without a colon',
    text: `argument:
  <|G1|>
  G2: { text: a }
`,
    found: [
      {
        code: 'yaml-syntax',
        message: 'Expected `:` behind this key. (A text of several lines that holds `: ` must be in quotes.)',
      },
    ],
  },
];
