import type { BadText } from './bad-text.testing.js';

/** Texts whose keys and values are not those of the format. */
export const badValues: readonly BadText[] = [
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
    fault: 'a mistyped key',
    text: `argument:
  G1: { text: a, <|catgory|>: control }
`,
    found: [
      {
        code: 'unknown-key',
        message: 'Unknown key `catgory` in `G1`.',
        hint: 'Did you mean `category`?',
        fix: 'category',
      },
    ],
  },
  {
    fault: 'unknown sections',
    text: `<|arguments|>:
  G1: { text: a }
<|foo|>: 1
`,
    found: [
      {
        code: 'unknown-key',
        message: 'Unknown section `arguments` at the top of the file.',
        hint: 'Did you mean `argument`?',
      },
      {
        code: 'unknown-key',
        message: 'Unknown section `foo` at the top of the file.',
        hint: 'Sections are surety, module, case, policy, decision, outcomes, system, assumptions, argument, riskCases, patterns, quantities, evidence, interactions, dismissed, fmea, dependence, chain, indicators, waivers, review.',
      },
    ],
  },
  {
    fault: 'an element outside the argument',
    text: `<|argument|>:
<|G1|>: { text: a }
`,
    found: [
      { code: 'wrong-type', message: 'Expected a map for `argument`, found nothing (null).' },
      {
        code: 'unknown-key',
        message: 'Unknown section `G1` at the top of the file.',
        hint: 'If `G1` is an element, it stands under `argument:`.',
      },
    ],
  },
  {
    fault: 'a list for a text',
    text: `argument:
  G1: { text: <|[a]|> }
`,
    found: [{ code: 'wrong-type', message: 'Expected text for `text`, found a list of 1.' }],
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
    fault: 'a mistyped key of a doubt',
    text: `argument:
  A1: { text: a, doubt: { <|elicted|>: 0.1 } }
`,
    found: [
      {
        code: 'unknown-key',
        message: 'Unknown key `elicted` in `doubt`.',
        hint: 'Did you mean `elicited`?',
        fix: 'elicited',
      },
    ],
  },
  {
    fault: 'an element in place without id',
    text: `argument:
  G1: { text: a, supportedBy: [<|{ text: b }|>] }
`,
    found: [
      {
        code: 'missing-key',
        message: 'Item 1 of `supportedBy` needs the key `id`, which is missing.',
        hint: '`id`: Id of the element that is written in place.',
      },
    ],
  },
  {
    fault: 'a mistyped key of an element in place',
    text: `argument:
  G1: { text: a, supportedBy: [{ id: G2, <|txt|>: b }] }
`,
    found: [{ code: 'unknown-key', message: 'Unknown key `txt` here.', hint: 'Did you mean `text`?', fix: 'text' }],
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
    fault: 'an incomplete case',
    text: `case: <|<|{ budget: { probability: 0.1, per: <|day|> } }|>|>
`,
    found: [
      {
        code: 'missing-key',
        message: '`case` needs the key `id`, which is missing.',
        hint: '`id`: Short stable name of the case, for links and file names.',
      },
      {
        code: 'missing-key',
        message: '`case` needs the key `title`, which is missing.',
        hint: '`title`: What the case is about, in one line.',
      },
      { code: 'not-one-of', message: "Expected window for `per`, found text 'day'." },
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
    fault: 'an interval of one number',
    text: `argument:
  A1: { text: a, doubt: { between: <|[0.2]|> } }
`,
    found: [{ code: 'wrong-type', message: 'Expected a list of 2 numbers for `between`, found [0.2].' }],
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
    fault: 'a mistyped kind of measure',
    text: `evidence:
  e: { measure: { kind: <|rte|> } }
`,
    found: [
      {
        code: 'not-one-of',
        message: "Expected rate or detection for `kind`, found text 'rte'.",
        hint: "Did you mean 'rate'?",
        fix: 'rate',
      },
    ],
  },
  {
    fault: 'a measure without kind',
    text: `evidence:
  e: { measure: <|{ success: x }|> }
`,
    found: [
      {
        code: 'missing-key',
        message: '`measure` needs the key `kind`, which is missing.',
        hint: 'One of rate, detection.',
      },
    ],
  },
  {
    fault: 'a rate without success',
    text: `evidence:
  e: { measure: <|{ kind: rate }|> }
`,
    found: [
      {
        code: 'missing-key',
        message: '`measure` needs the key `success`, which is missing.',
        hint: '`success`: Expression over a trial that says whether it counts, for example `score >= 1`.',
      },
    ],
  },
  {
    fault: 'an outcome without text',
    text: `outcomes:
  o: <|{ claim: G1 }|>
`,
    found: [
      {
        code: 'missing-key',
        message: '`o` needs the key `text`, which is missing.',
        hint: '`text`: What must not happen.',
      },
    ],
  },
  {
    fault: 'an infinite number',
    text: `decision: { exposure: { tasks: <|.inf|> } }
`,
    found: [{ code: 'wrong-type', message: 'Expected a number for `tasks`, found the number Infinity.' }],
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
    fault: 'a gsn2x key of another case',
    text: `argument:
  G1: { text: a, <|undevelopd|>: true }
`,
    found: [
      {
        code: 'unknown-key',
        message: 'Unknown key `undevelopd` in `G1`.',
        hint: 'Did you mean `undeveloped`?',
        fix: 'undeveloped',
      },
    ],
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
    fault: 'a key that is case only',
    text: `argument:
  G1: { <|Text|>: a }
`,
    found: [{ code: 'unknown-key', message: 'Unknown key `Text` in `G1`.', hint: 'Did you mean `text`?', fix: 'text' }],
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
