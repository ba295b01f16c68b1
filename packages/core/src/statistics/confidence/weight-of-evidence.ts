import { log } from '@surety/numerics';

/**
 * Kemeny and Oppenheim's 1952 measure of how far evidence E supports a claim C: (P(E|C) − P(E|¬C)) / (their sum), from −1
 * to 1. `NaN` where both are 0.
 */
export function kemenyOppenheim(givenClaim: number, givenNot: number): number {
  return (givenClaim - givenNot) / (givenClaim + givenNot);
}

/** Good's 1950 weight of evidence in bans: log₁₀ of the likelihood ratio. Infinite where one side is impossible. */
export function weightOfEvidence(givenClaim: number, givenNot: number): number {
  if (givenClaim === 0 && givenNot === 0) return Number.NaN;
  if (givenNot === 0) return Number.POSITIVE_INFINITY;
  return givenClaim === 0 ? Number.NEGATIVE_INFINITY : log(givenClaim / givenNot) / Math.LN10;
}
