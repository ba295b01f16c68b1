import { betaBinomialDraws } from '../beta-binomial-rate.js';
import { clusterRate, robustDoubt } from '../cluster-rate.js';
import type { Estimator } from './estimator.js';
import { complementOf, limitOf } from './limit-of.js';

/** The rate over all trials of clusters, by a cluster-robust bound. */
export const robustClusters: Estimator<'robust-clusters'> = {
  kind: 'robust-clusters',
  title: 'Cluster-robust rate',
  assumes: [
    'The clusters are drawn independently and alike from those that the rate is about; nothing is assumed within a cluster.',
  ],
  misleads: [
    'With fewer than about ten clusters, or very unequal ones, how much clusters differ is a guess, and the bound may fall short.',
    'The rate is that over trials: large clusters count for more.',
  ],
  literature: [
    'Korn, Graubard 1998, Confidence intervals for proportions with small expected number of positive counts',
    'Dean, Pagano 2015, Evaluating confidence interval methods for binomial proportions in clustered surveys',
  ],
  bound: 'the bound of the effective number of trials (an approximation)',
  doubt({ clusters }, required) {
    const bad = required.direction === '<=' ? clusters : clusters.map(complementOf);
    const { trials, events, clusters: number } = clusterRate(clusters);
    const doubt = robustDoubt(bad, limitOf(required));
    return {
      doubt,
      trials,
      events,
      ...(number < 10 ? { note: `${number} clusters are too few to know how much clusters differ` } : {}),
    };
  },
  dimensions: () => 1,
  drawNote: 'drawn from the beta-binomial posterior of the mean rate over clusters',
  draws: ({ clusters }, [uniform]) => betaBinomialDraws(clusters, uniform!),
  words({ clusters }) {
    const { trials, events, clusters: number } = clusterRate(clusters);
    return `${events} of ${trials} in ${number} clusters`;
  },
};
