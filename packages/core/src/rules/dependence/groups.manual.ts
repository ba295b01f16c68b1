import { example, failing, type RuleManuals } from '../example.js';

export const groupsManual = {
  'group-too-small': {
    why: 'A common cause joins at least two leaves. A group of one changes no number, so the dependence that somebody saw is not counted.',
    passes: example(`
argument:
  Sn1: { text: Containment tests, doubt: 0.01 }
  Sn2: { text: Network tests, doubt: 0.01 }
dependence:
  - { name: shared image, members: [Sn1, Sn2], beta: 0.1, because: both run the same image }
`),
    fails: failing(
      `
argument:
  Sn1: { text: Containment tests, doubt: 0.01 }
dependence:
  - { name: shared image, members: [Sn1], beta: 0.1, because: both run the same image }
`,
      ['6:36 Group “shared image” has only the member Sn1; expected two or more'],
    ),
  },
  'groups-overlap': {
    why: 'A leaf with two common causes has no unique meaning: how the two causes depend on one another is not said. Join the groups.',
    passes: example(`
argument:
  Sn1: { text: Containment tests, doubt: 0.01 }
  Sn2: { text: Network tests, doubt: 0.01 }
dependence:
  - { name: shared image, members: [Sn1, Sn2], beta: 0.1, because: both run the same image }
`),
    fails: failing(
      `
argument:
  Sn1: { text: Containment tests, doubt: 0.01 }
  Sn2: { text: Network tests, doubt: 0.01 }
  Sn3: { text: Red-team report, doubt: 0.01 }
dependence:
  - { name: shared image, members: [Sn1, Sn2], beta: 0.1, because: both run the same image }
  - { name: one team, members: [Sn2, Sn3], beta: 0.2, because: one team did both }
`,
      ['9:33 Sn2 is a member of “shared image” and of “one team”; a leaf is in at most one group'],
    ),
  },
  'group-shares-evidence': {
    why: 'Leaves that rest on the same evidence fail together: by themselves they would be one group with β = 1. The declared group replaces that with a smaller β, which only its reason carries.',
    passes: example(`
argument:
  Sn1: { text: Containment tests, evidence: one }
  Sn2: { text: Network tests, evidence: two }
evidence:
  one: { source: one.csv, reader: csv }
  two: { source: two.csv, reader: csv }
dependence:
  - { name: shared image, members: [Sn1, Sn2], beta: 0.1, because: both run the same image }
`),
    fails: failing(
      `
argument:
  Sn1: { text: Containment tests, evidence: one }
  Sn2: { text: Network tests, evidence: one }
evidence:
  one: { source: one.csv, reader: csv }
dependence:
  - { name: shared image, members: [Sn1, Sn2], beta: 0.1, because: both run the same image }
`,
      ['9:42 Group “shared image” has β = 0.1, but Sn1 and Sn2 rest on the same evidence one'],
    ),
  },
  'dependence-unreasoned': {
    why: 'Common cause dominates: three watchdogs with p = .01 are 1e-6 if independent and 1e-3 with β = .1. A β is an opinion about why things fail together, and without the why it cannot be reviewed.',
    passes: example(`
argument:
  Sn1: { text: Containment tests, doubt: 0.01 }
  Sn2: { text: Network tests, doubt: 0.01 }
dependence:
  - { name: shared image, members: [Sn1, Sn2], beta: 0.1, because: both run the same image }
`),
    fails: failing(
      `
argument:
  Sn1: { text: Containment tests, doubt: 0.01 }
  Sn2: { text: Network tests, doubt: 0.01 }
dependence:
  - { name: shared image, members: [Sn1, Sn2], beta: 0.1 }
`,
      ['7:5 Group “shared image” states β = 0.1 and no reason'],
    ),
  },
} satisfies RuleManuals;
