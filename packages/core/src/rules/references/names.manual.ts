import { example, failing, type RuleManuals } from '../example.js';

export const referenceNamesManual = {
  'unknown-subsystem': {
    why: 'What is said of a subsystem that the system section does not list covers nothing: the hole in the coverage of the one that was meant stays open.',
    passes: example(`
system:
  coder: { kind: model }
argument:
  G1: { text: The agent is contained, subsystem: coder, undeveloped: true }
`),
    fails: failing(
      `
system:
  coder: { kind: model }
argument:
  G1: { text: The agent is contained, subsystem: codr, undeveloped: true }
dismissed:
  - { subsystem: sandbox, outcome: escape, because: Has no agency }
`,
      [
        '6:50 Goal G1 names the subsystem codr, which does not exist; expected coder',
        '8:18 What is dismissed is the subsystem sandbox, which does not exist; expected coder',
      ],
    ),
  },
  'unknown-outcome': {
    why: 'An argument, a dismissal or a risk case for an outcome that the case does not list bears on no verdict.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
argument:
  G1: { text: The agent does not escape, outcome: escape, undeveloped: true }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes, claim: G1 }
argument:
  G1: { text: The agent does not escape, outcome: escpae, undeveloped: true }
interactions:
  - { kind: cascade, outcome: sabotage, dismissed: One agent only }
`,
      [
        '6:51 Goal G1 names the outcome escpae, which does not exist; expected escape',
        '8:31 The interaction cascade is about the outcome sabotage, which does not exist; expected escape',
      ],
    ),
  },
  'unknown-evidence': {
    why: 'A leaf that cites evidence which nobody lists has no source for its doubt.',
    passes: example(`
argument:
  G1: { text: The agent cannot do it, supportedBy: [Sn1] }
  Sn1: { text: Range evaluation, evidence: cyber-range }
evidence:
  cyber-range: { source: range.csv, reader: csv }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent cannot do it, supportedBy: [Sn1] }
  Sn1: { text: Range evaluation, evidence: cyberrange }
evidence:
  cyber-range: { source: range.csv, reader: csv }
`,
      ['5:44 Solution Sn1 cites the evidence cyberrange, which does not exist; expected cyber-range'],
    ),
  },
  'unknown-indicator': {
    why: 'An assumption that names an indicator is believed to be watched while the system runs. If there is no such indicator, nobody will notice when it stops being true.',
    passes: example(`
argument:
  A1: { text: Nobody removes the sandbox, indicator: sandbox-alerts }
indicators:
  sandbox-alerts: { tests: A1, source: { prometheus: sandbox_alerts }, breach: "> 0", every: 1h }
`),
    fails: failing(
      `
argument:
  A1: { text: Nobody removes the sandbox, indicator: sandbox-alarms }
indicators:
  sandbox-alerts: { tests: A1, source: { prometheus: sandbox_alerts }, breach: "> 0", every: 1h }
`,
      ['4:54 Assumption A1 is watched by the indicator sandbox-alarms, which does not exist; expected sandbox-alerts'],
    ),
  },
} satisfies RuleManuals;
