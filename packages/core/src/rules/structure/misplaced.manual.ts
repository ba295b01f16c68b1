import { example, failing, type RuleManuals } from '../example.js';

export const misplacedManual = {
  'doubt-without-truth': {
    why: 'Context and justification say what a claim means and why it was chosen; they carry no truth value, so a doubt or evidence stated at them changes nothing. Whoever wrote it believes that it does.',
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
    why: 'An inference doubt is about the step from the support to the claim. Where there is no support there is no step, and the number counts for nothing.',
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
    why: 'An uninstantiated element is a blank of a pattern: it names no real system yet, so it can be neither shown nor refuted. So is a link that still says “for each” or “optional”.',
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
    why: 'Evidence shows something about a test; that an outcome will not occur is a claim about a deployment. A top claim that rests directly on a solution leaves out the argument between the two, which is what a safety case is for.',
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
} satisfies RuleManuals;
