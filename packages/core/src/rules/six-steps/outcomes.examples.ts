import { example, failing, type RuleExamples } from '../example.js';

export const outcomesExamples = {
  'no-outcomes': {
    passes: example(`
outcomes:
  escape: { text: The agent escapes }
`),
    fails: failing('', ['2:1 The case lists no unacceptable outcome']),
  },
  'no-claim': {
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
} satisfies RuleExamples;
