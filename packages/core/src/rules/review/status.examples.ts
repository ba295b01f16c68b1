import { example, failing, type RuleExamples } from '../example.js';
import { failingStatus, withStatus } from './with-status.js';

export const statusExamples = {
  sketch: {
    passes: withStatus('draft'),
    fails: failingStatus('sketch', '', ['2:46 The case is a sketch and claims no verdict']),
  },
  revoked: {
    passes: withStatus('accepted'),
    fails: failingStatus('revoked', '', ['2:46 The case is revoked']),
  },
  'not-quantified': {
    passes: example(`
argument:
  G1: { text: The agent is contained, doubt: 0.01 }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, undeveloped: true }
`,
      ['2:1 The case states no doubt, so no number is shown'],
    ),
  },
  'policy-listed': {
    passes: withStatus('accepted'),
    fails: failingStatus('accepted', 'policy: { inference: listed }\n', [
      '3:22 The case is accepted, and its policy only lists inferences that nobody assessed',
    ]),
  },
} satisfies RuleExamples;
