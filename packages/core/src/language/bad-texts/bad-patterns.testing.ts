import type { BadText } from './bad-text.testing.js';

const levels = Array.from(
  { length: 17 },
  (_, index) =>
    `  P${index}: { argument: { G1: { text: a, supportedBy: G2 }, G2: { uses: { pattern: P${index + 1} } } } }\n`,
);

/** Patterns that make no sense, whatever the values are. */
export const badPatterns: readonly BadText[] = [
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
    fault: 'patterns in patterns, too deep',
    text: `patterns:
${levels.join('')}  P17: { argument: { G1: { text: a, undeveloped: true } } }
argument:
  G1: { <|uses|>: { pattern: P0 } }
`,
    found: [{ code: 'too-many-instances', message: 'Patterns use each other more than 16 levels deep.' }],
  },
];
