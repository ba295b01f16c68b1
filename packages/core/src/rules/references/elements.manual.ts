import { example, failing, type RuleManuals } from '../example.js';

export const elementsManual = {
  'unknown-element': {
    why: 'A link that leads nowhere is a piece of the argument that is missing, most often for one mistyped letter. Nothing that rests on it can be computed.',
    passes: example(`
argument:
  G1: { text: The agent is contained, supportedBy: [G2] }
  G2: { text: The sandbox is hardened, undeveloped: true }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, supportedBy: [G2, G33] }
  G2: { text: The sandbox is hardened, inContextOf: [A1], undeveloped: true }
  G3: { text: The box is closed, undeveloped: true }
`,
      [
        '4:57 Goal G1 is supported by G33, which is no element of the case',
        '5:54 Goal G2 stands in context of A1, which is no element of the case',
      ],
    ),
  },
  'not-a-goal': {
    why: 'The claim of an outcome or of a risk case, the answer to a challenge, a transfer argument and a confidence argument are propositions that can be argued: goals. A strategy is a way of arguing, a solution is a piece of evidence, and a context cannot be false.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
argument:
  G1: { text: The agent does not escape, undeveloped: true }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes, claim: S1 }
argument:
  S1: { text: By each barrier, supportedBy: [G1] }
  G1: { text: The sandbox is hardened, undeveloped: true }
  D1: { text: Nobody looked, challenges: G1, status: answered, answeredBy: Sn1 }
  Sn1: { text: Containment tests }
`,
      [
        '4:45 The claim of outcome escape is S1, which is a strategy; expected a goal',
        '8:76 The answer to challenge D1 is Sn1, which is a solution; expected a goal',
      ],
    ),
  },
} satisfies RuleManuals;
