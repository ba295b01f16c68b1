import { example, failing, type RuleExamples } from '../example.js';

export const dialecticExamples = {
  'challenge-without-target': {
    passes: example(`
argument:
  G1: { text: The agent is contained, undeveloped: true }
  CG1: { text: It got out in June, challenges: G1, supportedBy: [CSn1] }
  CSn1: { text: Incident report of June }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, undeveloped: true }
  D1: { text: It got out in June }
`,
      ['5:3 Challenge D1 does not say what it is against'],
    ),
  },
  'counter-solution-argued': {
    passes: example(`
argument:
  G1: { text: The agent is contained, undeveloped: true }
  CG1: { text: It got out in June, challenges: G1, supportedBy: [CSn1] }
  CSn1: { text: Incident report of June }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, undeveloped: true }
  CSn1: { text: Incident report of June, challenges: G1, supportedBy: [CSn2] }
  CSn2: { text: Packet captures of June }
`,
      ['5:58 Challenge CSn1 is a counter-solution and is supported by CSn2'],
    ),
  },
  'defeated-unchallenged': {
    passes: example(`
argument:
  G1: { text: The agent is contained, undeveloped: true, defeated: true }
  CG1: { text: It got out in June, challenges: G1, status: accepted }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, undeveloped: true, defeated: true }
`,
      ['4:58 Goal G1 is marked as defeated, and nothing challenges it'],
    ),
  },
  'defeated-link-missing': {
    passes: example(`
argument:
  G1: { text: The agent is contained, supportedBy: [G2], defeatedRelation: [G2] }
  G2: { text: The sandbox is hardened, undeveloped: true }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, supportedBy: [G2], defeatedRelation: [G3] }
  G2: { text: The sandbox is hardened, undeveloped: true }
  G3: { text: The network is closed, undeveloped: true }
`,
      ['4:76 Goal G1 marks its relation to G3 as defeated, and has links to G2'],
    ),
  },
} satisfies RuleExamples;
