import { exp, log1p, stream } from '@surety/numerics';
import { aggregateRisk, fitTail, type TailFit, worstQueryRisk } from './tail-extrapolation.js';

/** The evaluated queries, condensed: all that the fit and its bootstrap need. */
export interface ElicitedQueries {
  readonly queries: number;
  /** The highest elicitation probabilities, descending: all of them, or the first `keptHighest`. */
  readonly highest: readonly number[];
  /** Mean of the elicitation probabilities that are not among the highest; 0 where all are. */
  readonly restMean: number;
}

/** Highest elicitation probabilities that are kept. A resample reaches past them with a probability below 1e-30. */
export const keptHighest = 200;

/** Resamples that are drawn; a doubt from them cannot fall below 1 / (draws + 1). */
export const tailDraws = 1000;

export type TailResult = 'worstQuery' | 'anyUse';

/** Condenses elicitation probabilities, one per query, each in (0, 1). */
export function elicitedQueries(elicitation: readonly number[]): ElicitedQueries {
  const sorted = Float64Array.from(elicitation).sort().reverse();
  const highest = [...sorted.subarray(0, keptHighest)];
  const rest = sorted.subarray(highest.length);
  const restMean = rest.length === 0 ? 0 : rest.reduce((sum, p) => sum + p, 0) / rest.length;
  return { queries: elicitation.length, highest, restMean };
}

/** The forecast from the queries as they are; nothing where the tail cannot be fitted. */
export function tailEstimate(of: ElicitedQueries, uses: number, result: TailResult): number | undefined {
  const fit = fitHighest(of.highest, of);
  return fit === undefined ? undefined : forecast(fit, uses, result);
}

/**
 * Forecasts from resamples of the queries (the bootstrap: Efron 1979), in the order drawn. It covers which queries the
 * evaluation happened to draw. It does not cover a tail that bends beyond what was seen, nor deployment that draws from
 * other queries, and it is too narrow as the bootstrap of any extreme is. A resample whose tail has no slope forecasts 1.
 */
export function tailBootstrap(of: ElicitedQueries, uses: number, result: TailResult): Float64Array {
  const random = stream('rare-behaviour extrapolation', of.queries, uses);
  return Float64Array.from({ length: tailDraws }, () => {
    const fit = fitHighest(
      resampled(of, () => random.next()),
      of,
    );
    return fit === undefined ? 1 : forecast(fit, uses, result);
  });
}

function forecast(fit: TailFit, uses: number, result: TailResult): number {
  return (result === 'worstQuery' ? worstQueryRisk : aggregateRisk)(fit, uses).probability;
}

/**
 * The queries that a resample takes from the highest: of the draws that are left, each falls on the next query with the
 * same chance, so their number is binomial.
 */
function resampled({ queries, highest }: ElicitedQueries, next: () => number): number[] {
  const taken: number[] = [];
  let left = queries;
  highest.forEach((p, at) => {
    const times = at === queries - 1 ? left : binomialDraw(left, 1 / (queries - at), next());
    for (let i = 0; i < times; i++) taken.push(p);
    left -= times;
  });
  return taken;
}

/** By inversion; its mean is about 1 here. */
function binomialDraw(n: number, p: number, u: number): number {
  let mass = exp(n * log1p(-p));
  let below = mass;
  let k = 0;
  while (u > below && k < n) {
    mass *= ((n - k) / (k + 1)) * (p / (1 - p));
    below += mass;
    k += 1;
  }
  return k;
}

/** The fit of queries of which only these, the highest, are known one by one: the line rests on the first ten. */
function fitHighest(highest: readonly number[], { queries, restMean }: ElicitedQueries): TailFit | undefined {
  const fit = fitTail(highest.slice(0, 10), queries);
  if ('message' in fit) return undefined;
  const below = highest.slice(10).reduce((sum, p) => sum + p, 0) + restMean * (queries - highest.length);
  return { ...fit, meanBelowHighest: fit.meanBelowHighest + below / queries };
}
