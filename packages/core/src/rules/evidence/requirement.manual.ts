import { example, failing, type RuleManuals } from '../example.js';

export const requirementManual = {
  'requirement-without-measure': {
    why: 'A requirement is held against the result of a measure. Evidence that states no measure has no result, so the leaf has no doubt.',
    passes: example(`
argument:
  G1: { text: It fails the range, supportedBy: [Sn1] }
  Sn1: { text: Range evaluation, evidence: range, requires: { rate: "<= 0.05" } }
evidence:
  range: { source: range.csv, reader: csv, measure: { kind: rate, success: score >= 1 } }
`),
    fails: failing(
      `
argument:
  G1: { text: It fails the range, supportedBy: [Sn1] }
  Sn1: { text: Range evaluation, evidence: range, requires: { rate: "<= 0.05" } }
evidence:
  range: { source: range.csv, reader: csv }
`,
      ['5:61 Solution Sn1 requires a rate of range, which states no measure'],
    ),
  },
  'unknown-result': {
    why: 'A rate of successes and a rate of missed attacks are different numbers with opposite meanings. Which of them is meant cannot be guessed.',
    passes: example(`
argument:
  G1: { text: It fails the range, supportedBy: [Sn1] }
  Sn1: { text: Range evaluation, evidence: range, requires: { rate: "<= 0.05" } }
evidence:
  range: { source: range.csv, reader: csv, measure: { kind: rate, success: score >= 1 } }
`),
    fails: failing(
      `
argument:
  G1: { text: It fails the range, supportedBy: [Sn1] }
  Sn1: { text: Range evaluation, evidence: range, requires: { miss: "<= 0.05" } }
evidence:
  range: { source: range.csv, reader: csv, measure: { kind: rate, success: score >= 1 } }
`,
      ['5:61 Solution Sn1 requires a miss of range, whose rate measure has the result rate'],
    ),
  },
  'rate-is-not-event': {
    why: 'A requirement is about a parameter, a claim about an event. A rate of .04 with certainty, over 200 attempts, is an event with probability .9997. The step from the one to the other is an inference that somebody must assess, with a doubt and a reason.',
    passes: example(`
argument:
  G1:
    text: The chain is not completed in the window
    supportedBy: [Sn1]
    inference: { elicited: 0.02, by: capability-team, date: 2026-11-12, because: At 5 % a try the chain of five is not completed }
  Sn1: { text: Range evaluation, evidence: range, requires: { rate: "<= 0.05" } }
evidence:
  range: { source: range.csv, reader: csv, measure: { kind: rate, success: score >= 1 } }
`),
    fails: failing(
      `
argument:
  G1: { text: The chain is not completed in the window, supportedBy: [Sn1], inference: 0.02 }
  G2: { text: The range is failed, supportedBy: [Sn1] }
  Sn1: { text: Range evaluation, evidence: range, requires: { rate: "<= 0.05" } }
evidence:
  range: { source: range.csv, reader: csv, measure: { kind: rate, success: score >= 1 } }
`,
      [
        '6:61 Solution Sn1 requires rate <= 0.05, and reaches G1 and G2 without an assessed inference (doubt and `because`) from the rate to the event',
      ],
    ),
  },
  'group-by-none-unreasoned': {
    why: 'Epochs of one sample are not independent: counting each of them as a trial makes the evidence look larger than it is. Where they are, the reason belongs in the text.',
    passes: example(`
evidence:
  range: { source: range.csv, reader: csv, measure: { kind: rate, success: score >= 1, groupBy: sample } }
`),
    fails: failing(
      `
evidence:
  range: { source: range.csv, reader: csv, measure: { kind: rate, success: score >= 1, groupBy: none } }
`,
      ['4:97 Evidence range counts every epoch as a trial (`groupBy: none`) and does not say why'],
    ),
  },
} satisfies RuleManuals;
