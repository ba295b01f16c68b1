import type { BadText } from './bad-text.testing.js';

/** Aliases and anchors that show nothing, too much, or something else. */
export const badAnchors: readonly BadText[] = [
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
];
