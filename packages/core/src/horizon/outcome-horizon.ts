import type { CaseLookup, Outcome } from '../case/index.js';
import { heldAgainst, reasonKey } from '../doubt/index.js';
import { isWorse, standingReasons, verdictApart } from './apart.js';
import { causesOf } from './causes.js';
import { refine } from './refine.js';
import type { Sample, Sweep } from './sweep.js';
import type { Flip, HorizonLimit, HorizonPoint, OutcomeHorizon } from './types.js';
import type { AxisValues } from './values.js';

/** What an outcome's horizon is made from. */
export interface OutcomeSweep {
  readonly lookup: CaseLookup;
  readonly sweep: Sweep;
  readonly values: AxisValues;
  readonly limits: readonly HorizonLimit[];
  /** Where the case stands today, if it stands at one value. */
  readonly current?: number;
}

/** One outcome along the axis: from its place among the samples of the first sweep to its flips and what they are due to. */
export function outcomeHorizon(
  outcome: Outcome,
  index: number,
  first: readonly Sample[],
  { lookup, sweep, values, limits, current }: OutcomeSweep,
): OutcomeHorizon {
  const standing = standingReasons(first);
  const lifted = new Set(standing.map(reasonKey));
  const verdict = (sample: Sample) => verdictApart(sample, lifted);
  const refined = refine(first, {
    at: (value) => sweep.at(value, index),
    verdict,
    height: (sample) => heightOf(sample, outcome),
    between: values.between,
  });
  const scope = outcome.claim === undefined ? new Set<string>() : lookup.below([outcome.claim]);
  const moving = sweep.moving(index);
  const inScope = limits.filter(({ element }) => scope.has(element));
  const flips: Flip[] = [];
  let start = 0;
  refined.forEach((high, i) => {
    const low = refined[i - 1];
    if (low === undefined || verdict(low) === verdict(high)) return;
    const turned = { before: verdict(low), after: verdict(high) };
    const since = referenceIn(refined.slice(start, i), isWorse(turned.after, turned.before), current, outcome);
    const input = { outcome, limits: inScope, lifted, prepared: sweep.prepared, moves: moving.length > 0 };
    flips.push({
      low: low.value,
      high: high.value,
      ...turned,
      exact: high.value === values.above(low.value),
      becauseOf: causesOf({ low, high, since, ...turned }, input),
    });
    start = i;
  });
  return {
    id: outcome.id,
    text: outcome.text,
    ...(outcome.threshold === undefined ? {} : { threshold: outcome.threshold.probability }),
    points: refined.map((sample) => pointOf(sample, verdict(sample))),
    flips,
    standing,
    limits: inScope,
    moving,
  };
}

/** Where the case stands today, if the stretch before a flip has it; else where the number was farthest from the flip. */
function referenceIn(
  stretch: readonly Sample[],
  worse: boolean,
  current: number | undefined,
  outcome: Outcome,
): number {
  if (current !== undefined && stretch.some(({ value }) => value === current)) return current;
  const far = (sample: Sample) => (worse ? -1 : 1) * (heightOf(sample, outcome) ?? 0);
  return stretch.reduce((best, sample) => (far(sample) > far(best) ? sample : best)).value;
}

function heightOf({ judgement, doubts }: Sample, { threshold }: Outcome): number | undefined {
  const number = judgement.byNumber?.number;
  if (number === undefined || doubts === undefined || threshold === undefined) return number;
  return heldAgainst(number, doubts.declared, threshold);
}

function pointOf({ value, judgement, doubts }: Sample, apart: HorizonPoint['apart']): HorizonPoint {
  const { verdict, byNumber } = judgement;
  return {
    value,
    verdict,
    apart,
    ...(byNumber === undefined ? {} : { number: byNumber.number }),
    ...(doubts === undefined ? {} : { doubt: doubts }),
  };
}
