import type { Case, OutcomeId } from './model/index.js';
import type { Origin } from './origin.js';

/** Something that a case allows itself beyond what was allowed to it. */
export interface PolicyBreach {
  readonly kind: 'threshold' | 'severity' | 'budget' | 'raised';
  /** The outcome that it is about; absent: the case as a whole. */
  readonly outcome?: OutcomeId;
  /** One sentence without the full stop. */
  readonly message: string;
  readonly at: Origin;
  /** What allows less. */
  readonly by?: Origin;
}

/**
 * Where thresholds, severities and the budget of a case go beyond its policy, or a threshold beyond the one that was
 * approved. No verdict may rest on any of these.
 */
export function policyBreaches(of: Case): readonly PolicyBreach[] {
  return [...of.outcomes.flatMap((outcome) => [...severityBreaches(of, outcome), ...raised(outcome)]), ...budget(of)];
}

function severityBreaches({ policy: { severities } }: Case, outcome: Case['outcomes'][number]): PolicyBreach[] {
  if (severities === undefined) return [];
  const { id, severity, threshold, origin } = outcome;
  const allowed = severities.find((one) => one.severity === severity);
  if (allowed === undefined) {
    const known = severities.map((one) => one.severity).join(', ');
    const has =
      severity === undefined ? 'has no severity' : `has the severity “${severity}”, which the policy does not know`;
    const at = severity === undefined ? origin : { ...origin, path: [...origin.path, 'severity'] };
    return [{ kind: 'severity', outcome: id, message: `Outcome ${id} ${has}; expected one of ${known}`, at }];
  }
  if (threshold === undefined || threshold.probability <= allowed.probability) return [];
  return [
    {
      kind: 'threshold',
      outcome: id,
      message: `The threshold of outcome ${id} is ${threshold.probability}, and the policy allows ${allowed.probability} for severity ${allowed.severity}`,
      at: { ...threshold.origin, path: [...threshold.origin.path, 'probability'] },
      by: allowed.origin,
    },
  ];
}

function raised({ id, threshold }: Case['outcomes'][number]): PolicyBreach[] {
  const approved = threshold?.approved;
  if (threshold === undefined || approved?.probability === undefined) return [];
  if (threshold.probability <= approved.probability) return [];
  const by = { ...threshold.origin, path: [...threshold.origin.path, 'approved'] };
  return [
    {
      kind: 'raised',
      outcome: id,
      message: `The threshold of outcome ${id} is ${threshold.probability}, and ${approved.by} approved ${approved.probability}`,
      at: { ...threshold.origin, path: [...threshold.origin.path, 'probability'] },
      by,
    },
  ];
}

function budget({ policy, budget: own, origin }: Case): PolicyBreach[] {
  const allowed = policy.budget;
  if (allowed === undefined || (own !== undefined && own.probability <= allowed.probability)) return [];
  const has = own === undefined ? 'The case has no budget' : `The budget is ${own.probability}`;
  return [
    {
      kind: 'budget',
      message: `${has}, and the policy allows ${allowed.probability}`,
      at: own?.origin ?? origin,
      by: allowed.origin,
    },
  ];
}
