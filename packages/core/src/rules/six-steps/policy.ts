import { type PolicyBreach, policyBreaches } from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
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

export const policyThreshold = rule({
  code: 'policy-threshold',
  step: 2,
  title: 'Threshold above what the policy allows',
  severity: 'error',
  check: (context) =>
    found(context, 'threshold', 'The policy allows this').map((one) => ({
      ...one,
      hint: 'Lower it, or let whoever answers for the policy decide otherwise.',
    })),
});

export const policySeverity = rule({
  code: 'policy-severity',
  step: 2,
  title: 'Severity that the policy does not know',
  severity: 'error',
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
});

export const policyBudget = rule({
  code: 'policy-budget',
  step: 2,
  title: 'Budget above what the policy allows',
  severity: 'error',
  check: (context) => found(context, 'budget', 'The policy allows this').map((one) => ({ ...one, atKey: true })),
});

export const policyRelaxed = rule({
  code: 'policy-relaxed',
  step: 2,
  title: 'Policy that is laxer than the one it builds on',
  severity: 'error',
  check: ({ case: of }) =>
    (of.policy.relaxed ?? []).map(({ says, origin, instead, by }) => ({
      message: `The policy says \`${says}\`, and the one that it builds on says \`${instead}\`, which holds`,
      at: origin,
      hint: 'Take it away, or make it stricter.',
      related: [{ message: 'What holds', at: by }],
    })),
});

export const thresholdRaised = rule({
  code: 'threshold-raised',
  step: 2,
  title: 'Threshold above the one that was approved',
  severity: 'error',
  check: (context) =>
    found(context, 'raised', 'This was approved').map((one) => ({
      ...one,
      hint: 'Put the approved one back, or have the new one approved.',
    })),
});

export const thresholdLowered = rule({
  code: 'threshold-lowered',
  step: 2,
  title: 'Threshold below the one that was approved',
  severity: 'info',
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
});
