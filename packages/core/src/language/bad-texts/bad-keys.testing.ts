import type { BadText } from './bad-text.testing.js';

/** Keys that the format does not know, and keys that are missing. */
export const badKeys: readonly BadText[] = [
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
    fault: 'a measure without kind',
    text: `evidence:
  e: { measure: <|{ success: x }|> }
`,
    found: [
      {
        code: 'missing-key',
        message: '`measure` needs the key `kind`, which is missing.',
        hint: 'One of rate, detection, difference, mean, credibility, repeats, hazard, survival, tail, agreement, fault tree.',
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
    fault: 'a key that is case only',
    text: `argument:
  G1: { <|Text|>: a }
`,
    found: [{ code: 'unknown-key', message: 'Unknown key `Text` in `G1`.', hint: 'Did you mean `text`?', fix: 'text' }],
  },
];
