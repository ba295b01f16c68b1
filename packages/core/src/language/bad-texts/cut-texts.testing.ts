import type { BadText } from './bad-text.testing.js';

/** Texts that YAML cuts short, or takes for something else. */
export const cutTexts: readonly BadText[] = [
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
        hint: 'Put the whole text in quotes: `text: "fast, cheap, good"`.',
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
];
