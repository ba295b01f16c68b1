import { binomialCdf, binomialSurvival } from '@surety/numerics';
import type { EventCount } from '../case/index.js';
import { worstCombination, worstOfDependent } from './two-tails.js';

/** Events of the paired samples: in one arm only, and by arm, each of all pairs. */
export interface PairedCount {
  readonly treatedOnly: EventCount;
  readonly controlOnly: EventCount;
  readonly treated: EventCount;
  readonly control: EventCount;
}

/** P(no more events than these) at a rate. */
const atMost =
  ({ events, trials }: EventCount) =>
  (rate: number): number =>
    binomialCdf(events, trials, unit(rate));

/** P(no fewer events than these) at a rate. */
const atLeast =
  ({ events, trials }: EventCount) =>
  (rate: number): number =>
    binomialSurvival(events - 1, trials, unit(rate));

function unit(rate: number): number {
  return Math.min(1, Math.max(0, rate));
}

/**
 * The doubt that rate(treated) − rate(control) ≤ limit, of two independent arms: for every rate t of the controls, the
 * Clopper–Pearson tails of the treated (no more events, at t + limit) and of the controls (no fewer, at t), combined as
 * independent tails, and of these the largest. A valid test of its size for every pair of rates and any sizes, also at 0 %
 * and 100 %; cautious, as every test must be that is valid for counts. Assumes independent trials, of one rate per arm.
 *
 * @param limit in [−1, 1], else `NaN`. Without trials in an arm: 1.
 */
export function differenceDoubt(treated: EventCount, control: EventCount, limit: number): number {
  if (!(limit >= -1 && limit <= 1)) return Number.NaN;
  if (limit === 1) return 0;
  if (treated.trials === 0 || control.trials === 0) return 1;
  const few = atMost(treated);
  return worstCombination((t) => few(t + limit), atLeast(control), Math.max(0, -limit), Math.min(1, 1 - limit));
}

/** The doubt that rate(treated) / rate(control) ≤ limit: as `differenceDoubt`, with the rate of the treated at limit × t. */
export function ratioDoubt(treated: EventCount, control: EventCount, limit: number): number {
  if (!(limit >= 0)) return Number.NaN;
  if (limit === Infinity) return 0;
  if (treated.trials === 0 || control.trials === 0) return 1;
  const few = atMost(treated);
  return worstCombination((t) => few(t * limit), atLeast(control), 0, limit > 1 ? 1 / limit : 1);
}

/**
 * The doubt that rate(treated) − rate(control) ≤ limit, of samples that were tried in both arms. With q the share of pairs
 * with an event in the control only, such pairs are binomial, and given them those with one in the treated only are
 * binomial among the rest at the rate (q + limit) / (1 − q) or more: two tails, combined and maximised over q. At a limit
 * of 0 nothing is open, and it is McNemar's exact test (1947): of the pairs that differ, half.
 *
 * @param limit in [−1, 1], else `NaN`. Without pairs: 1.
 */
export function pairedDifferenceDoubt({ treatedOnly, controlOnly }: PairedCount, limit: number): number {
  if (!(limit >= -1 && limit <= 1)) return Number.NaN;
  if (limit === 1) return 0;
  if (treatedOnly.trials === 0 || controlOnly.trials === 0) return 1;
  if (limit === 0) return mcNemar(treatedOnly.events, controlOnly.events);
  const few = atMost({ events: treatedOnly.events, trials: treatedOnly.trials - controlOnly.events });
  return worstCombination(
    (q) => few((q + limit) / (1 - q)),
    atLeast(controlOnly),
    Math.max(0, -limit),
    (1 - limit) / 2,
  );
}

/**
 * The doubt that rate(treated) / rate(control) ≤ limit, of samples that were tried in both arms: twice the smaller of the
 * tails of the two arms, which may depend on each other, maximised over the rate of the controls.
 */
export function pairedRatioDoubt({ treated, control }: PairedCount, limit: number): number {
  if (!(limit >= 0)) return Number.NaN;
  if (limit === Infinity) return 0;
  if (treated.trials === 0 || control.trials === 0) return 1;
  const few = atMost(treated);
  return worstOfDependent((t) => few(t * limit), atLeast(control), 0, limit > 1 ? 1 / limit : 1);
}

/**
 * McNemar's exact conditional test, one-sided: P(no more than b of b + c pairs that differ) at one half. Small where few
 * have an event in the first arm only.
 */
export function mcNemar(b: number, c: number): number {
  return b + c === 0 ? 1 : binomialCdf(b, b + c, 0.5);
}
