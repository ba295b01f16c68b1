import { type PolicyBreach, policyBreaches } from '../../case/index.js';
import { example, type Found, failing, type RuleContext, rule } from '../rule.js';
import { inside } from '../words.js';

/** What a case goes beyond, as findings at its own place, with the place of what allows less. */
function found({ case: of }: RuleContext, kind: PolicyBreach['kind'], allows: string): Found[] {
  return policyBreaches(of)
    .filter((breach) => breach.kind === kind)
    .map(({ message, at, by }) => ({
      message,
      at,
      ...(by === undefined ? {} : { related: [{ message: allows, at: by }] }),
    }));
}

const policy = `policy:
  severities:
    catastrophic: { probability: 1e-4, per: window }
`;

export const policyThreshold = rule({
  code: 'policy-threshold',
  step: 2,
  title: 'Threshold above what the policy allows',
  severity: 'error',
  why: 'How much risk of what severity is acceptable is agreed beforehand, for all cases of an organisation. A case that allows itself more has decided what was not its to decide; it blocks the verdict.',
  check: (context) =>
    found(context, 'threshold', 'The policy allows this').map((one) => ({
      ...one,
      hint: 'Lower it, or let whoever answers for the policy decide otherwise.',
    })),
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
});

export const policySeverity = rule({
  code: 'policy-severity',
  step: 2,
  title: 'Severity that the policy does not know',
  severity: 'error',
  why: 'The policy limits thresholds by severity. An outcome without a severity, or of one that the policy does not name, would escape every limit; it blocks the verdict.',
  check: (context) => {
    const known = (context.case.policy.severities ?? []).map(({ severity }) => severity);
    return found(context, 'severity', '').map((one, at) => {
      const outcome = context.case.outcomes.filter(({ severity }) => !known.includes(severity ?? ''))[at];
      return {
        ...one,
        atKey: outcome?.severity === undefined,
        ...(outcome?.severity === undefined
          ? { hint: `Add \`severity\`: ${known.join(', ')}.` }
          : context.facts.didYouMean(outcome.severity, known)),
      };
    });
  },
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
});

export const policyBudget = rule({
  code: 'policy-budget',
  step: 2,
  title: 'Budget above what the policy allows',
  severity: 'error',
  why: 'An organisation decides how much catastrophic risk a deployment may carry in all. A case that has no budget, or a larger one, escapes that limit; it blocks every verdict.',
  check: (context) => found(context, 'budget', 'The policy allows this').map((one) => ({ ...one, atKey: true })),
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
});

export const policyRelaxed = rule({
  code: 'policy-relaxed',
  step: 2,
  title: 'Policy that is laxer than the one it builds on',
  severity: 'error',
  why: 'What an organisation insists on holds for every case that builds on it. A case may be stricter. Where it says what is laxer, the stricter holds all the same, and the text says what is not so.',
  check: ({ case: of }) =>
    (of.policy.relaxed ?? []).map(({ says, origin, instead, by }) => ({
      message: `The policy says \`${says}\`, and the one that it builds on says \`${instead}\`, which holds`,
      at: origin,
      hint: 'Take it away, or make it stricter.',
      related: [{ message: 'What holds', at: by }],
    })),
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
});

export const thresholdRaised = rule({
  code: 'threshold-raised',
  step: 2,
  title: 'Threshold above the one that was approved',
  severity: 'error',
  why: 'A threshold is fixed in advance, so that it cannot be chosen to fit the result. This one is higher than the one that was approved: nobody has decided that so much risk is acceptable, and it blocks the verdict.',
  check: (context) =>
    found(context, 'raised', 'This was approved').map((one) => ({
      ...one,
      hint: 'Put the approved one back, or have the new one approved.',
    })),
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
});

export const thresholdLowered = rule({
  code: 'threshold-lowered',
  step: 2,
  title: 'Threshold below the one that was approved',
  severity: 'info',
  why: 'The threshold was changed after it was approved. It became stricter, so no verdict is the better for it; whoever approved it should know.',
  check: ({ case: of }) =>
    of.outcomes.flatMap(({ id, threshold }) => {
      const approved = threshold?.approved;
      if (threshold === undefined || approved?.probability === undefined) return [];
      if (threshold.probability >= approved.probability) return [];
      return [
        {
          message: `The threshold of outcome ${id} is ${threshold.probability}, and ${approved.by} approved ${approved.probability}`,
          at: inside(threshold.origin, 'probability'),
        },
      ];
    }),
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
});
