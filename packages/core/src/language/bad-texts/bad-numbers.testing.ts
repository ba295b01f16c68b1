import type { BadText } from './bad-text.testing.js';

/** Numbers, days, bounds and distributions that are none, or out of their range. */
export const badNumbers: readonly BadText[] = [
  {
    fault: 'underscores in a number',
    text: `decision:
  exposure: { tasks: <|100_000|> }
`,
    found: [
      {
        code: 'underscore-in-number',
        message: "Expected a number for `tasks`, found '100_000': YAML 1.2 reads digits with `_` as text.",
        fix: '100000',
      },
    ],
  },
  {
    fault: 'a percent sign in a doubt',
    text: `argument:
  A1: { text: a, doubt: <|5%|> }
`,
    found: [
      {
        code: 'percent-in-number',
        message: "Expected a number for `doubt`, found '5%': YAML reads it as text; write the fraction.",
        fix: '0.05',
      },
    ],
  },
  {
    fault: 'a percent sign in a quantity',
    text: `quantities:
  p: <|5%|>
`,
    found: [
      {
        code: 'percent-in-number',
        message: "Expected a number for `p`, found '5%': YAML reads it as text; write the fraction.",
        fix: '0.05',
      },
    ],
  },
  {
    fault: 'underscores in a quantity',
    text: `quantities:
  p: <|100_000|>
`,
    found: [
      {
        code: 'underscore-in-number',
        message: "Expected a number for `p`, found '100_000': YAML 1.2 reads digits with `_` as text.",
        fix: '100000',
      },
    ],
  },
  {
    fault: 'underscores in an expression',
    text: `quantities:
  p: { expression: <|1_000|>, unit: x }
`,
    found: [
      {
        code: 'underscore-in-number',
        message: "Expected a number for `expression`, found '1_000': YAML 1.2 reads digits with `_` as text.",
        fix: '1000',
      },
    ],
  },
  {
    fault: 'a day that does not exist',
    text: `argument:
  D1: { text: a, challenges: G1, date: <|2026-02-30|> }
`,
    found: [
      {
        code: 'bad-date',
        message: "Expected a day that exists, like `2026-12-01`, for `date`, found text '2026-02-30'.",
      },
    ],
  },
  {
    fault: 'a doubt above one',
    text: `argument:
  A1: { text: a, doubt: <|1.5|> }
`,
    found: [{ code: 'out-of-range', message: 'Expected a number from 0 to 1 for `doubt`, found the number 1.5.' }],
  },
  {
    fault: 'a doubt below zero',
    text: `argument:
  A1: { text: a, doubt: { elicited: <|-1|> } }
`,
    found: [{ code: 'out-of-range', message: 'Expected a number from 0 to 1 for `elicited`, found the number -1.' }],
  },
  {
    fault: 'a margin below one',
    text: `argument:
  Sn1: { text: a, evidence: e, requires: { rate: "<= 0.1", margin: <|0.5|> } }
`,
    found: [
      { code: 'margin-below-one', message: 'Expected a number of 1 or more for `margin`, found the number 0.5.' },
    ],
  },
  {
    fault: 'a threshold above one',
    text: `outcomes:
  o: { text: a, threshold: { probability: <|2|>, per: window } }
`,
    found: [{ code: 'out-of-range', message: 'Expected a number from 0 to 1 for `probability`, found the number 2.' }],
  },
  {
    fault: 'an interval upside down',
    text: `argument:
  A1: { text: a, doubt: { between: <|[0.2, 0.1]|> } }
`,
    found: [
      {
        code: 'bad-distribution',
        message: 'Expected a lower end below the upper end for `between`, found [0.2, 0.1].',
      },
    ],
  },
  {
    fault: 'two distributions',
    text: `argument:
  A1: { text: a, doubt: <|{ between: [0.1, 0.2], beta: [1, 2] }|> }
`,
    found: [
      {
        code: 'one-of-keys',
        message: '`doubt` needs exactly one of elicited, between, beta, pert; found `between`, `beta`.',
      },
    ],
  },
  {
    fault: 'an opinion without a value',
    text: `argument:
  A1: { text: a, doubt: <|{ by: me }|> }
`,
    found: [
      { code: 'one-of-keys', message: '`doubt` needs exactly one of elicited, between, beta, pert; found `by`.' },
    ],
  },
  {
    fault: 'a bound that is none',
    text: `argument:
  Sn1: { text: a, evidence: e, requires: { rate: <|"< 5"|> } }
`,
    found: [
      { code: 'bad-requirement', message: "Expected a bound like `<= 0.05` or `>= 0.9` for `rate`, found text '< 5'." },
    ],
  },
  {
    fault: 'an infinite number',
    text: `decision: { exposure: { tasks: <|.inf|> } }
`,
    found: [{ code: 'wrong-type', message: 'Expected a number for `tasks`, found the number Infinity.' }],
  },
  {
    fault: 'beta above one',
    text: `argument:
  S1: { text: a, combine: any, dependence: { beta: <|1.5|> } }
`,
    found: [{ code: 'out-of-range', message: 'Expected a number from 0 to 1 for `beta`, found the number 1.5.' }],
  },
  {
    fault: 'both kinds of dependence',
    text: `argument:
  S1: { text: a, combine: any, dependence: <|{ beta: 0.5, independent: true }|> }
`,
    found: [
      {
        code: 'one-of-keys',
        message: '`dependence` needs exactly one of independent, beta; found `beta`, `independent`.',
      },
    ],
  },
  {
    fault: 'a bound above one',
    text: `argument:
  Sn1: { text: a, evidence: e, requires: { rate: <|"<= 5"|> } }
`,
    found: [{ code: 'out-of-range', message: "Expected a bound from 0 to 1 for `rate`, found text '<= 5'." }],
  },
  {
    fault: 'half a copy',
    text: `argument:
  S1: { text: a, combine: { atLeast: <|1.5|> }, supportedBy: [G1] }
`,
    found: [
      { code: 'out-of-range', message: 'Expected a whole number of 0 or more for `atLeast`, found the number 1.5.' },
    ],
  },
  {
    fault: 'pert out of order',
    text: `quantities:
  p: { pert: <|[3, 2, 4]|> }
`,
    found: [
      {
        code: 'bad-distribution',
        message: 'Expected minimum, most likely and maximum in rising order for `pert`, found [3, 2, 4].',
      },
    ],
  },
  {
    fault: 'a beta of zero',
    text: `quantities:
  p: { beta: <|[0, 1]|> }
`,
    found: [{ code: 'bad-distribution', message: 'Expected two numbers above 0 for `beta`, found [0, 1].' }],
  },
];
