import { normalCdf, normalQuantile } from '@surety/numerics';

/*
 * The binormal model of a monitor: suspicion of benign actions is N(0, 1), of attacks N(d′, 1). One number, d′, then says
 * the true positive rate at every audit budget. It is a model: real scores have heavier tails, and the tail is what a
 * small budget looks at.
 */

/** True positive rate at a false positive rate f: Φ(d′ + Φ⁻¹(f)). @param f in [0, 1], else `NaN`. */
export function binormalDetection(dPrime: number, f: number): number {
  if (!(f >= 0 && f <= 1)) return Number.NaN;
  if (f === 0 || f === 1) return f;
  return normalCdf(dPrime + normalQuantile(f));
}

/** Area under the ROC curve: Φ(d′/√2). */
export function binormalArea(dPrime: number): number {
  return normalCdf(dPrime / Math.SQRT2);
}

/** The d′ of an area under the ROC curve. @param area in (0, 1), else `NaN`. */
export function binormalSeparation(area: number): number {
  return area > 0 && area < 1 ? Math.SQRT2 * normalQuantile(area) : Number.NaN;
}
