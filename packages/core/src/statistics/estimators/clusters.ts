import type { EventCount } from '../../case/index.js';
import { clusterRate } from '../cluster-rate.js';
import { binomialDoubt, jeffreysDraws } from './binomial.js';
import type { CountsOf, Estimator } from './estimator.js';

/**
 * Each cluster is one trial, and it goes against the claim if any of its trials does. The doubt is never below that of all
 * trials as if they were independent: one cluster of many may hold most of the trials, and all of them events.
 */
export const clusters: Estimator<'clusters'> = {
  kind: 'clusters',
  title: 'Clusters as trials',
  assumes: ['The clusters are independent of each other and drawn alike; nothing is assumed within a cluster.'],
  misleads: [
    'It is a bound for the share of clusters with any event, which lies far above the rate where clusters are large.',
  ],
  literature: ['Clopper, Pearson 1934, on the clusters'],
  bound: 'the exact (Clopper–Pearson) bound over clusters',
  doubt(counts, required) {
    const all = withTrials(counts);
    const isEvent = (cluster: { events: number; trials: number }) =>
      required.direction === '<=' ? cluster.events > 0 : cluster.events >= cluster.trials;
    const byCluster = binomialDoubt(all.filter(isEvent).length, all.length, required);
    const { events, trials } = clusterRate(all);
    const pooled = binomialDoubt(events, trials, required);
    if (!(pooled.doubt > byCluster.doubt)) return byCluster;
    return {
      ...byCluster,
      doubt: pooled.doubt,
      ...(pooled.jeffreys === undefined ? {} : { jeffreys: pooled.jeffreys }),
    };
  },
  dimensions: () => 1,
  drawNote:
    'clusters are drawn as one trial each, an event where any of their trials is one, and never below the rate of all trials',
  draws: (counts, [uniform]) => drawsOver(counts, uniform!, ({ events }) => events > 0, Math.max),
  /** Clusters of events only, and never above the rate of all trials. */
  lowDraws: (counts, [uniform]) =>
    withTrials(counts).length === 0
      ? 0
      : drawsOver(counts, uniform!, ({ events, trials }) => events >= trials, Math.min),
  words: ({ clusters: all }) => `${all.length} clusters`,
};

/** Of the share of clusters that are an event and the rate of all trials, the one that is taken. */
function drawsOver(
  counts: CountsOf<'clusters'>,
  uniform: Float64Array,
  isEvent: (cluster: EventCount) => boolean,
  taken: (a: number, b: number) => number,
): Float64Array {
  const all = withTrials(counts);
  const { events, trials } = clusterRate(all);
  const number = all.filter(isEvent).length;
  const byCluster = jeffreysDraws(number, all.length, uniform);
  // Where the shares are in order their posteriors still cross: the one of the clusters, which is wider, is taken then.
  const share = number / all.length;
  if (!(taken(share, events / trials) !== share)) return byCluster;
  const pooled = jeffreysDraws(events, trials, uniform);
  return byCluster.map((draw, at) => taken(draw, pooled[at]!));
}

function withTrials({ clusters: all }: CountsOf<'clusters'>) {
  return all.filter(({ trials }) => trials > 0);
}
