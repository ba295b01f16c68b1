import { example, failing, type RuleManuals } from '../example.js';

export const namesManual = {
  'prefix-and-type': {
    why: 'Readers of an argument take G1 for a goal and Sn1 for a solution, whatever shape is drawn around it. An id that says another type than the element has will be misread in every review.',
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
} satisfies RuleManuals;
