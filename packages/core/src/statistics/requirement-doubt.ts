import { betaSurvival, expm1, log1p } from '@surety/numerics';
import type { AppliedPolicy, CountedResult, Counts, Requirement } from '../case/index.js';

/** The part of a requirement that its doubt follows from. */
export type RequiredBound = Pick<Requirement, 'direction' | 'value' | 'margin'>;

/** The doubt that a requirement is met, given what was counted. */
export interface RequirementDoubt {
  /** The smallest tail α at which the measure's one-sided 1 − α bound still meets the requirement, in [0, 1]. */
  readonly doubt: number;
  /** The same by the Jeffreys posterior, where there is one (of strata: that any violates it); for comparison. */
  readonly jeffreys?: number;
  /** The tail of each stratum, in the order of the counts; they add up to the doubt where that is below 1. */
  readonly perStratum?: readonly { readonly name: string; readonly doubt: number }[];
  /** Trials (clusters, draws) that the doubt rests on. */
  readonly trials: number;
  /** Events among them. */
  readonly events: number;
}

/**
 * The doubt that a measured rate meets a requirement (semantics, section 6).
 *
 * `rate <= x` with margin m: P(Beta(k+1, n−k) > x/m), the Clopper–Pearson tail; `rate >= x`: the same of the complement,
 * P(Beta(n−k+1, k) > (1−x)/m). No trials: 1. Strata: every one must meet it, min(1, Σ of their tails) (Bonferroni).
 * Clusters: each is one trial, and it goes against the claim if any of its trials does. Draws of a posterior: the share
 * that violates the requirement, (violations + 1) / (draws + 1), so that no finite number of draws gives 0.
 */
export function requirementDoubt(counts: Counts, required: RequiredBound): RequirementDoubt {
  switch (counts.kind) {
    case 'binomial':
      return binomialDoubt(counts.events, counts.trials, required);
    case 'strata':
      return strataDoubt(counts.strata, required);
    case 'clusters': {
      const clusters = counts.clusters.filter((cluster) => cluster.trials > 0);
      const isEvent = (cluster: { events: number; trials: number }) =>
        required.direction === '<=' ? cluster.events > 0 : cluster.events >= cluster.trials;
      return binomialDoubt(clusters.filter(isEvent).length, clusters.length, required);
    }
    case 'draws': {
      const limit = limitOf(required);
      const risk = (draw: number) => (required.direction === '<=' ? draw : 1 - draw);
      const violations = counts.draws.filter((draw) => !(risk(draw) <= limit)).length;
      const trials = counts.draws.length;
      return { doubt: (violations + 1) / (trials + 1), trials, events: violations };
    }
  }
}

/** The largest doubt over the ways of counting, and the way that gives it. */
export interface WorstRequirementDoubt extends RequirementDoubt {
  /** Index of the result; absent where there is none. */
  readonly index?: number;
  readonly policy?: AppliedPolicy;
}

/**
 * The doubt under the counting policy that hurts the claim most (ties: the first, and the larger Jeffreys tail before).
 * Without any result the doubt is 1.
 */
export function worstRequirementDoubt(
  results: readonly CountedResult[],
  required: RequiredBound,
): WorstRequirementDoubt {
  let worst: WorstRequirementDoubt = { doubt: 1, trials: 0, events: 0 };
  results.forEach((result, index) => {
    const found = { ...requirementDoubt(result.counts, required), index, policy: result.policy };
    if (worst.index === undefined || isWorse(found, worst)) worst = found;
  });
  return worst;
}

function isWorse(a: RequirementDoubt, b: RequirementDoubt): boolean {
  return a.doubt === b.doubt ? (a.jeffreys ?? 0) > (b.jeffreys ?? 0) : a.doubt > b.doubt;
}

/** What the rate itself (`<=`), or its complement (`>=`), must not exceed. */
function limitOf({ direction, value, margin }: RequiredBound): number {
  return (direction === '<=' ? value : 1 - value) / margin;
}

function binomialDoubt(events: number, trials: number, required: RequiredBound): RequirementDoubt {
  const limit = limitOf(required);
  const bad = required.direction === '<=' ? events : trials - events;
  if (trials === 0) return { doubt: 1, trials, events };
  const doubt = limit >= 1 ? 0 : bad >= trials ? 1 : betaSurvival(limit, bad + 1, trials - bad);
  return { doubt, jeffreys: betaSurvival(limit, bad + 0.5, trials - bad + 0.5), trials, events };
}

function strataDoubt(
  strata: readonly { readonly name: string; readonly events: number; readonly trials: number }[],
  required: RequiredBound,
): RequirementDoubt {
  const each = strata.map((stratum) => ({ ...stratum, ...binomialDoubt(stratum.events, stratum.trials, required) }));
  const sum = (value: (stratum: (typeof each)[number]) => number) => each.reduce((total, it) => total + value(it), 0);
  const doubt =
    strata.length === 0
      ? 1
      : Math.min(
          1,
          sum((stratum) => stratum.doubt),
        );
  const meets = sum((stratum) => log1p(-(stratum.jeffreys ?? 1)));
  const known = each.length > 0 && each.every((stratum) => stratum.jeffreys !== undefined);
  return {
    doubt,
    ...(known ? { jeffreys: 0 - expm1(meets) } : {}),
    perStratum: each.map(({ name, doubt }) => ({ name, doubt })),
    trials: sum((stratum) => stratum.trials),
    events: sum((stratum) => stratum.events),
  };
}
