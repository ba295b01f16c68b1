import { betaQuantileUpper, betaSurvival, exp, log, studentQuantileUpper } from '@surety/numerics';
import type { EventCount } from '../case/index.js';

/** A rate pooled over clusters, and what its clustering leaves of the trials. */
export interface ClusterRate {
  readonly clusters: number;
  readonly trials: number;
  readonly events: number;
  readonly rate: number;
  /** Linearised variance of the rate, of clusters drawn independently; `NaN` for fewer than two. */
  readonly variance: number;
  /** Trials of a simple random sample of the same variance: rate (1 − rate) / variance; `NaN` where the rate is 0 or 1. */
  readonly effective: number;
}

/**
 * The ratio estimate over clusters and its linearised (Taylor) variance, m/(m−1) Σ (k_i − r n_i)² / N².
 *
 * Assumes clusters that are drawn independently and alike; nothing within them. It lies where few clusters have an event,
 * and has no width at a rate of 0 or 1. Cochran 1977, Sampling techniques, section 3.12.
 */
export function clusterRate(clusters: readonly EventCount[]): ClusterRate {
  const all = clusters.filter(({ trials }) => trials > 0);
  const trials = all.reduce((sum, each) => sum + each.trials, 0);
  const events = all.reduce((sum, each) => sum + each.events, 0);
  const rate = events / trials;
  const squares = all.reduce((sum, each) => sum + (each.events - rate * each.trials) ** 2, 0);
  const variance = all.length < 2 ? Number.NaN : ((all.length / (all.length - 1)) * squares) / (trials * trials);
  const effective = (rate * (1 - rate)) / variance;
  return { clusters: all.length, trials, events, rate, variance, effective };
}

/**
 * Korn & Graubard's upper bound (1998): the Clopper–Pearson bound of the effective number of trials, which is made smaller
 * for the degrees of freedom by the squared ratio of Student quantiles, and is at most the number of trials. For comparison:
 * where the rate is 0 or 1 there is no effective number, all trials are taken (as surveys do), and where clusters hang
 * together the coverage breaks down there (Dean & Pagano 2015). `robustDoubt` mends that.
 *
 * @param alpha tail, in (0, ½), else `NaN`; with fewer than two clusters 1.
 */
export function kornGraubardUpper(clusters: readonly EventCount[], alpha: number): number {
  if (!(alpha > 0 && alpha < 0.5)) return Number.NaN;
  const found = clusterRate(clusters);
  if (found.clusters < 2) return 1;
  const effective = Number.isNaN(found.effective) ? found.trials : found.effective;
  const left = Math.min(found.trials, effective * freedom(found, alpha));
  return found.rate === 1 ? 1 : betaQuantileUpper(alpha, found.rate * left + 1, left * (1 - found.rate));
}

/** (t quantile of all trials / t quantile of the clusters)², at most 1. */
function freedom({ trials, clusters }: ClusterRate, alpha: number): number {
  const ratio = studentQuantileUpper(alpha, trials - 1) / studentQuantileUpper(alpha, clusters - 1);
  return ratio * ratio;
}

/** Doubts below this are not told apart: Student quantiles of one degree of freedom reach the end of the numbers. */
const smallestTail = 1e-140;

/** Tails above this take its ratio of quantiles: at ½ both are 0. */
const largestTail = 0.4;

/**
 * The doubt that a rate pooled over clusters is at most `limit`: the smallest tail α at which Korn & Graubard's bound meets
 * it, with two changes towards caution. The design effect is estimated with one more cluster, of average size, in which
 * every trial is an event: without any event nothing is known of how much clusters hang together, and the number of
 * trials is then exactly that of the clusters; with many clusters that have events it changes little. And it is never
 * below the exact tail of all trials as if they were independent. Fewer than two clusters: 1.
 *
 * Assumes clusters drawn independently and alike from those that the rate is about. Not a theorem: with fewer than about
 * ten clusters, or very unequal ones, it may fall short; see its measured coverage. `clusters: worst` is exact.
 */
export function robustDoubt(clusters: readonly EventCount[], limit: number): number {
  if (limit >= 1) return 0;
  const found = clusterRate(clusters);
  if (found.clusters < 2 || !(limit > 0) || found.events === found.trials) return 1;
  const { trials, events, rate } = found;
  const effective = Math.min(trials, cautiousEffective(found, clusters));
  const exact = betaSurvival(limit, events + 1, trials - events);
  const tailAt = (alpha: number) => {
    const left = effective * freedom(found, Math.min(alpha, largestTail));
    if (!(left * (1 - rate) > 0)) return 1;
    return betaSurvival(limit, rate * left + 1, left * (1 - rate));
  };
  // The tail of the bound falls with α, which is met where the two are equal.
  const excess = (logAlpha: number) => Math.max(-800, log(tailAt(exp(logAlpha)))) - logAlpha;
  const met = fallingRoot(excess, log(smallestTail), 0);
  return Math.min(1, Math.max(exact, exp(met)));
}

/** The effective number of trials, with one more cluster of events only. */
function cautiousEffective({ clusters: m, trials }: ClusterRate, clusters: readonly EventCount[]): number {
  const size = trials / m;
  const more = clusterRate([...clusters, { events: size, trials: size }]);
  // The same design effect, for the trials that there are.
  return (more.effective * trials) / more.trials;
}

/** The upper end of where a falling function crosses 0: false position, the far end halved where it stays (Illinois). */
function fallingRoot(of: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  let [above, below] = [of(low), of(high)];
  if (below > 0) return high;
  if (above <= 0) return low;
  for (let i = 0; i < 100 && high - low > 1e-13 * Math.abs(low); i++) {
    const step = (above / (above - below)) * (high - low);
    // Now and then the middle, where one end would not move.
    const x = i % 4 === 3 ? (low + high) / 2 : Math.min(high - 1e-14, Math.max(low + 1e-14, low + step));
    const value = of(x);
    if (value > 0) {
      [low, above] = [x, value];
      below /= 2;
    } else {
      [high, below] = [x, value];
      above /= 2;
    }
  }
  return high;
}
