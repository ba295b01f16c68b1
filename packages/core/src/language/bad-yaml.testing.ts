import type { BadText } from './bad-text.testing.js';

/** Texts that YAML reads otherwise than their authors meant, or not at all. */
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
    fault: 'a colon cuts a text in block style',
    text: `argument:
  G1:
    text: <|Watch out: it bites|>
`,
    found: [
      {
        code: 'colon-in-text',
        message: 'An unquoted text holds `: `, which YAML reads as a key; put the text in quotes.',
        fix: '"Watch out: it bites"',
      },
    ],
  },
  {
    fault: 'a colon cuts a text in flow style',
    text: `argument:
  G1: { text: <|Watch out: it bites |>}
`,
    found: [
      {
        code: 'colon-in-text',
        message: 'An unquoted text holds `: `, which YAML reads as a key; put the text in quotes.',
        hint: 'Put the whole text in quotes.',
      },
    ],
  },
  {
    fault: 'a colon makes a map of a list item',
    text: `decision:
  options:
    - <|deploy: now|>
    - wait
`,
    found: [
      {
        code: 'colon-in-text',
        message: 'Expected text for item 1 of `options`, but YAML reads `: ` as a key; put the text in quotes.',
        fix: '"deploy: now"',
      },
    ],
  },
  {
    fault: 'commas cut a text in braces',
    text: `argument:
  G1: { text: <|fast, cheap, good|>, undeveloped: true }
`,
    found: [
      {
        code: 'comma-in-text',
        message: 'The unquoted text of `text` was cut at a comma, as commas separate keys inside `{ }`.',
        hint: 'Put the whole text in quotes.',
        fix: '"fast, cheap, good"',
      },
    ],
  },
  {
    fault: 'a hash cuts a text',
    text: `argument:
  G1:
    text: closes <|#12 and more|>
`,
    found: [
      {
        code: 'hash-in-text',
        message: 'The text of `text` ends before `#`, which starts a comment.',
        severity: 'warning',
        hint: 'If the text goes on, put it in quotes; if it is a comment, set it apart by two spaces.',
      },
    ],
  },
  {
    fault: 'a comment follows a text closely',
    text: `argument:
  G1:
    text: closes it <|# see C1|>
`,
    found: [
      {
        code: 'hash-in-text',
        message: 'The text of `text` ends before `#`, which starts a comment.',
        severity: 'info',
        hint: 'If the text goes on, put it in quotes; if it is a comment, set it apart by two spaces.',
      },
    ],
  },
  {
    fault: 'a text starts and ends with asterisks',
    text: `argument:
  G1:
    text: <|*important* thing|>
`,
    found: [
      {
        code: 'leading-indicator',
        message: 'A text that starts with `*` means something else to YAML; put it in quotes.',
        fix: '"*important* thing"',
      },
    ],
  },
  {
    fault: 'a text starts with an asterisk',
    text: `argument:
  G1:
    text: <|*important|>
`,
    found: [
      {
        code: 'leading-indicator',
        message: 'A text that starts with `*` is read by YAML as an alias of an anchor; put it in quotes.',
        fix: '"*important"',
      },
    ],
  },
  {
    fault: 'a text starts with an ampersand',
    text: `argument:
  G1:
    text: <|&c is the thing|>
`,
    found: [
      {
        code: 'leading-indicator',
        message: 'A text that starts with `&` is read by YAML as an anchor; put it in quotes.',
        severity: 'warning',
        fix: '"&c is the thing"',
      },
    ],
  },
  {
    fault: 'a text starts with an exclamation mark',
    text: `argument:
  G1:
    text: <|!important thing|>
`,
    found: [
      {
        code: 'leading-indicator',
        message: 'A text that starts with `!` is read by YAML as a tag; put it in quotes.',
        fix: '"!important thing"',
      },
    ],
  },
  {
    fault: 'a text starts with a percent sign',
    text: `argument:
  G1:
    text: <|%done|>
`,
    found: [
      {
        code: 'leading-indicator',
        message: 'A text that starts with `%` means something else to YAML; put it in quotes.',
        fix: '"%done"',
      },
    ],
  },
  {
    fault: 'a text starts with an at sign',
    text: `argument:
  G1:
    text: <|@home|>
`,
    found: [
      {
        code: 'leading-indicator',
        message: 'A text that starts with `@` means something else to YAML; put it in quotes.',
        fix: '"@home"',
      },
    ],
  },
  {
    fault: 'a text starts with a backtick',
    text: `argument:
  G1:
    text: <|\`code\` here|>
`,
    found: [
      {
        code: 'leading-indicator',
        message: 'A text that starts with ``` means something else to YAML; put it in quotes.',
        fix: '"`code` here"',
      },
    ],
  },
  {
    fault: 'a bound starts with a greater-than sign',
    text: `argument:
  Sn1:
    text: a
    evidence: e
    requires:
      rate: <|>= 0.9|>
`,
    found: [
      {
        code: 'leading-indicator',
        message: 'A text that starts with `>` means something else to YAML; put it in quotes.',
        fix: '">= 0.9"',
      },
    ],
  },
  {
    fault: 'a bound in braces starts with a greater-than sign',
    text: `argument:
  Sn1: { text: a, evidence: e, requires: { rate: <|>|>= 0.9 } }
`,
    found: [
      {
        code: 'leading-indicator',
        message: 'A text that starts with `>` means something else to YAML; put it in quotes.',
        hint: 'Put the whole text in quotes.',
      },
    ],
  },
  {
    fault: 'a text starts with a brace',
    text: `argument:
  G1:
    text: <|{system} is safe|>
`,
    found: [
      {
        code: 'leading-indicator',
        message: 'A text that starts with `{` means something else to YAML; put it in quotes.',
        fix: '"{system} is safe"',
      },
    ],
  },
  {
    fault: 'a text starts with a bracket',
    text: `argument:
  G1:
    text: <|[draft] is safe|>
`,
    found: [
      {
        code: 'leading-indicator',
        message: 'A text that starts with `[` means something else to YAML; put it in quotes.',
        fix: '"[draft] is safe"',
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
    fault: 'an alias of a name that is nearly that of an anchor',
    text: `argument:
  G1: { text: a, inference: &expert 0.1 }
  G2: { text: b, inference: <|*exprt|> }
`,
    found: [
      {
        code: 'unknown-alias',
        message: 'No anchor `&exprt` stands above this alias.',
        hint: 'Did you mean `*expert`?',
        fix: '*expert',
      },
    ],
  },
  {
    fault: 'an alias of a name that is like no anchor',
    text: `argument:
  G1: { text: a, inference: &expert 0.1 }
  G2: { text: <|*important|> }
`,
    found: [
      {
        code: 'unknown-alias',
        message: 'No anchor `&important` stands above this alias.',
        hint: 'A text that starts with `*` is put in quotes.',
      },
    ],
  },
  {
    fault: 'an alias above its anchor',
    text: `argument:
  G1: { text: a, inference: <|*expert|> }
  G2: { text: b, inference: &expert 0.1 }
`,
    found: [
      {
        code: 'unknown-alias',
        message: 'The anchor `&expert` stands below its alias, in line 3; expected it above.',
        hint: 'Let the two change places.',
      },
    ],
  },
  {
    fault: 'an alias inside what its anchor holds',
    text: `argument:
  G1: &goal
    text: a
    supportedBy: [<|*goal|>]
`,
    found: [
      {
        code: 'recursive-alias',
        message: 'The alias `*goal` stands inside what its anchor holds, so it would hold itself.',
        hint: 'Write the value out where it is meant.',
      },
    ],
  },
  {
    fault: 'two anchors of one name',
    text: `argument:
  G1: { text: a, inference: &expert 0.1 }
  G2: { text: b, inference: <|&expert|> 0.2 }
  G3: { text: c, inference: *expert }
`,
    found: [
      {
        code: 'duplicate-anchor',
        message: 'The anchor `&expert` is given again: aliases below show this one, not that of line 2.',
        severity: 'info',
        hint: 'Give it a name of its own.',
      },
    ],
  },
  {
    fault: 'an alias for a key',
    text: `argument:
  &name G1: { text: a }
  <|*name|> : { text: b }
`,
    found: [{ code: 'bad-key', message: 'A key must be plain text, but here it is a list, a map or an alias.' }],
  },
  {
    fault: 'an alias shows what is wrong there',
    text: `argument:
  G1: { text: a, url: &half "half" }
  G2: { text: b, undeveloped: <|*half|> }
`,
    found: [{ code: 'wrong-type', message: "Expected true or false for `undeveloped`, found text 'half'." }],
  },
  {
    fault: 'an anchor bomb',
    text: `a: &a [x,x,x,x,x,x,x,x,x,x]
b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]
c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]
d: &d [*c,*c,*c,*c,*c,*c,*c,<|*c|>,*c,*c]
e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]
f: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]
`,
    found: [
      {
        code: 'anchor-bomb',
        message: 'The aliases of this text would expand to 1e6 values, and at most 10000 are read.',
        hint: 'Write out what is meant.',
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
