import { example, failing, type RuleExamples } from '../example.js';

export const leavesExamples = {
  'no-support': {
    passes: example(`
argument:
  G1: { text: The agent is contained, undeveloped: true }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained }
`,
      ['4:3 Goal G1 has no support, no evidence and no doubt, and is not marked `undeveloped`'],
    ),
  },
  undeveloped: {
    passes: example(`
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1] }
  Sn1: { text: Containment tests }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, undeveloped: true }
`,
      ['4:39 Goal G1 is undeveloped'],
    ),
  },
  'undeveloped-and-more': {
    passes: example(`
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1, G2] }
  Sn1: { text: Containment tests }
  G2: { text: The tests cover new attacks, undeveloped: true }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, undeveloped: true, supportedBy: [Sn1, G2] }
  Sn1: { text: Containment tests }
  G2: { text: The tests cover new attacks, undeveloped: true, doubt: 0.1 }
`,
      [
        '4:39 Goal G1 is marked undeveloped and has support',
        '6:44 Goal G2 is marked undeveloped and has a stated doubt',
      ],
    ),
  },
  'evidence-and-support': {
    passes: example(`
argument:
  G1: { text: It fails the range, supportedBy: [Sn1, G2] }
  Sn1: { text: Range evaluation, evidence: range }
  G2: { text: The range is hard enough, undeveloped: true }
evidence:
  range: { source: range.csv, reader: csv }
`),
    fails: failing(
      `
argument:
  G1: { text: It fails the range, evidence: range, supportedBy: [G2] }
  G2: { text: The range is hard enough, undeveloped: true }
evidence:
  range: { source: range.csv, reader: csv }
`,
      ['4:45 Goal G1 cites evidence range and is supported by G2'],
    ),
  },
  'no-doubt-stated': {
    passes: example(`
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1] }
  Sn1: { text: Containment tests, doubt: 0.01 }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1, Sn2], inContextOf: [A1] }
  Sn1: { text: Containment tests, doubt: 0.01 }
  Sn2: { text: Review of the configuration }
  A1: { text: Nobody removes the sandbox }
`,
      [
        '6:3 Solution Sn2 states no doubt, so it counts as doubt 1',
        '7:3 Assumption A1 states no doubt, so it counts as doubt 1',
      ],
    ),
  },
} satisfies RuleExamples;
