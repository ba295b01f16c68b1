import { example, failing, type RuleManuals } from '../example.js';

export const signatureManual = {
  'signoff-unsigned': {
    why: 'The case pins keys that sign-offs are signed with, or the record names a signature. A record that has none, or one that does not hold, is a line in a text that anybody can write: it counts as missing.',
    passes: example('review: { signoffs: [{ role: author, who: anna, of: "sha256:00" }] }\n'),
    fails: failing(
      `
review:
  keys: { anna: anna.pem }
  signoffs:
    - { role: author, who: anna, of: "sha256:00" }
`,
      ['6:28 The sign-off of anna as author does not count: its signature was not checked'],
    ),
  },
} satisfies RuleManuals;
