import { expm1, log, log1p } from '@surety/numerics';

/**
 * The failure-free exposure that shows a rate per unit to be below `rate` at confidence c, for a Poisson process:
 * −ln(1 − c) / rate (Kalra & Paddock 2016, RAND RR1478: 275 million miles at 1.09e-8 per mile, 95 %).
 *
 * @param rate events per unit of exposure, above 0, else `NaN`.
 * @param c confidence to be reached, in [0, 1), else `NaN`.
 */
export function failureFreeExposure(rate: number, c: number): number {
  return rate > 0 && c >= 0 && c < 1 ? -log1p(-c) / rate : Number.NaN;
}

/**
 * How many events it takes to estimate a Poisson rate to within a relative half-width: (z / precision)^2
 * (Kalra & Paddock 2016: 96.04 at ± 20 % and z = 1.96).
 */
export function eventsForPrecision(precision: number, z = 1.96): number {
  return precision > 0 ? (z / precision) * (z / precision) : Number.NaN;
}

/**
 * Number of failure-free demands that show a probability per demand to be below p at confidence c:
 * ln(1 − c) / ln(1 − p). Not rounded: take the next whole number. IEC 61508-7 annex D uses 3.0 / p at 95 %.
 *
 * @param p probability per demand, in (0, 1), else `NaN`.
 * @param c confidence to be reached, in [0, 1), else `NaN`.
 */
export function demandsWithoutFailure(p: number, c: number): number {
  return p > 0 && p < 1 && c >= 0 && c < 1 ? log1p(-c) / log1p(-p) : Number.NaN;
}

/**
 * One-sided upper bound on a probability after n clean trials, exceeded with probability α at most: 1 − α^(1/n), the
 * Clopper–Pearson bound at no events.
 *
 * @param n clean trials, above 0; 1 where there are none.
 * @param alpha tail in (0, 1], else `NaN`.
 */
export function zeroFailureUpper(n: number, alpha: number): number {
  if (!(alpha > 0 && alpha <= 1 && n >= 0)) return Number.NaN;
  return n === 0 ? 1 : -expm1(log(alpha) / n);
}

/** The rule of three, an approximation of `zeroFailureUpper` at α = 0.05: 3 / n (Hanley & Lippman-Hand 1983). */
export function ruleOfThree(n: number): number {
  return n > 0 ? 3 / n : Number.NaN;
}
