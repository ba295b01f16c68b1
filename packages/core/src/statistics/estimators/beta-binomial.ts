import { betaBinomialDoubt, betaBinomialDraws } from '../beta-binomial-rate.js';
import { clusterRate } from '../cluster-rate.js';
import type { Estimator } from './estimator.js';
import { complementOf, limitOf } from './limit-of.js';

/** The mean rate over clusters whose rates are Beta distributed. */
export const betaBinomial: Estimator<'beta-binomial'> = {
  kind: 'beta-binomial',
  title: 'Hierarchical (beta-binomial) rate',
  assumes: [
    'The clusters are drawn independently and alike, and their rates are Beta distributed.',
    'Prior: the mean rate and the correlation within a cluster are uniform on (0, 1), independently.',
  ],
  misleads: [
    'A few clusters of another kind (families that always fail) look like none where none of them was drawn.',
    'Without any event the prior of the correlation decides how much a cluster is worth.',
  ],
  literature: [
    'Skellam 1948, A probability distribution derived from the binomial distribution by regarding the probability of success as variable between the sets of trials',
    'Gelman, Carlin, Stern, Dunson, Vehtari, Rubin 2013, Bayesian data analysis, chapter 5',
  ],
  bound: 'the posterior of the mean rate under a uniform prior (no bound)',
  doubt({ clusters }, required) {
    const bad = required.direction === '<=' ? clusters : clusters.map(complementOf);
    const { trials, events } = clusterRate(clusters);
    return { doubt: betaBinomialDoubt(bad, limitOf(required)), trials, events };
  },
  dimensions: () => 1,
  draws: ({ clusters }, [uniform]) => betaBinomialDraws(clusters, uniform!),
  words({ clusters }) {
    const { trials, events, clusters: number } = clusterRate(clusters);
    return `${events} of ${trials} in ${number} clusters`;
  },
};
