import { example, failing, type RuleManuals } from '../example.js';

export const reachManual = {
  'stray-root': {
    why: 'An argument hangs from the claims of its outcomes. A claim that supports nothing and answers nothing is either a link that somebody forgot, and then the case is weaker than its author thinks, or work that no decision uses.',
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
    why: 'What no claim depends on is not assessed, whatever it says: an assumption that nobody cites protects nothing, and evidence under no claim shows nothing.',
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
} satisfies RuleManuals;
