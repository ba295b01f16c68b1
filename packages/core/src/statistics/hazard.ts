import { gammaQuantile, gammaSurvival, poissonCdf, poissonSurvival } from '@surety/numerics';
import { poissonUpper } from './poisson-upper.js';

/*
 * Events at a constant rate per unit of exposure (a Poisson process). Exact where the exposure was fixed beforehand, or
 * does not depend on the events (Garwood 1936, Fiducial limits for the Poisson distribution). Where each trial ends at its
 * own event it is the usual bound of a time-terminated life test, (events + 1) in the shape: no proof is known here, and
 * its coverage is simulated instead. A rate that rises with time is not what the mean rate says.
 */

/**
 * The smallest tail at which the upper bound still lies at `rate` or below: P(Poisson(rate · exposure) ≤ events).
 *
 * @param events whole number of at least 0. @param exposure in any unit, at least 0; without any the tail is 1.
 * @param rate events per unit, at least 0. Else `NaN`.
 */
export function hazardUpperTail(events: number, exposure: number, rate: number): number {
  return valid(events, exposure) && rate >= 0 ? poissonCdf(events, rate * exposure) : Number.NaN;
}

/** The smallest tail at which the lower bound still lies at `rate` or above: P(Poisson(rate · exposure) ≥ events). */
export function hazardLowerTail(events: number, exposure: number, rate: number): number {
  return valid(events, exposure) && rate >= 0 ? poissonSurvival(events - 1, rate * exposure) : Number.NaN;
}

/** Garwood's upper bound on the rate, exceeded with probability α at most. Without exposure: infinite. */
export function hazardUpper(events: number, exposure: number, alpha: number): number {
  return valid(events, exposure) ? poissonUpper(events, alpha) / exposure : Number.NaN;
}

/** Garwood's lower bound on the rate; 0 without events. */
export function hazardLower(events: number, exposure: number, alpha: number): number {
  if (!(valid(events, exposure) && alpha > 0 && alpha < 1)) return Number.NaN;
  return events === 0 ? 0 : gammaQuantile(alpha, events) / exposure;
}

/** P(rate > x) by the Jeffreys posterior, a gamma of shape events + ½ over the exposure. Not a guarantee. */
export function hazardJeffreys(events: number, exposure: number, x: number): number {
  return valid(events, exposure) ? gammaSurvival(x * exposure, events + 0.5) : Number.NaN;
}

function valid(events: number, exposure: number): boolean {
  return Number.isInteger(events) && events >= 0 && exposure >= 0 && exposure < Infinity;
}
