import { example, failing, type RuleExamples } from '../example.js';

export const signatureExamples = {
  'signoff-unsigned': {
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
} satisfies RuleExamples;
