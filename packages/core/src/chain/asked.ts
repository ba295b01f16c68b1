import { type Case, type ElementId, lookup, type Outcome } from '../case/index.js';

/** The outcomes that have a claim, as the case states them; where none has it, one is made for it. */
export function asked(of: Case, claim: ElementId): readonly Outcome[] {
  const stated = of.outcomes.filter((outcome) => outcome.claim === claim);
  if (stated.length === 0) return [madeOutcome(of, 'cited claim', claim)];
  return stated.map((outcome) => ({ ...outcome, threshold: outcome.threshold ?? anything(of) }));
}

/** An outcome that a goal could be the claim of, which any doubt would meet. */
export function madeOutcome(of: Case, id: string, claim: ElementId): Outcome {
  return { id, text: lookup(of).element(claim)?.text ?? '', claim, threshold: anything(of), origin: of.origin };
}

function anything({ origin }: Case): NonNullable<Outcome['threshold']> {
  return { probability: 1, per: 'window', criterion: 'mean', origin };
}

/** The case asked about these instead of about its own outcomes. */
export function asOutcomes(of: Case, outcomes: readonly Outcome[]): Case {
  const stated = outcomes.some(({ id }) => of.outcomes.some((outcome) => outcome.id === id));
  const { severities: _, ...policy } = of.policy;
  // A policy says how likely an outcome may be; of a goal that is the claim of none it says nothing.
  return { ...of, stated: of.stated ?? of, bare: false, outcomes, policy: stated ? of.policy : policy };
}
