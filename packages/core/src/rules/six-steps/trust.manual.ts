import { example, failing, type RuleManuals } from '../example.js';

export const trustManual = {
  'trusted-monitor-unargued': {
    why: 'A control argument may assume that the watchdog is reliable, but the paper says that this must be justified with a trustworthiness argument for the watchdog. Without it the doubt about the watchdog is counted nowhere, and the number is too good.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
  watchdog: { kind: model, watches: [coder] }
argument:
  G1: { text: The agent does not escape, supportedBy: [G2] }
  G2:
    text: An attempt is caught
    category: control
    subsystem: coder
    outcome: escape
    assumes: { coder: untrustworthy, watchdog: trusted }
    supportedBy: [G3]
  G3: { text: The watchdog does not collude, category: trustworthiness, subsystem: watchdog, outcome: escape, undeveloped: true }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
  watchdog: { kind: model, watches: [coder] }
argument:
  G1: { text: The agent does not escape, supportedBy: [G2] }
  G2:
    text: An attempt is caught
    category: control
    subsystem: coder
    outcome: escape
    assumes: { coder: untrustworthy, watchdog: trusted }
    undeveloped: true
`,
      [
        '15:48 Goal G2 assumes that watchdog can be trusted, and no trustworthiness argument for watchdog stands in the argument for escape',
      ],
    ),
  },
  'control-trusts-its-subject': {
    why: 'A control argument assumes conservatively that the agent and its users pursue their best strategy for catastrophe. One that assumes the agent to be trusted argues trustworthiness under another name.',
    passes: example(`
system:
  coder: { kind: model }
argument:
  G1: { text: An attempt is caught, category: control, subsystem: coder, assumes: { coder: untrustworthy }, undeveloped: true }
`),
    fails: failing(
      `
system:
  coder: { kind: model }
argument:
  G1: { text: An attempt is caught, category: control, subsystem: coder, assumes: { coder: trusted }, undeveloped: true }
`,
      ['6:92 Goal G1 argues control of coder and assumes that it can be trusted'],
    ),
  },
  'watches-itself': {
    why: 'A monitor with the same weights as the agent shares its blind spots and its aims: it may collude, and the two fail together. Independence of the two must be argued, not assumed.',
    passes: example(`
system:
  coder: { kind: model, model: { name: Coder-2, digest: "sha256:6b1f" } }
  watchdog: { kind: model, model: { name: Guard-1, digest: "sha256:0c77" }, watches: [coder] }
`),
    fails: failing(
      `
system:
  coder: { kind: model, model: { name: Coder-2, digest: "sha256:6b1f" } }
  watchdog: { kind: model, model: { name: Coder-2, digest: "sha256:6b1f" }, watches: [coder] }
`,
      ['5:87 Subsystem watchdog watches coder, which is the same model by digest'],
    ),
  },
  'supporting-block-alone': {
    why: 'That a model behaved well in honeypots or was trained to be aligned may add to a case against scheming, but the authors of these arguments say that they cannot be its primary ones: a schemer would pass as well.',
    passes: example(`
argument:
  G1: { text: The agent does not scheme, supportedBy: [G2, G3] }
  G2: { text: It behaved well in honeypots, block: honeypots, undeveloped: true }
  G3: { text: It cannot scheme unseen, category: inability, undeveloped: true }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent does not scheme, supportedBy: [G2] }
  G2: { text: It behaved well in honeypots, block: honeypots, undeveloped: true }
`,
      ['4:56 Goal G1 rests on G2 alone, whose block honeypots may only support other arguments'],
    ),
  },
} satisfies RuleManuals;
