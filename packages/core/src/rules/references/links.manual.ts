import { example, failing, type RuleManuals } from '../example.js';

export const linksManual = {
  'unknown-link': {
    why: 'A challenge to `G2 -> Sn1` says that Sn1 does not carry G2. Where there is no such link, the challenge bears on nothing, and an objection that somebody raised is silently lost.',
    passes: example(`
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1] }
  Sn1: { text: Containment tests }
  D1: { text: The tests are old, challenges: G1 -> Sn1 }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1] }
  Sn1: { text: Containment tests }
  D1: { text: The tests are old, challenges: Sn1 -> G1 }
`,
      ['6:46 Challenge D1 challenges the link Sn1 -> G1, but the link goes the other way'],
    ),
  },
  'claim-point-place': {
    why: 'An assurance claim point stands on an element’s own inference step or on one of its links. Anywhere else there is no step whose confidence it could argue.',
    passes: example(`
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1], acp: { ACP1: [Sn1] } }
  Sn1: { text: Containment tests }
  G2: { text: The tests can be trusted, confidence: ACP1, undeveloped: true }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1], acp: { ACP1: [G2] } }
  Sn1: { text: Containment tests }
  G2: { text: The tests can be trusted, confidence: ACP1, undeveloped: true }
`,
      ['4:72 Claim point ACP1 of G1 stands at G2; expected G1 or Sn1'],
    ),
  },
  'unknown-claim-point': {
    why: 'A confidence argument that is tied to no claim point bears on no step: the doubt that it carries would not be counted.',
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
  G2: { text: The tests can be trusted, confidence: ACP2, undeveloped: true }
`,
      ['6:53 Goal G2 argues the claim point ACP2, which no element has; expected ACP1'],
    ),
  },
  'not-public': {
    why: 'A module promises only what it marks public. Whoever rests on anything else rests on something that its authors may change without telling anyone.',
    passes: {
      ...example(`
argument:
  G1: { text: The agent is contained, supportedBy: [G2@boundary] }
`),
      files: {
        'boundary.yaml': `module: { name: boundary }
argument:
  G2: { text: The sandbox is hardened, undeveloped: true, public: true }
`,
      },
    },
    fails: {
      ...failing(
        `
argument:
  G1: { text: The agent is contained, supportedBy: [G2@boundary] }
`,
        ['4:53 Goal G1 cites G2@boundary, which module boundary does not make public'],
      ),
      files: {
        'boundary.yaml': `module: { name: boundary }
argument:
  G2: { text: The sandbox is hardened, undeveloped: true }
`,
      },
    },
  },
} satisfies RuleManuals;
