import { example, failing, type RuleExamples } from '../example.js';

export const reachExamples = {
  'stray-root': {
    passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
argument:
  G1: { text: The agent does not escape, supportedBy: [G2] }
  G2: { text: The sandbox is hardened, undeveloped: true }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes, claim: G1 }
argument:
  G1: { text: The agent does not escape, undeveloped: true }
  G2: { text: The sandbox is hardened, undeveloped: true }
`,
      ['7:3 Goal G2 supports nothing, and is neither the claim of an outcome nor an answer to a challenge'],
    ),
  },
  unreachable: {
    passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
argument:
  G1: { text: The agent does not escape, undeveloped: true, inContextOf: [A1] }
  A1: { text: Nobody removes the sandbox }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes, claim: G1 }
argument:
  G1: { text: The agent does not escape, undeveloped: true }
  A1: { text: Nobody removes the sandbox }
`,
      ['7:3 No claim depends on the assumption A1'],
    ),
  },
} satisfies RuleExamples;
