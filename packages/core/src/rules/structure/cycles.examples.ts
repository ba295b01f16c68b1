import { example, failing, type RuleExamples } from '../example.js';

export const cyclesExamples = {
  cycle: {
    passes: example(`
argument:
  G1: { text: The agent is contained, supportedBy: [S1] }
  S1: { text: By each barrier, supportedBy: [G2] }
  G2: { text: The sandbox is hardened, undeveloped: true }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, supportedBy: [S1] }
  S1: { text: By each barrier, supportedBy: [G2] }
  G2: { text: The sandbox is hardened, supportedBy: [G1] }
`,
      ['6:54 The argument goes in a circle: G1 → S1 → G2 → G1'],
    ),
  },
} satisfies RuleExamples;
