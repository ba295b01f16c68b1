import { example, failing, type RuleManuals } from '../example.js';

export const interactionsManual = {
  'interaction-not-counted': {
    why: 'An interaction that names its probability looks as if it were part of the verdict. It is only where a leaf below the claim that argues it has this quantity as its doubt.',
    passes: example(`
outcomes:
  escape: { text: The agents escape, claim: G1 }
system:
  coder: { kind: model }
argument:
  G1: { text: A first escape does not spread, supportedBy: [Sn1] }
  Sn1: { text: The sequence of events, doubt: cascade }
quantities:
  first: { between: [1e-4, 1e-2], unit: probability per window }
  spreads: { beta: [2, 30] }
  cascade: first * spreads
interactions:
  - { kind: cascade, outcome: escape, arguedBy: G1, quantity: cascade }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agents escape, claim: G1 }
system:
  coder: { kind: model }
argument:
  G1: { text: A first escape does not spread, supportedBy: [Sn1] }
  Sn1: { text: The sequence of events, doubt: 1e-3 }
quantities:
  cascade: { between: [1e-4, 1e-2], unit: probability per window }
interactions:
  - { kind: cascade, outcome: escape, arguedBy: G1, quantity: cascade }
  - { kind: collusion, outcome: escape, arguedBy: G1, quantity: cascades }
`,
      [
        '13:63 The interaction cascade has the probability cascade, and no leaf below G1 has it as its doubt',
        '14:65 The interaction collusion names the quantity cascades, which is not defined',
      ],
    ),
  },
  'unknown-collective': {
    why: 'The catalogue lists what many systems could pursue together and why they might, so that none is forgotten. A name that it does not know is most often a mistyped one.',
    passes: example(`
outcomes:
  escape: { text: The agents escape, claim: G1 }
argument:
  G1: { text: They do not act together, undeveloped: true }
interactions:
  - { kind: collective strategy, outcome: escape, arguedBy: G1, strategies: [influence], reasons: [shared-weights, trade] }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agents escape, claim: G1 }
argument:
  G1: { text: They do not act together, undeveloped: true }
interactions:
  - { kind: collective strategy, outcome: escape, arguedBy: G1, strategies: [influenza], reasons: [boredom] }
`,
      [
        '8:78 The interaction collective strategy names influenza, which is not among the strategies of the catalogue',
        '8:100 The interaction collective strategy names boredom, which is not among the reasons of the catalogue',
      ],
    ),
  },
} satisfies RuleManuals;
