import { example, failing, type RuleManuals } from '../example.js';

export const worksheetManual = {
  'worksheet-dismissed': {
    why: 'A pair of subsystem and outcome is dismissed because it needs no argument. A row of the worksheet that says how that subsystem can lead to that outcome says that it does: one of the two is wrong.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
argument:
  G1: { text: Coder does not escape, subsystem: coder, outcome: escape, undeveloped: true }
fmea:
  - { subsystem: coder, mode: Finds a hole, outcome: escape, arguedBy: G1 }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes }
system:
  sandbox: { kind: infrastructure }
dismissed:
  - { subsystem: sandbox, outcome: escape, because: Has no agency }
fmea:
  - { subsystem: sandbox, mode: Is not wiped, outcome: escape }
`,
      [
        '10:5 The worksheet says how subsystem sandbox can lead to outcome escape (Is not wiped), and no claim argues that pair: it is dismissed',
      ],
    ),
  },
  'worksheet-elsewhere': {
    why: 'What argues a row does so only if the claim of the outcome depends on it. Otherwise its failure would leave the verdict untouched: the row is answered on paper.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
argument:
  G1: { text: Coder does not escape, subsystem: coder, outcome: escape, undeveloped: true }
fmea:
  - { subsystem: coder, mode: Finds a hole, outcome: escape, arguedBy: G1 }
`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
argument:
  G1: { text: Coder does not escape, subsystem: coder, outcome: escape, undeveloped: true }
  G2: { text: Coder is watched, undeveloped: true }
fmea:
  - { subsystem: coder, mode: Finds a hole, outcome: escape, arguedBy: G2 }
`,
      [
        '11:72 The row of coder (Finds a hole) is argued by G2, on which G1, the claim of outcome escape, does not depend',
      ],
    ),
  },
} satisfies RuleManuals;
