/**
 * Whether a measured capability stays below a threshold when more elicitation could multiply the pass rate: the upper
 * bound times the margin must lie below it (`semantics.md` section 6; the margin is multiplicative only). What is equal but for rounding is not below (0.15 · 6 is
 * a hair below 0.9 as a number), which is the side of caution.
 *
 * @param upper one-sided upper bound on the rate, in [0, 1]. @param margin at least 1. @param threshold in (0, 1].
 */
export function staysBelow(upper: number, margin: number, threshold: number): boolean {
  return margin >= 1 && upper * margin < threshold * (1 - 1e-12);
}

/** The largest margin that a bound leaves below a threshold; below 1 the bound itself is above it. */
export function marginLeft(upper: number, threshold: number): number {
  return upper >= 0 && threshold > 0 ? threshold / upper : Number.NaN;
}
