import { example, failing, type RuleManuals } from '../example.js';

export const legsManual = {
  'one-leg': {
    why: 'Diverse legs protect a claim because another can carry it when one fails. With one leg there is no diversity, and the reader is told that there is.',
    passes: example(`
argument:
  S1: { text: Diverse legs, combine: any, supportedBy: [G1, G2] }
  G1: { text: Unable to, undeveloped: true }
  G2: { text: Prevented if it tried, undeveloped: true }
`),
    fails: failing(
      `
argument:
  S1: { text: Diverse legs, combine: any, supportedBy: [G1] }
  G1: { text: Unable to, undeveloped: true }
`,
      ['4:38 Strategy S1 combines its legs by `any` and has only the leg G1'],
    ),
  },
  'independence-unreasoned': {
    why: 'Full credit for diversity is the strongest claim that a case can make about its legs, and the one that the literature warns of most. Independence, or β = 0, must be justified in the text.',
    passes: example(`
argument:
  S1:
    text: Diverse legs
    combine: any
    dependence: { independent: true, because: Other teams and other tests }
    supportedBy: [G1, G2]
  G1: { text: Unable to, undeveloped: true }
  G2: { text: Prevented if it tried, undeveloped: true }
`),
    fails: failing(
      `
argument:
  S1: { text: Diverse legs, combine: any, dependence: { independent: true }, supportedBy: [G1, G2] }
  G1: { text: Unable to, undeveloped: true }
  G2: { text: Prevented if it tried, undeveloped: true }
`,
      ['4:55 Strategy S1 declares its legs to be independent and gives no reason'],
    ),
  },
  'independent-legs-share-origin': {
    why: 'Legs that rest on the same evidence, model, red team, owner or subsystem fail for the same reasons. To call them independent takes credit for a diversity that is not there, unless a dependence group between them says how much they share.',
    passes: example(`
argument:
  S1:
    text: Diverse legs
    combine: any
    dependence: { independent: true, because: Other teams and other tests }
    supportedBy: [G1, G2]
  G1: { text: Unable to, supportedBy: [Sn1] }
  Sn1: { text: Range evaluation, evidence: range }
  G2: { text: Prevented if it tried, supportedBy: [Sn2] }
  Sn2: { text: Red-team report, evidence: redteam }
evidence:
  range: { source: range.csv, reader: csv, by: range-team }
  redteam: { source: redteam.csv, reader: csv, by: red-team-1 }
`),
    fails: failing(
      `
argument:
  S1:
    text: Diverse legs
    combine: any
    dependence: { independent: true, because: Other tests }
    supportedBy: [G1, G2]
  G1: { text: Unable to, subsystem: coder, supportedBy: [Sn1] }
  Sn1: { text: Range evaluation, evidence: range }
  G2: { text: Prevented if it tried, subsystem: coder, supportedBy: [Sn2] }
  Sn2: { text: Red-team report, evidence: redteam }
system:
  coder: { kind: model }
evidence:
  range: { source: range.csv, reader: csv, by: red-team-1 }
  redteam: { source: redteam.csv, reader: csv, by: red-team-1 }
`,
      [
        '7:17 Strategy S1 declares its legs independent, but G1 and G2 share the subsystem coder and the team red-team-1',
      ],
    ),
  },
} satisfies RuleManuals;
