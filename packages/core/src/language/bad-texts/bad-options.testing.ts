import type { BadText } from './bad-text.testing.js';
import { patterns } from './pattern-parts.testing.js';

/** Options that are kept or left out, and are none, or too many. */
export const badOptions: readonly BadText[] = [
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
];
