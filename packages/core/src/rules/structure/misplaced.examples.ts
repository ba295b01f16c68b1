import { example, failing, type RuleExamples } from '../example.js';

export const misplacedExamples = {
  'doubt-without-truth': {
    passes: example(`
argument:
  G1: { text: The agent is contained, doubt: 0.1, inContextOf: [A1] }
  A1: { text: The sandbox is as documented, doubt: 0.01 }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, doubt: 0.1, inContextOf: [C1] }
  C1: { text: The sandbox is as documented, doubt: 0.01 }
`,
      ['5:45 Context C1 states `doubt`, but a context can neither hold nor fail'],
    ),
  },
  'inference-without-support': {
    passes: example(`
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1], inference: 0.05 }
  Sn1: { text: Containment tests, doubt: 0.01 }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, inference: 0.05, undeveloped: true }
`,
      ['4:39 Goal G1 states an inference, but nothing supports it'],
    ),
  },
  uninstantiated: {
    passes: example(`
argument:
  G1: { text: Coder-2 is contained, undeveloped: true }
`),
    fails: failing(
      `
argument:
  G1: { text: The model is contained, uninstantiated: true, supportedBy: [{ to: G2, optional: true }] }
  G2: { text: The sandbox is hardened, choose: at least 1 of 2, supportedBy: [G3, G4] }
  G3: { text: It was tested, undeveloped: true }
  G4: { text: It was reviewed, undeveloped: true }
`,
      [
        '4:39 Goal G1 is uninstantiated',
        '4:75 The link G1 -> G2 is left open (optional); an argument says which links there are',
        '5:40 Goal G2 still has to choose at least 1 of 2',
      ],
    ),
  },
  'claim-on-evidence': {
    passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
argument:
  G1: { text: The agent does not escape, supportedBy: [S1] }
  S1: { text: By the barriers, supportedBy: [G2] }
  G2: { text: The sandbox holds against the red team, supportedBy: [Sn1] }
  Sn1: { text: Red-team report }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes, claim: G1 }
argument:
  G1: { text: The agent does not escape, supportedBy: [Sn1] }
  Sn1: { text: Red-team report }
`,
      ['6:56 Goal G1, the claim of outcome escape, rests directly on solution Sn1'],
    ),
  },
} satisfies RuleExamples;
