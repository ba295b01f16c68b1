/*
 * Rules by which the literature combines confidence in sub-claims, beside the exact answer of a fault tree: for
 * comparison, to show how far they differ and where they mislead (Graydon & Holloway 2017 found most of them to give
 * implausible results; Barrett et al. 2025 use the product and the sum of doubts). None of them decides a verdict.
 */

/** All claims hold, if they are independent: Π p. */
export function productOfConfidence(confidence: readonly number[]): number {
  return confidence.reduce((product, p) => product * p, 1);
}

/** All claims hold, whatever their dependence, at least: max(0, 1 − Σ(1 − p)). The sum of doubts. */
export function sumOfDoubts(confidence: readonly number[]): number {
  return Math.max(0, 1 - confidence.reduce((sum, p) => sum + (1 - p), 0));
}

/** Probability that all hold: between the sum of doubts and the weakest (Fréchet 1935). */
export function frechetAll(confidence: readonly number[]): { readonly lower: number; readonly upper: number } {
  return { lower: sumOfDoubts(confidence), upper: confidence.reduce((least, p) => Math.min(least, p), 1) };
}

/** Probability that any holds: between the strongest and the sum (Fréchet 1935). */
export function frechetAny(confidence: readonly number[]): { readonly lower: number; readonly upper: number } {
  return {
    lower: confidence.reduce((most, p) => Math.max(most, p), 0),
    upper: Math.min(
      1,
      confidence.reduce((sum, p) => sum + p, 0),
    ),
  };
}

/** Any of independent legs holds: 1 − Π(1 − p). */
export function independentAny(confidence: readonly number[]): number {
  return 1 - confidence.reduce((product, p) => product * (1 - p), 1);
}

/** An argument whose step is only as good as its warrant: confidence in the support times that in the side claim. */
export function withWarrant(confidence: number, warrant: number): number {
  return confidence * warrant;
}
