import { example, failing, type RuleManuals } from '../example.js';

export const confidenceManual = {
  'claim-point-unargued': {
    why: 'A claim point marks a step whose confidence is argued separately. Without that argument it is a promise: the step counts as it would without the point, and a reader who sees the mark believes more.',
    passes: example(`
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1], acp: { ACP1: [Sn1] } }
  Sn1: { text: Containment tests }
  G2: { text: The tests can be trusted, confidence: ACP1, undeveloped: true }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1], acp: { ACP1: [Sn1] } }
  Sn1: { text: Containment tests }
`,
      ['4:66 No goal argues the claim point ACP1 of G1'],
    ),
  },
  'claim-point-twice': {
    why: 'A confidence argument is about one step. A point that several elements have under one name makes one argument answer for steps that may have nothing in common.',
    passes: example(`
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1], acp: { ACP1: [G1, Sn1] } }
  Sn1: { text: Containment tests }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, supportedBy: [G2], acp: { ACP1: [G1] } }
  G2: { text: The sandbox is hardened, supportedBy: [Sn1], acp: { ACP1: [Sn1] } }
  Sn1: { text: Containment tests }
`,
      ['5:67 The claim point ACP1 stands at G2 and at G1'],
    ),
  },
} satisfies RuleManuals;
