import { example, failing, type RuleManuals } from '../example.js';

export const coverageManual = {
  'subsystem-not-covered': {
    why: 'Step 5 asks of each subsystem whether it can cause each outcome by itself. A cell that nobody filled in is a way to the outcome that nobody looked at.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
  sandbox: { kind: infrastructure }
argument:
  G1: { text: Coder does not escape, subsystem: coder, outcome: escape, undeveloped: true }
dismissed:
  - { subsystem: sandbox, outcome: escape, because: Has no agency }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
  sandbox: { kind: infrastructure }
argument:
  G1: { text: The agent does not escape, subsystem: coder, undeveloped: true }
dismissed:
  - { subsystem: sandbox, outcome: escape, because: Has no agency }
`,
      ['6:3 Whether subsystem coder alone can cause outcome escape is neither argued nor dismissed'],
    ),
  },
  'interaction-not-covered': {
    why: 'Step 6 asks how subsystems could cause the outcome together. Collusion, correlated failure, cascades, subverted monitors, manipulated humans and collective strategies are each easy to forget, and each has undone a case that looked complete.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
argument:
  G1: { text: The agent does not escape, undeveloped: true }
interactions:
  - { kind: collusion, outcome: escape, arguedBy: G1 }
  - { kind: correlated failure, outcome: escape, dismissed: One instance }
  - { kind: cascade, outcome: escape, dismissed: One instance }
  - { kind: monitor subversion, outcome: escape, dismissed: Nothing monitors }
  - { kind: human manipulation, outcome: escape, dismissed: Nobody reads its output }
  - { kind: collective strategy, outcome: escape, dismissed: One instance }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
argument:
  G1: { text: The agent does not escape, undeveloped: true }
interactions:
  - { kind: collusion, outcome: escape, arguedBy: G1 }
  - { kind: correlated failure, outcome: escape, dismissed: One instance }
  - { kind: monitor subversion, outcome: escape, dismissed: Nothing monitors }
  - { kind: human manipulation, outcome: escape, dismissed: Nobody reads its output }
  - { kind: collective strategy, outcome: escape }
`,
      [
        '4:3 Whether cascade can cause outcome escape is neither argued nor dismissed',
        '4:3 Whether collective strategy can cause outcome escape is neither argued nor dismissed',
      ],
    ),
  },
  'subsystem-in-no-interaction': {
    why: 'A subsystem that is added later, such as another barrier, changes who could act or fail together. Where the interactions say between whom they are, one that none of them names was not asked about.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
  watchdog: { kind: monitor, watches: [coder] }
  gate: { kind: tool }
argument:
  G1: { text: The agent does not escape, supportedBy: [G2] }
  G2: { text: The gate stays shut, subsystem: gate, outcome: escape, undeveloped: true }
interactions:
  - { kind: collusion, between: [coder, watchdog], outcome: escape, arguedBy: G1 }
  - { kind: correlated failure, between: [coder, watchdog, gate], outcome: escape, arguedBy: G1 }
  - { kind: cascade, outcome: escape, dismissed: One instance }
  - { kind: monitor subversion, between: [coder, watchdog], outcome: escape, arguedBy: G1 }
  - { kind: human manipulation, outcome: escape, dismissed: Nobody reads its output }
  - { kind: collective strategy, outcome: escape, dismissed: One instance }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
  watchdog: { kind: monitor, watches: [coder] }
  gate: { kind: tool }
argument:
  G1: { text: The agent does not escape, supportedBy: [G2] }
  G2: { text: The gate stays shut, subsystem: gate, outcome: escape, undeveloped: true }
interactions:
  - { kind: collusion, between: [coder, watchdog], outcome: escape, arguedBy: G1 }
  - { kind: correlated failure, between: [coder, watchdog], outcome: escape, arguedBy: G1 }
  - { kind: cascade, outcome: escape, dismissed: One instance }
  - { kind: monitor subversion, between: [coder, watchdog], outcome: escape, arguedBy: G1 }
  - { kind: human manipulation, outcome: escape, dismissed: Nobody reads its output }
  - { kind: collective strategy, outcome: escape, dismissed: One instance }
`,
      ['8:3 What subsystem gate could bring about together with others is not said: no interaction names it'],
    ),
  },
  'nothing-to-cover': {
    why: 'The fifth step asks of every subsystem, and the sixth of every kind of interaction, whether it can cause an outcome. Without outcomes and subsystems there is nothing to ask, and a case that stops there has skipped both.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes }
system:
  coder: { kind: model }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes }
`,
      [
        '2:1 Step 5 cannot be taken: the case lists no subsystems',
        '2:1 Step 6 cannot be taken: the case lists no subsystems',
      ],
    ),
  },
} satisfies RuleManuals;
