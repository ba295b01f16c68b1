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
  draws(counts, [uniform]) {
    const all = withTrials(counts);
    const { events, trials } = clusterRate(all);
    const pooled = jeffreysDraws(events, trials, uniform!);
    const byCluster = jeffreysDraws(all.filter((each) => each.events > 0).length, all.length, uniform!);
    return byCluster.map((draw, at) => Math.max(draw, pooled[at]!));
  },
  words: ({ clusters: all }) => `${all.length} clusters`,
};

function withTrials({ clusters: all }: CountsOf<'clusters'>) {
  return all.filter(({ trials }) => trials > 0);
}
