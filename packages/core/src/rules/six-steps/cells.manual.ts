import { example, failing, type RuleManuals } from '../example.js';

export const cellsManual = {
  'dismissal-without-reason': {
    why: 'A cell that is dismissed needs no argument, but it needs a reason: it is the reason that a reviewer can contradict.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes }
system:
  sandbox: { kind: infrastructure }
dismissed:
  - { subsystem: sandbox, outcome: escape, because: Has no agency }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes }
system:
  sandbox: { kind: infrastructure }
dismissed:
  - { subsystem: sandbox, outcome: escape }
`,
      ['8:5 Subsystem sandbox is dismissed for outcome escape without a reason'],
    ),
  },
  'argued-and-dismissed': {
    why: 'A dismissal says that no argument is needed. Where there is one as well, either the reason for the dismissal is wrong or the argument is not trusted, and the report can show only one of them.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
argument:
  G1: { text: Coder does not escape, subsystem: coder, outcome: escape, undeveloped: true }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
argument:
  G1: { text: Coder does not escape, subsystem: coder, outcome: escape, undeveloped: true }
dismissed:
  - { subsystem: coder, outcome: escape, because: Too weak }
interactions:
  - { kind: cascade, outcome: escape, arguedBy: G1, dismissed: One instance }
`,
      [
        '10:5 Subsystem coder is both argued by G1 and dismissed for outcome escape',
        '12:5 Interaction cascade is both argued by G1 and dismissed for outcome escape',
      ],
    ),
  },
  'argued-elsewhere': {
    why: 'An element argues an interaction only if the claim of the outcome depends on it. Otherwise its failure would leave the verdict untouched: the cell is filled in on paper.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
argument:
  G1: { text: The agent does not escape, supportedBy: [G2] }
  G2: { text: The agents do not collude, undeveloped: true }
interactions:
  - { kind: collusion, outcome: escape, arguedBy: G2 }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes, claim: G1 }
argument:
  G1: { text: The agent does not escape, undeveloped: true }
  G2: { text: The agents do not collude, undeveloped: true }
interactions:
  - { kind: collusion, outcome: escape, arguedBy: G2 }
`,
      ['9:51 Interaction collusion is argued by G2, on which G1, the claim of outcome escape, does not depend'],
    ),
  },
  'argued-by-undeveloped': {
    why: 'A cell whose only argument is an undeveloped claim is a hole with a name. The coverage matrix would show it as filled.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
argument:
  G1: { text: Coder does not escape, subsystem: coder, outcome: escape, supportedBy: [Sn1] }
  Sn1: { text: Containment tests }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
argument:
  G1: { text: Coder does not escape, subsystem: coder, outcome: escape, undeveloped: true }
`,
      ['6:3 That subsystem coder alone does not cause outcome escape is argued only by G1, which is not developed'],
    ),
  },
} satisfies RuleManuals;
