import { example, failing, type RuleExamples } from '../example.js';
import { failingStatus, withStatus } from './with-status.js';

const digestOfNothing = `sha256:${'0'.repeat(64)}`;

export const signOffsExamples = {
  'signoff-missing': {
    passes: withStatus('draft', 'review: { required: [author] }\n'),
    fails: failingStatus('accepted', 'review: { required: [author, decision maker] }\n', [
      '3:22 Role author must sign and has not',
      '3:30 Role decision maker must sign and has not',
    ]),
  },
  'signoff-listed': {
    passes: withStatus('draft', 'review: { required: [author] }\n'),
    fails: failingStatus('in review', 'review: { required: [author] }\n', [
      '3:22 Role author has yet to sign this state',
    ]),
  },
  'signoff-stale': {
    passes: withStatus('accepted', 'review: { required: [] }\n'),
    fails: failingStatus(
      'accepted',
      `
review:
  required: [author]
  signoffs:
    - { role: author, who: anna, date: 2026-11-20, of: "sha256:00" }
`,
      ['6:56 anna signed as author another state of the case, sha256:00'],
    ),
  },
  'signoff-unknown-element': {
    passes: example(`
argument:
  G1: { text: The agent is contained, undeveloped: true }
review:
  signoffs: [{ role: author, who: anna, element: G1, of: "sha256:00" }]
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, undeveloped: true }
review:
  signoffs: [{ role: author, who: anna, element: G2, of: "sha256:00" }]
`,
      ['6:50 anna signed G2 as author, which is no element of the case'],
    ),
  },
  'signoff-no-digest': {
    passes: example(`
review:
  signoffs: [{ role: author, who: anna, of: "${digestOfNothing}" }]
`),
    fails: failing(
      `
review:
  signoffs: [{ role: author, who: anna, of: "revision 7" }]
`,
      ['4:45 The sign-off by anna is of revision 7; expected `sha256:` and 64 digits from 0 to f'],
    ),
  },
  'signoff-date': {
    passes: example(
      `
review:
  signoffs: [{ role: author, who: anna, date: 2026-11-20, of: "${digestOfNothing}" }]
`,
      { asOf: '2026-11-20' },
    ),
    fails: failing(
      `
review:
  signoffs: [{ role: author, who: anna, date: 2026-11-20, of: "${digestOfNothing}" }]
`,
      ['4:47 The sign-off by anna is of 2026-11-20, and the case is checked as of 2026-11-19'],
      { asOf: '2026-11-19' },
    ),
  },
  'signed-twice': {
    passes: withStatus(
      'in review',
      `
review:
  required: [author, decision maker]
  signoffs:
    - { role: author, who: anna, of: "${digestOfNothing}" }
    - { role: decision maker, who: ben, of: "${digestOfNothing}" }
`,
    ),
    fails: failingStatus(
      'in review',
      `
review:
  required: [author, decision maker]
  signoffs:
    - { role: author, who: anna, of: "${digestOfNothing}" }
    - { role: decision maker, who: anna, of: "${digestOfNothing}" }
`,
      ['7:36 anna signed as decision maker and also as author'],
    ),
  },
  'assessor-is-author': {
    passes: withStatus(
      'in review',
      `
argument:
  Sn1: { text: Tests, doubt: { elicited: 0.01, by: anna } }
review:
  required: [author, independent assessor]
  signoffs:
    - { role: author, who: anna, of: "${digestOfNothing}" }
    - { role: independent assessor, who: ben, of: "${digestOfNothing}" }
`,
    ),
    fails: failingStatus(
      'in review',
      `
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1], owner: dora }
  Sn1: { text: Tests, doubt: { elicited: 0.01, by: Ben } }
review:
  required: [author, independent assessor]
  signoffs:
    - { role: author, who: anna, of: "${digestOfNothing}" }
    - { role: independent assessor, who: anna, of: "${digestOfNothing}" }
    - { role: independent assessor, who: ben, of: "${digestOfNothing}" }
    - { role: independent assessor, who: dora, element: Sn1, of: "${digestOfNothing}" }
`,
      [
        '10:42 anna signed as independent assessor, and also signed as author',
        '11:42 ben signed as independent assessor, and also stated the doubt of Sn1',
      ],
    ),
  },
} satisfies RuleExamples;
