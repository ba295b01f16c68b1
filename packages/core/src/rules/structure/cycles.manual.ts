import { example, failing, type RuleManuals } from '../example.js';

export const cyclesManual = {
  cycle: {
    why: 'A claim that rests on itself, through whatever steps, is not supported by anything. No doubt can be computed for it.',
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
} satisfies RuleManuals;
