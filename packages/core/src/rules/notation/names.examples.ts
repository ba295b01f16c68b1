import { example, failing, type RuleExamples } from '../example.js';

export const namesExamples = {
  'prefix-and-type': {
    passes: example(`
argument:
  G1: { text: The agent is contained, undeveloped: true }
  Claim: { type: goal, text: The agent does what it is told, undeveloped: true }
`),
    fails: failing(
      `
argument:
  Sn1: { type: goal, text: The agent is contained, undeveloped: true }
`,
      ['4:3 Sn1 is a goal, and its id begins as that of a solution does'],
    ),
  },
} satisfies RuleExamples;
