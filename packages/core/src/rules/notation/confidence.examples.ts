import { example, failing, type RuleExamples } from '../example.js';

export const confidenceExamples = {
  'claim-point-unargued': {
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
} satisfies RuleExamples;
