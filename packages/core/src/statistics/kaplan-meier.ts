import { exp, log, normalQuantileUpper } from '@surety/numerics';
import type { Bounds } from './binomial-bounds.js';

/** How long a trial was watched, and whether the event ended it; without it the trial is censored there. */
export interface Lifetime {
  readonly time: number;
  readonly event: boolean;
}

/** The estimate from a time on, up to the next step. */
export interface SurvivalStep {
  readonly time: number;
  /** Trials watched up to this time. */
  readonly atRisk: number;
  readonly events: number;
  readonly survival: number;
  /** Σ d / (n(n − d)) up to here: Greenwood's variance of the logarithm of the estimate. Infinite where survival is 0. */
  readonly logVariance: number;
}

/**
 * The Kaplan–Meier estimate (1958), one step for each time with an event. Assumes that censoring tells nothing about the
 * event to come, which is wrong where trials are stopped because something went wrong: for display, never for a doubt.
 * Events at a time come before censorings at the same time.
 */
export function kaplanMeier(trials: readonly Lifetime[]): readonly SurvivalStep[] {
  const sorted = [...trials].sort((a, b) => a.time - b.time);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let logVariance = 0;
  for (let from = 0; from < sorted.length; ) {
    const { time } = sorted[from]!;
    let to = from;
    while (to < sorted.length && sorted[to]!.time === time) to++;
    const events = sorted.slice(from, to).filter(({ event }) => event).length;
    const atRisk = sorted.length - from;
    if (events > 0) {
      survival *= (atRisk - events) / atRisk;
      logVariance += events / (atRisk * (atRisk - events));
      steps.push({ time, atRisk, events, survival, logVariance });
    }
    from = to;
  }
  return steps;
}

/**
 * Greenwood's band on the scale log(−log S) (Kalbfleisch & Prentice 1980), α outside it on each side. About nominal in
 * large samples only. It has no value (`NaN`) where the estimate is 0 or 1: no number of survivors is certainty.
 */
export function greenwoodBand({ survival, logVariance }: SurvivalStep, alpha: number): Bounds {
  if (!(survival > 0 && survival < 1 && alpha > 0 && alpha < 1)) return { lower: Number.NaN, upper: Number.NaN };
  const half = (normalQuantileUpper(alpha) * Math.sqrt(logVariance)) / -log(survival);
  const raised = (sign: 1 | -1) => exp(log(survival) * exp(sign * half));
  return half >= 0 ? { lower: raised(1), upper: raised(-1) } : { lower: raised(-1), upper: raised(1) };
}
