import { example, failing, type RuleManuals } from '../example.js';

export const settledManual = {
  'prior-certain': {
    why: 'Who is certain beforehand that a rate is low learns nothing from trials: the doubt is 0 before the first one, and the evidence only looks like some.',
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
    why: 'A margin multiplies the rate, or the rest to 1. Required to be 0, or 1, these stay what they are, and the margin reads as a caution that is not there.',
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
} satisfies RuleManuals;
