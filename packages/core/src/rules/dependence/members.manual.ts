import { example, failing, type RuleManuals } from '../example.js';

export const membersManual = {
  'unknown-member': {
    why: 'A common cause that names a leaf which is not there couples fewer leaves than its author thinks, and the doubt comes out too small.',
    passes: example(`
argument:
  G1: { text: Both barriers fail together only if the image is bad, supportedBy: [Sn1, Sn2] }
  Sn1: { text: Containment tests, doubt: 0.01 }
  Sn2: { text: Network tests, doubt: 0.01 }
dependence:
  - { name: shared image, members: [Sn1, Sn2], beta: 0.1, because: both run the same image }
`),
    fails: failing(
      `
argument:
  G1: { text: Both barriers fail together only if the image is bad, supportedBy: [Sn1, Sn2] }
  Sn1: { text: Containment tests, doubt: 0.01 }
  Sn2: { text: Network tests, doubt: 0.01 }
dependence:
  - { name: shared image, members: [Sn1, Sn3], beta: 0.1, because: both run the same image }
`,
      ['8:42 Group “shared image” has the member Sn3, which is no element of the case'],
    ),
  },
  'member-not-leaf': {
    why: 'A common cause acts on what can fail by itself: solutions, assumptions, inference steps and goals with a stated doubt. What is argued fails through its leaves, so name those.',
    passes: example(`
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1], inference: 0.05 }
  Sn1: { text: Containment tests, doubt: 0.01 }
dependence:
  - { name: one team, members: [G1.inference, Sn1], beta: 0.1, because: one team did both }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1], inference: 0.05 }
  Sn1: { text: Containment tests, doubt: 0.01 }
dependence:
  - { name: one team, members: [G1, Sn1.inference], beta: 0.1, because: one team did both }
`,
      [
        '7:33 Group “one team”: G1 is a goal that is supported by Sn1, not a leaf',
        '7:37 Group “one team”: Sn1 has no support, so it has no inference step',
      ],
    ),
  },
  'member-twice': {
    why: 'One leaf is one variable. The second entry was most likely meant to be another leaf, which is then not in the group.',
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
  - { name: shared image, members: [Sn1, Sn2, Sn1], beta: 0.1, because: both run the same image }
`,
      ['7:47 Group “shared image” lists Sn1 twice'],
    ),
  },
} satisfies RuleManuals;
