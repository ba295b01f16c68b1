import { example, failing, type RuleExamples } from '../example.js';

export const settledExamples = {
  'prior-certain': {
    passes: example(`
argument:
  Sn1: { text: Range evaluation, evidence: range, requires: { rate: "<= 0.05" } }
evidence:
  range:
    source: range.csv
    measure: { kind: rate, success: score >= 1, prior: { confidence: 0.9, below: 0.01, because: Field use } }
`),
    fails: failing(
      `
argument:
  Sn1: { text: Range evaluation, evidence: range, requires: { rate: "<= 0.05" } }
evidence:
  range:
    source: range.csv
    measure: { kind: rate, success: score >= 1, prior: { confidence: 1, below: 0.01, because: Field use } }
`,
      ['8:70 Evidence range has a prior confidence of 1, which no trial could change'],
    ),
  },
  'margin-without-effect': {
    passes: example(`
argument:
  Sn1: { text: Range evaluation, evidence: range, requires: { rate: "<= 0.05", margin: 2 } }
evidence:
  range: { source: range.csv, measure: { kind: rate, success: score >= 1 } }
`),
    fails: failing(
      `
argument:
  Sn1: { text: Range evaluation, evidence: range, requires: { rate: "<= 0", margin: 2 } }
evidence:
  range: { source: range.csv, measure: { kind: rate, success: score >= 1 } }
`,
      ['4:85 Solution Sn1 requires rate <= 0 with a margin of 2, which changes nothing'],
    ),
  },
} satisfies RuleExamples;
