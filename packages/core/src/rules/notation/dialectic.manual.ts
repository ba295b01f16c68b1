import { example, failing, type RuleManuals } from '../example.js';

export const dialecticManual = {
  'challenge-without-target': {
    why: 'A challenge is against an element or a link; a counter-goal or counter-solution may instead support another challenge. One that does neither bears on nothing, and an objection that somebody raised is silently lost.',
    passes: example(`
argument:
  G1: { text: The agent is contained, undeveloped: true }
  CG1: { text: It got out in June, challenges: G1, supportedBy: [CSn1] }
  CSn1: { text: Incident report of June }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, undeveloped: true }
  D1: { text: It got out in June }
`,
      ['5:3 Challenge D1 does not say what it is against'],
    ),
  },
  'counter-solution-argued': {
    why: 'A counter-solution is evidence against a claim, as a solution is evidence for one: it is cited and not argued. What argues is a counter-goal.',
    passes: example(`
argument:
  G1: { text: The agent is contained, undeveloped: true }
  CG1: { text: It got out in June, challenges: G1, supportedBy: [CSn1] }
  CSn1: { text: Incident report of June }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, undeveloped: true }
  CSn1: { text: Incident report of June, challenges: G1, supportedBy: [CSn2] }
  CSn2: { text: Packet captures of June }
`,
      ['5:58 Challenge CSn1 is a counter-solution and is supported by CSn2'],
    ),
  },
  'defeated-unchallenged': {
    why: 'Defeat is the end of a dispute: a challenge was raised, and it was right. A mark without a challenge says that the element fails and not why, so nobody can answer it or learn from it.',
    passes: example(`
argument:
  G1: { text: The agent is contained, undeveloped: true, defeated: true }
  CG1: { text: It got out in June, challenges: G1, status: accepted }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, undeveloped: true, defeated: true }
`,
      ['4:58 Goal G1 is marked as defeated, and nothing challenges it'],
    ),
  },
  'defeated-link-missing': {
    why: 'A defeated relation says that the support is no longer carried by that link. Where there is no such link, the defeat is not counted, and the argument looks better than its author meant it to.',
    passes: example(`
argument:
  G1: { text: The agent is contained, supportedBy: [G2], defeatedRelation: [G2] }
  G2: { text: The sandbox is hardened, undeveloped: true }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, supportedBy: [G2], defeatedRelation: [G3] }
  G2: { text: The sandbox is hardened, undeveloped: true }
  G3: { text: The network is closed, undeveloped: true }
`,
      ['4:76 Goal G1 marks its relation to G3 as defeated, and has links to G2'],
    ),
  },
} satisfies RuleManuals;
