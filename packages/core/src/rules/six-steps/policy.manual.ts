import { example, failing, type RuleManuals } from '../example.js';

const policy = `policy:
  severities:
    catastrophic: { probability: 1e-4, per: window }
`;

export const policyManual = {
  'policy-threshold': {
    why: 'How much risk of what severity is acceptable is agreed beforehand, for all cases of an organisation. A case that allows itself more has decided what was not its to decide; it blocks the verdict.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes, severity: catastrophic, threshold: { probability: 1e-4, per: window } }
${policy}`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes, severity: catastrophic, threshold: { probability: 1e-3, per: window } }
${policy}`,
      ['4:88 The threshold of outcome escape is 0.001, and the policy allows 0.0001 for severity catastrophic'],
    ),
  },
  'policy-severity': {
    why: 'The policy limits thresholds by severity. An outcome without a severity, or of one that the policy does not name, would escape every limit; it blocks the verdict.',
    passes: example(`
outcomes:
  escape: { text: The agent escapes, severity: catastrophic }
${policy}`),
    fails: failing(
      `
outcomes:
  escape: { text: The agent escapes, severity: catastrofic }
  leak: { text: A record leaks }
${policy}`,
      [
        '4:48 Outcome escape has the severity “catastrofic”, which the policy does not know; expected one of catastrophic',
        '5:3 Outcome leak has no severity; expected one of catastrophic',
      ],
    ),
  },
  'policy-budget': {
    why: 'An organisation decides how much catastrophic risk a deployment may carry in all. A case that has no budget, or a larger one, escapes that limit; it blocks every verdict.',
    passes: {
      text: `surety: 1
case: { id: example, title: Example, budget: { probability: 1e-3, per: window } }
policy: { budget: { probability: 2e-3, per: window } }
`,
    },
    fails: {
      text: `surety: 1
case: { id: example, title: Example, budget: { probability: 3e-3, per: window } }
policy: { budget: { probability: 2e-3, per: window } }
`,
      findings: ['2:38 The budget is 0.003, and the policy allows 0.002'],
    },
  },
  'policy-relaxed': {
    why: 'What an organisation insists on holds for every case that builds on it. A case may be stricter. Where it says what is laxer, the stricter holds all the same, and the text says what is not so.',
    passes: {
      text: `surety: 1
case: { id: example, title: Example }
policy: { extends: ours.yaml, inference: required }
`,
      files: { 'ours.yaml': 'policy: { inference: listed }\n' },
    },
    fails: {
      text: `surety: 1
case: { id: example, title: Example }
policy: { extends: ours.yaml, inference: listed, severities: { grave: { probability: 1e-2, per: window } } }
`,
      files: {
        'ours.yaml': 'policy: { inference: required, severities: { grave: { probability: 1e-3, per: window } } }\n',
      },
      findings: [
        '3:42 The policy says `inference: listed`, and the one that it builds on says `inference: required`, which holds',
        '3:71 The policy says `grave: 0.01`, and the one that it builds on says `grave: 0.001`, which holds',
      ],
    },
  },
  'threshold-raised': {
    why: 'A threshold is fixed in advance, so that it cannot be chosen to fit the result. This one is higher than the one that was approved: nobody has decided that so much risk is acceptable, and it blocks the verdict.',
    passes: example(`
outcomes:
  escape:
    text: The agent escapes
    threshold: { probability: 1e-3, per: window, approved: { by: board, date: 2026-10-01, probability: 1e-3 } }
`),
    fails: failing(
      `
outcomes:
  escape:
    text: The agent escapes
    threshold: { probability: 2e-3, per: window, approved: { by: board, date: 2026-10-01, probability: 1e-3 } }
`,
      ['6:31 The threshold of outcome escape is 0.002, and board approved 0.001'],
    ),
  },
  'threshold-lowered': {
    why: 'The threshold was changed after it was approved. It became stricter, so no verdict is the better for it; whoever approved it should know.',
    passes: example(`
outcomes:
  escape:
    text: The agent escapes
    threshold: { probability: 1e-3, per: window, approved: { by: board, date: 2026-10-01, probability: 1e-3 } }
`),
    fails: failing(
      `
outcomes:
  escape:
    text: The agent escapes
    threshold: { probability: 5e-4, per: window, approved: { by: board, date: 2026-10-01, probability: 1e-3 } }
`,
      ['6:31 The threshold of outcome escape is 0.0005, and board approved 0.001'],
    ),
  },
} satisfies RuleManuals;
