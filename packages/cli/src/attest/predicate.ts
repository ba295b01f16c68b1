import type { Assessment, Doubt, OutcomeAssessment } from '@surety/core/doubt';

/** What a case is worth, as it is attested: enough to compute it again and to tell where it differs. */
export interface AssessmentPredicate {
  readonly case: { readonly id: string; readonly title: string; readonly status: string; readonly contentHash: string };
  readonly tool: { readonly name: 'surety'; readonly version: string };
  readonly asOf: string;
  readonly seed: number;
  /** Trials that the uncertainty was sampled by; 0 where nothing is uncertain. */
  readonly trials: number;
  readonly outcomes: readonly AttestedOutcome[];
}

export interface AttestedOutcome {
  readonly outcome: string;
  readonly verdict: OutcomeAssessment['verdict'];
  /** What was held against the threshold. */
  readonly number?: number;
  readonly threshold?: { readonly probability: number; readonly criterion: string };
  readonly doubt?: { readonly declared: Doubt; readonly independent: Doubt; readonly bound: Doubt };
  /** Codes of the reasons, most important first. */
  readonly reasons: readonly string[];
}

export function predicateOf(assessment: Assessment, version: string): AssessmentPredicate {
  const { asOf, seed, sampling } = assessment;
  const { id, title, status, contentHash } = assessment.case;
  return {
    case: { id, title, status, contentHash },
    tool: { name: 'surety', version },
    asOf,
    seed,
    trials: sampling === undefined ? 0 : sampling.randomisations * sampling.points,
    outcomes: assessment.outcomes.map(attestedOutcome),
  };
}

function attestedOutcome({ id, verdict, number, threshold, doubt, reasons }: OutcomeAssessment): AttestedOutcome {
  return {
    outcome: id,
    verdict,
    ...(number === undefined ? {} : { number }),
    ...(threshold === undefined ? {} : { threshold }),
    ...(doubt === undefined
      ? {}
      : { doubt: { declared: doubt.declared, independent: doubt.independent, bound: doubt.bound } }),
    reasons: reasons.map(({ code }) => code),
  };
}
