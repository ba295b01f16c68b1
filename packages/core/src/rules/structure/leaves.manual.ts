import { example, failing, type RuleManuals } from '../example.js';

export const leavesManual = {
  'no-support': {
    why: 'A claim with neither support nor a stated doubt is asserted, not argued. GSN has a mark for work that is still to do, and an unmarked gap is the one that reviewers miss.',
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
    why: 'An undeveloped claim has doubt 1: an unfinished case is never supported. It blocks the verdict wherever it alone, or with others like it, brings an outcome’s claim down.',
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
    why: 'The mark says that the argument stops here, the rest says that it goes on. Each doubt has exactly one source: either it is 1, because the claim is undeveloped, or it follows from the support, the evidence or the number.',
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
    why: 'Evidence is cited by a leaf, in GSN by a solution. An element that is supported as well would have two sources of doubt, of which only one could count.',
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
    why: 'Once a case states a doubt anywhere, a solution or an assumption that states none counts as doubt 1. Nothing is taken to be true because nobody put a number to it.',
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
} satisfies RuleManuals;
