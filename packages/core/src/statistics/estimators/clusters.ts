import { binomialDoubt, jeffreysDraws } from './binomial.js';
import type { CountsOf, Estimator } from './estimator.js';

/** Each cluster is one trial, and it goes against the claim if any of its trials does. */
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
    return binomialDoubt(all.filter(isEvent).length, all.length, required);
  },
  dimensions: () => 1,
  drawNote: 'clusters are drawn as one trial each, an event where any of their trials is one',
  draws(counts, [uniform]) {
    const all = withTrials(counts);
    return jeffreysDraws(all.filter(({ events }) => events > 0).length, all.length, uniform!);
  },
  words: ({ clusters: all }) => `${all.length} clusters`,
};

function withTrials({ clusters: all }: CountsOf<'clusters'>) {
  return all.filter(({ trials }) => trials > 0);
}
