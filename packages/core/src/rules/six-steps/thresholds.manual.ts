import { example, failing, type RuleManuals } from '../example.js';

export const thresholdsManual = {
  'no-threshold': {
    why: 'Without a threshold no doubt is small enough or too large: the criterion would be chosen after the number is known.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes, threshold: { probability: 1e-3, per: window } }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes }
`,
      ['4:3 Outcome escape has no threshold'],
    ),
  },
  'threshold-not-approved': {
    why: 'How much risk is acceptable is not for the authors of the case to decide. Probability thresholds are agreed beforehand, by whoever answers for the decision.',
    passes: example(`
outcomes:
  escape:
    text: The agent escapes
    threshold: { probability: 1e-3, per: window, approved: { by: risk-committee, date: 2026-10-01 } }
`),
    fails: failing(
      `
outcomes:
  escape:
    text: The agent escapes
    threshold: { probability: 1e-3, per: window }
  sabotage:
    text: The agent sabotages the build
    threshold: { probability: 1e-3, per: window, approved: { by: risk-committee } }
`,
      [
        '6:5 Nobody approved the threshold of outcome escape',
        '9:60 When the threshold of outcome sabotage was approved is not said',
      ],
    ),
  },
  'threshold-after-evidence': {
    why: 'A threshold that is set when the results are known can be set so that they pass. Agreed before the evidence is collected, it cannot.',
    passes: example(`
outcomes:
  escape:
    text: The agent escapes
    claim: G1
    threshold: { probability: 1e-3, per: window, approved: { by: risk-committee, date: 2026-10-01 } }
argument:
  G1: { text: The agent does not escape, supportedBy: [Sn1] }
  Sn1: { text: Range evaluation, evidence: range }
evidence:
  range: { source: range.csv, reader: csv, collected: 2026-11-10 }
`),
    fails: failing(
      `
outcomes:
  escape:
    text: The agent escapes
    claim: G1
    threshold: { probability: 1e-3, per: window, approved: { by: risk-committee, date: 2026-12-01 } }
argument:
  G1: { text: The agent does not escape, supportedBy: [Sn1, Sn2] }
  Sn1: { text: Range evaluation, evidence: range }
  Sn2: { text: Red team, doubt: paid }
quantities:
  paid: { evidence: redteam }
evidence:
  range: { source: range.csv, reader: csv, collected: 2026-11-10 }
  redteam: { source: redteam.csv, reader: csv, collected: 2026-11-12, measure: { kind: rate, success: paid >= 1 } }
`,
      [
        '7:60 The threshold of outcome escape was approved on 2026-12-01, after evidence range and redteam had been collected',
      ],
    ),
  },
  'over-budget': {
    why: 'The outcomes are ways in which one catastrophe budget can be spent. If their thresholds add up to more, every claim may hold and the case as a whole still exceeds what was accepted.',
    passes: {
      text: `surety: 1
case:
  id: example
  title: Example
  budget: { probability: 2e-3, per: window }
outcomes:
  escape: { text: The agent escapes, threshold: { probability: 1e-3, per: window } }
  sabotage: { text: The agent sabotages the build, threshold: { probability: 1e-3, per: window } }
`,
    },
    fails: {
      text: `surety: 1
case:
  id: example
  title: Example
  budget: { probability: 1e-3, per: window }
outcomes:
  escape: { text: The agent escapes, threshold: { probability: 1e-3, per: window } }
  sabotage: { text: The agent sabotages the build, threshold: { probability: 1e-4, per: window } }
`,
      findings: ['5:11 The thresholds add up to 0.0011, more than the budget of 0.001'],
    },
  },
  'no-budget': {
    why: 'Each threshold may be acceptable by itself and their sum not. The budget is the number that the decision maker accepts for the whole deployment.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes, threshold: { probability: 1e-3, per: window } }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes, threshold: { probability: 1e-3, per: window } }
  sabotage: { text: The agent sabotages the build, threshold: { probability: 1e-3, per: window } }
`,
      ['2:1 The case has 2 thresholds and no budget that they must keep together'],
    ),
  },
} satisfies RuleManuals;
