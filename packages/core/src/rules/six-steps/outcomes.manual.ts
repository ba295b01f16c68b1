import { example, failing, type RuleManuals } from '../example.js';

export const outcomesManual = {
  'no-outcomes': {
    why: 'A safety case argues that stated outcomes will not occur. “The system is safe” cannot be refuted until somebody says what must not happen.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes }
`),
    fails: failing('', ['2:1 The case lists no unacceptable outcome']),
  },
  'no-claim': {
    why: 'An outcome that no goal claims will not occur is not argued at all, and no verdict on it can be given.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
argument:
  G1: { text: The agent does not escape, undeveloped: true }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes }
`,
      ['4:3 Outcome escape has no claim'],
    ),
  },
  'claim-in-risk-case': {
    why: 'The safety case argues that the outcome will not occur, the risk case that it will. A claim taken from the other side turns the verdict round.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
argument:
  G1: { text: The agent does not escape, undeveloped: true }
riskCases:
  escape: { claim: R1, argument: { R1: { text: The agent escapes, undeveloped: true } } }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes, claim: R1 }
riskCases:
  escape: { claim: R1, argument: { R1: { text: The agent escapes, undeveloped: true } } }
`,
      ['4:45 The claim of outcome escape is R1, which belongs to the risk case for escape'],
    ),
  },
  'claim-without-context': {
    why: 'External reviews find that purpose, environment and the severe harm itself are left undefined. The context of the top claim is where they are said.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
argument:
  G1: { text: The agent does not escape, inContextOf: [C1], undeveloped: true }
  C1: { text: "Escape: code of the agent runs outside the cluster" }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes, claim: G1 }
argument:
  G1: { text: The agent does not escape, undeveloped: true }
`,
      ['6:3 Goal G1, the claim of outcome escape, stands in no context'],
    ),
  },
  'risk-case-missing': {
    why: 'Safety cases are written by people who want them to hold. The paper asks to review a risk case, the argument of the other side that the outcome will occur, beside the safety case.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes }
riskCases:
  escape: { claim: R1, argument: { R1: { text: The agent escapes, undeveloped: true } } }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes }
`,
      ['4:3 Nobody argues that outcome escape will occur'],
    ),
  },
} satisfies RuleManuals;
