import { example, failing, type RuleManuals } from '../example.js';
import { failingStatus, withStatus } from './with-status.js';

export const statusManual = {
  sketch: {
    why: 'Nobody can yet write full and correct safety cases for everything, so a sketch is welcome: it is computed and shown in full, and claims no verdict.',
    passes: withStatus('draft'),
    fails: failingStatus('sketch', '', ['2:46 The case is a sketch and claims no verdict']),
  },
  revoked: {
    why: 'A revoked case supports nothing, whatever its numbers say: somebody withdrew it, and it blocks until it is argued anew.',
    passes: withStatus('accepted'),
    fails: failingStatus('revoked', '', ['2:46 The case is revoked']),
  },
  'not-quantified': {
    why: 'No doubt is stated anywhere. The case is checked, drawn, challenged and reviewed in full, with its cut sets, and no number is shown. The first stated doubt makes it quantified.',
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
    why: 'From status “in review” on, unassessed steps block by default. Here the policy only lists them, so the verdict holds only if steps that nobody looked at are sound.',
    passes: withStatus('accepted'),
    fails: failingStatus('accepted', 'policy: { inference: listed }\n', [
      '3:22 The case is accepted, and its policy only lists inferences that nobody assessed',
    ]),
  },
} satisfies RuleManuals;
