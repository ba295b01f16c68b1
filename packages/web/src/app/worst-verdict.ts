import type { Verdict } from '@surety/core/doubt';

/** From the one that most needs somebody's attention to the one that needs least. */
const order: readonly Verdict[] = ['not supported', 'undecided', 'not quantified', 'sketch', 'supported'];

/** The verdict of the case as a whole: that of the outcome that stands worst. */
export function worstVerdict(outcomes: readonly { readonly verdict: Verdict }[]): Verdict | undefined {
  return order.find((verdict) => outcomes.some((outcome) => outcome.verdict === verdict));
}
