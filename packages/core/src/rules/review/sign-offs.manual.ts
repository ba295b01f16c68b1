import { example, failing, type RuleManuals } from '../example.js';
import { failingStatus, withStatus } from './with-status.js';

const digestOfNothing = `sha256:${'0'.repeat(64)}`;

export const signOffsManual = {
  'signoff-missing': {
    why: 'Acceptance is a decision of persons in their roles. Without the sign-offs that the case itself requires, “accepted” is a word in a file, and it blocks.',
    passes: withStatus('draft', 'review: { required: [author] }\n'),
    fails: failingStatus('accepted', 'review: { required: [author, decision maker] }\n', [
      '3:22 Role author must sign and has not',
      '3:30 Role decision maker must sign and has not',
    ]),
  },
  'signoff-listed': {
    why: 'Before acceptance a missing sign-off is listed, so that everyone sees who has still to read the case.',
    passes: withStatus('draft', 'review: { required: [author] }\n'),
    fails: failingStatus('in review', 'review: { required: [author] }\n', [
      '3:22 Role author has yet to sign this state',
    ]),
  },
  'signoff-stale': {
    why: 'A sign-off is of a hash of what was signed. That has changed since, so nobody in that role has signed what stands here; in an accepted case that blocks.',
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
    why: 'What was signed is no longer part of the case, or was mistyped: the signature stands under nothing.',
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
    why: 'What was signed is told by its hash alone. A text that is no hash matches no state of the case, so the signature can never hold.',
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
    why: 'Nobody has signed yet on a later day than the one that the case is checked for: the record was written ahead, or the date is wrong.',
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
    why: 'Required roles are a division of labour: who decides on a case does not see what they missed as its author. One person in two of them is one reader less.',
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
    why: 'An assessment is worth the distance of the assessor. Who signed as author, owns the case or a part of what is signed, stated its doubts or collected its evidence grades their own work, and the sign-off does not count.',
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
} satisfies RuleManuals;
