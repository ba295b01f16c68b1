import { fillQuantiles } from '@surety/numerics';
import { boundedMeanTail, meanPosterior, meanPosteriorSurvival, type Weighted } from '../bounded-mean.js';
import { totalOf } from '../bounded-values.js';
import type { CountsOf, Estimator, RequiredBound, RequirementDoubt } from './estimator.js';
import { effectiveValue } from './limit-of.js';

/** Independent values in a known range: of their distribution nothing else is assumed. No values: 1. */
export const values: Estimator<'values'> = {
  kind: 'values',
  title: 'Mean of values in a range',
  assumes: [
    'The values (samples, or the means of clusters) are independent, and drawn alike.',
    'No value can lie outside the range, which was known before the values were.',
  ],
  misleads: [
    'A wide range that is hardly used costs much: the bound does not see that the values lie close together.',
    'Of clusters, each counts the same whatever its size: it is the mean over clusters.',
    'Successes are better counted as a rate, whose bound is exact; this one is up to e times as large.',
    'Draws have the mean and the variance of the Bayesian bootstrap, not its skewness.',
  ],
  literature: [
    'Hoeffding 1963, Probability inequalities for sums of bounded random variables',
    'Bentkus 2004, On Hoeffding’s inequalities',
    'Bates, Angelopoulos, Lei, Malik, Jordan 2021, Distribution-free, risk-controlling prediction sets',
    'Rubin 1981, The Bayesian bootstrap',
  ],
  bound: 'the Hoeffding–Bentkus bound',
  doubt: (counts, required) => meanDoubt(shares(counts), toShare(counts, required)),
  dimensions: () => 1,
  drawNote: 'means are drawn from a beta distribution with the mean and the variance of the Bayesian bootstrap',
  draws(counts, [uniform]) {
    const { low, high } = counts;
    return meanDraws(shares(counts), uniform!).map((share) => low + (high - low) * share);
  },
  words(counts) {
    const { count, sum } = totalOf(counts.values);
    return `mean ${count === 0 ? 'unknown' : Number((sum / count).toPrecision(4))} of ${count}`;
  },
};

/** The values, from 0 at the low end of the range to 1 at its high end. */
function shares({ low, high, values: all }: CountsOf<'values'>): readonly Weighted[] {
  return all.map(({ value, count }) => ({ value: (value - low) / (high - low), count }));
}

/** The requirement on those. */
function toShare({ low, high }: CountsOf<'values'>, required: RequiredBound) {
  return { direction: required.direction, value: (effectiveValue(required) - low) / (high - low) };
}

/**
 * The doubt that the mean of values in [0, 1] meets a bound. The posterior tail is given where all values are 0 or 1: it
 * is the Jeffreys tail there, and nowhere else.
 */
export function meanDoubt(
  all: readonly Weighted[],
  { direction, value }: { readonly direction: '<=' | '>='; readonly value: number },
): RequirementDoubt {
  const bad = direction === '<=' ? all : all.map((each) => ({ ...each, value: 1 - each.value }));
  const limit = direction === '<=' ? value : 1 - value;
  const { count, sum } = totalOf(bad);
  const events = direction === '<=' ? sum : count - sum;
  if (count === 0) return { doubt: 1, trials: 0, events: 0 };
  const doubt = limit >= 1 ? 0 : limit < 0 ? 1 : boundedMeanTail(Math.min(sum, count), count, limit);
  const binary = bad.every((each) => each.value === 0 || each.value === 1);
  return { doubt, ...(binary ? { jeffreys: meanPosteriorSurvival(bad, limit) } : {}), trials: count, events };
}

/** Draws of the mean of values in [0, 1]. */
export function meanDraws(all: readonly Weighted[], uniform: Float64Array): Float64Array {
  const out = new Float64Array(uniform.length);
  fillQuantiles({ kind: 'beta', ...meanPosterior(all) }, uniform, out);
  return out;
}
